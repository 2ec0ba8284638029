import Content
import Editions
import Graph
import SampleArchives
import Testing

/// Since when a party holds what it holds, and when it moved.
@Suite("Moves and held stances")
struct RecordHistoryTests {
  private typealias States = RecordedStates

  private static func record(_ files: [(String, String)], memory: [RememberedPosition] = []) -> RecordHistory
  {
    RecordHistory(SampleSite(files, today: PartialDate(year: 2026, month: 1, day: 1)).graph, memory: memory)
  }

  /// Each move as `Party Issue direction before → after date`.
  private static func lines(_ record: RecordHistory) -> [String] {
    MoveList(record).moves.map { move in
      let stances = { (positions: [RecordedPosition]) in
        positions.map { record.stance(of: $0)?.rawValue ?? "unrated" }.joined(separator: "&")
      }
      return "\(record.graph.parties[move.party.index].name) \(record.graph.issues[move.issue.index].name) "
        + "\(move.direction.rawValue) \(stances(move.before)) → \(stances(move.after)) \(move.date)"
    }
  }

  private static func held(_ files: [(String, String)]) throws -> HeldStance? {
    let record = record(files)
    let party = try #require(record.graph.parties.first { $0.name == "North" })
    return record.held(try #require(record.graph.issues.first).id, party.id)
  }

  @Test("every move is listed, the newest first, with an entry for each step")
  func moves() {
    let record = Self.record([
      States.report("january", "2025-01-10", rows: "Fish | [+] yes | [--] never", "Gas | [+] a | b"),
      States.report("march", "2025-03-10", rows: "Fish | [-] no | [-] perhaps not", "Gas | [+] c | [-] d"),
      States.report("may", "2025-05-02", rows: "Fish | [+] yes again | not discussed", "Gas | e | [~] f"),
      States.report("july", "2025-07-02", rows: "Gas | [-] g | [~] h"),
    ])
    #expect(
      Self.lines(record) == [
        "North Gas reversed + → - 2025-07-02", "North Fish reversed - → + 2025-05-02",
        "South Gas changed - → ~ 2025-05-02", "North Fish reversed + → - 2025-03-10",
        "South Fish softened -- → - 2025-03-10",
      ])
  }

  @Test("positions of one day that differ are one move to both of them")
  func concurrent() {
    let record = Self.record([
      States.report("january", "2025-01-10", rows: "Fish | [+] yes | —"),
      States.report("march", "2025-03-10", rows: "Fish | [-] no | —", "Fish | [--] never | —"),
    ])
    #expect(Self.lines(record) == ["North Fish reversed + → -&-- 2025-03-10"])
  }

  @Test("a position that begins after the build's day moves nothing")
  func future() {
    let record = Self.record([
      States.report("january", "2025-01-10", rows: "Fish | [+] yes | —"),
      States.report("later", "2026-03-10", rows: "Fish | [-] no | —"),
    ])
    #expect(Self.lines(record) == [])
  }

  @Test("what editions remember makes moves of a table that is kept up to date")
  func remembered() {
    func table(_ cell: String) -> [(String, String)] {
      [States.report("table", "2025-01-10", matter: "updated: 2025-12-01\n", rows: "Fish | \(cell) | —")]
    }
    let day = { (month: Int) in PartialDate(year: 2025, month: month, day: 20) }
    let archive = EditionArchive([
      States.edition(table("[+] yes {as-of=2025-01}"), named: "one", on: day(1)),
      States.edition(table("[-] no {as-of=2025-03}"), named: "two", on: day(3)),
    ])
    let now = table("[--] never {as-of=2025-06}")
    let memory = archive.memory(before: States.edition(now))
    #expect(
      Self.lines(Self.record(now, memory: memory)) == [
        "North Fish hardened - → -- 2025-06", "North Fish reversed + → - 2025-03",
      ])
  }

  @Test("a stance is held since the end of the first date of its run, and confirmed by the last")
  func held() throws {
    let held = try Self.held([
      States.report("old", "2022-01-10", rows: "Fish | [+] yes | —"),
      States.report("march", "2023-03", rows: "Fish | [-] no | —"),
      States.report("may", "2024-05-02", rows: "Fish | [-] still no | —"),
      States.report("november", "2025-11", rows: "Fish | [-] no, no | —"),
    ])
    #expect(held?.stance == .opposes)
    #expect(held?.since == PartialDate(year: 2023, month: 3))
    #expect(held?.confirmed == PartialDate(year: 2025, month: 11))
  }

  @Test("several stances, and no stance at all, end a run")
  func brokenRun() throws {
    let first = States.report("march", "2023-03-01", rows: "Fish | [-] no | —")
    let last = States.report("may", "2024-05-02", rows: "Fish | [-] still no | —")
    let two = States.report("april", "2023-04-01", rows: "Fish | [-] no | —", "Fish | [+] yes | —")
    let unrated = States.report("april", "2023-04-01", rows: "Fish | no comment | —")
    for between in [two, unrated] {
      let held = try Self.held([first, between, last])
      #expect(held?.since == PartialDate(year: 2024, month: 5, day: 2))
      #expect(held?.confirmed == nil)
    }
    #expect(try Self.held([first, two]) == nil)
    #expect(try Self.held([first, unrated]) == nil)
  }

  @Test("a date that reaches past today means today at the latest")
  func cut() throws {
    let held = try Self.held([States.report("year", "2026", rows: "Fish | [-] no | —")])
    #expect(held?.since == PartialDate(year: 2026, month: 1, day: 1))
  }

  @Test("the run of a stance is what a slow count says, whatever the dates", arguments: 1...UInt64(40))
  func slowCount(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let record = RecordHistory(SampleSite(archive.files(reports: 8), today: PartialDate(year: 2024)).graph)
    let graph = record.graph
    for issue in graph.issues {
      for standing in graph.standings[issue.id] {
        let held = record.held(issue.id, standing.party)
        let stances = Set(standing.positions.map { graph.positions[$0.index].stance })
        if stances.count > 1 || stances.contains(nil) {
          #expect(held == nil)
        } else if let held {
          #expect(Set([held.stance]) == stances)
          let same = graph.positionsOfIssue[issue.id].map { graph.positions[$0.index] }.filter {
            $0.party == standing.party && $0.stance == held.stance && !graph.isFuture($0.id)
          }
          #expect(same.contains { $0.date == held.since || held.since.day != nil })
          #expect(held.confirmed.map { $0.lastDayNumber > held.since.lastDayNumber } ?? true)
        }
      }
    }
  }

  @Test("of two moves of one day, which reports of two days show, the last one comes first") func oneDay() {
    let record = Self.record([
      States.report("winter", "2025-01-10", rows: "Fish | [--] never | —"),
      States.report("zebra", "2025-03-28", rows: "Fish | [++] all of it | —"),
      States.report("april", "2025-04-02", directive: "as-of=2025-03-28", rows: "Fish | [+] some | —"),
    ])
    #expect(
      Self.lines(record) == [
        "North Fish softened ++ → + 2025-03-28", "North Fish reversed -- → ++ 2025-03-28",
      ])
    let list = MoveList(record)
    #expect(list.updating([], in: record).moves == list.moves)
    let other = PartyOnIssue(ID(1), on: ID(0))
    #expect(list.updating([other], in: record).moves == list.moves)
  }
}
