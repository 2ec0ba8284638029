import Content
import Editions
import Graph
import SampleArchives
import Testing

/// What live views select, with what editions remember.
@Suite("Positions that a live view selects")
struct RecordChoiceTests {
  private static let march = (
    "reports/march.md",
    """
    ---
    date: 2025-03-02
    ---

    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [+] None {as-of=2025-01} | [-] Some |

    > | Issue | Red | Blue |
    > |---|---|---|
    > | Gas | [~] Cheap | n/a |
    > | Sea | [+] Ours | [--] Not theirs |
    """
  )
  private static let may = (
    "reports/may.md",
    "---\ndate: 2025-05-01\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | [--] Never none | [-] Some |\n"
  )

  @Test("a live view shows the positions up to a day, without undated ones")
  func choice() throws {
    let graph = SampleSite([
      Self.march, Self.may,
      ("reports/undated.md", "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Undated | Undated |\n"),
    ]).graph
    let tolls = try #require(graph.issues.first { $0.name == "Tolls" }).id
    func holds(_ asOf: PartialDate?, parties: [ID<Party>]? = nil) -> [String] {
      let view = LiveView(node: 0, kind: .matrix, issues: [tolls], parties: parties, asOf: asOf)
      return RecordChoice(view, in: RecordHistory(graph)).standings(on: tolls).compactMap {
        $0.present.map { "\(graph.parties[$0.party.index].name) \(graph.text(of: $0.newest)) \($0.count)" }
      }
    }
    #expect(holds(nil) == ["Blue Some 3", "Red Never none 3"])
    #expect(holds(PartialDate(year: 2025, month: 4)) == ["Blue Some 1", "Red None 1"])
    #expect(holds(PartialDate(year: 2025, month: 5)) == ["Blue Some 2", "Red Never none 2"])
    // The report of March says what Red held in January, but the record of January did not have it.
    #expect(holds(PartialDate(year: 2025, month: 1)) == [])
    #expect(holds(PartialDate(year: 2024)) == [])
    #expect(holds(nil, parties: [graph.parties[1].id]) == ["Red Never none 3"])
    let all = RecordChoice(
      LiveView(node: 0, kind: .matrix, issues: nil, parties: nil, asOf: PartialDate(year: 2025, month: 4)),
      in: RecordHistory(graph))
    #expect(all.issues.count == 3)
    #expect(all.parties.map { graph.parties[$0.index].name } == ["Blue", "Red"])
  }

  private static func table(_ fish: String) -> [(String, String)] {
    [
      RecordedStates.report(
        "table", "2025-01-10", matter: "updated: 2025-09-01\n", rows: "Fish | \(fish) | [-] no")
    ]
  }

  /// The record after editions of February and May, in which North moved twice in one cell.
  private static func record(_ fish: String) -> RecordHistory {
    let editions = [
      RecordedStates.edition(
        table("[+] more"), named: "february", on: PartialDate(year: 2025, month: 2, day: 1)),
      RecordedStates.edition(
        table("[-] less {as-of=2025-04}"), named: "may", on: PartialDate(year: 2025, month: 5, day: 1)),
    ]
    let now = RecordedStates.edition(table(fish))
    return RecordHistory(
      SampleSite(table(fish), today: PartialDate(year: 2026, month: 1, day: 1)).graph,
      memory: EditionArchive(editions).memory(before: now))
  }

  @Test(
    "what editions remember is part of each day's record, and stands until something newer does",
    arguments: [
      (nil, "[--] never {as-of=2025-08-01}", "never"), ("2025-02", "[--] never {as-of=2025-08-01}", "more*"),
      ("2025-04", "[--] never {as-of=2025-08-01}", "less*"),
      ("2025-08", "[--] never {as-of=2025-08-01}", "never"),
      ("2024", "[--] never {as-of=2025-08-01}", ""), (nil, "n/a {as-of=2025-08-01}", "less*"),
      ("2025-03", "n/a {as-of=2025-08-01}", "more*"),
    ])
  func remembered(day: String?, fish: String, held: String) throws {
    let record = Self.record(fish)
    let graph = record.graph
    let north = try #require(graph.parties.first { $0.name == "North" }).id
    let issue = try #require(graph.issues.first).id
    let view = LiveView(
      node: 0, kind: .positions, issues: nil, parties: [north], asOf: day.flatMap { PartialDate($0) })
    let choice = RecordChoice(view, in: record)
    let standing = choice.standing(
      of: choice.positions(on: issue, of: north), of: north, on: issue
    ).map { recorded in
      if case .remembered = recorded { record.words(of: recorded) + "*" } else { record.words(of: recorded) }
    }
    #expect(standing.joined(separator: " ") == held)
    #expect(choice.issues == (held.isEmpty ? [] : [issue]))
    let present = choice.standings(on: issue).first?.present
    #expect((present == nil) == (held.isEmpty || held.hasSuffix("*")))
  }

  @Test("steps lead from one position to the next, whether the site or an edition has it") func steps() throws
  {
    let record = Self.record("[--] never {as-of=2025-08-01}")
    let north = try #require(record.graph.parties.first { $0.name == "North" }).id
    let view = LiveView(node: 0, kind: .history, issues: nil, parties: nil, asOf: nil)
    let issue = try #require(record.graph.issues.first).id
    let positions = RecordChoice(view, in: record).positions(on: issue, of: north)
    #expect(positions.map { record.words(of: $0) } == ["never", "less", "more"])
    #expect(record.steps(of: positions, on: issue).map { $0?.stance } == [.hardened, .reversed, nil])
  }

  @Test("the site as it is now comes after every edition of its day") func sameDay() {
    let day = PartialDate(year: 2025, month: 2, day: 1)
    let winter = RecordedStates.edition(Self.table("[+] more"), named: "winter", on: day)
    let now = RecordedStates.edition(Self.table("[-] less {as-of=2025-04}"), on: day)
    #expect(EditionArchive([winter]).memory(before: now).map(\.position.text) == ["more"])
  }
}
