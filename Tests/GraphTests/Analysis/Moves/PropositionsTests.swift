import Content
import SampleArchives
import Testing

@testable import Graph

@Suite("Propositions of an issue in time")
struct PropositionsTests {
  private static func days(_ text: String) throws -> DayInterval {
    DayInterval(try #require(PartialDate(text)))
  }

  @Test("a position answers the earliest sentence that had not ended before its first day")
  func places() throws {
    let propositions = Propositions(
      earlier: [
        EarlierProposition(until: PartialDate(year: 2023), text: "A"),
        EarlierProposition(until: PartialDate(year: 2025, month: 3), text: "B", hasSameMeaning: true),
        EarlierProposition(until: PartialDate(year: 2025, month: 6, day: 15), text: "C"),
      ], present: "D")
    for (date, text, meaning) in [
      ("2022", "A", 0), ("2023-12-31", "A", 0), ("2024", "B", 2), ("2025", "B", 2), ("2025-03-31", "B", 2),
      ("2025-04", "C", 2), ("2025-06", "C", 2), ("2025-06-16", "D", 3), ("2026", "D", 3),
    ] {
      #expect(propositions.text(on: try Self.days(date)) == text, "\(date)")
      #expect(propositions.meaning(on: try Self.days(date)) == meaning, "\(date)")
    }
    #expect(propositions.text(on: nil) == "D" && propositions.meaning(on: nil) == 3)
    #expect(propositions.earlier(on: nil) == nil)
    #expect(propositions.earlier(on: try Self.days("2024"))?.text == "B")
    let none = Propositions(earlier: [], present: nil)
    #expect(none.meaning(on: try Self.days("2024")) == 0 && none.text(on: nil) == nil)
  }

  private static func graph(_ history: String, _ reports: [(day: String, red: String, blue: String)])
    -> IssueGraph
  {
    SampleSite(
      [
        (
          "issues/tolls.md",
          "---\nproposition: Tolls should go.\nproposition-history: [\(history)]\n---\n"
        )
      ]
        + reports.map { report in
          (
            "reports/r\(report.day).md",
            """
            ---
            date: \(report.day)
            ---

            | Aspect | Red | Blue |
            |---|---|---|
            | Tolls | \(report.red) | \(report.blue) |
            """
          )
        }
    ).graph
  }

  private static let other = "{until: 2025-03, text: Tolls should stay.}"
  private static let same = "{until: 2025-03, text: Tolls should be abolished., same-meaning: true}"

  private static func shifts(_ graph: IssueGraph, of party: String) throws -> [PositionStep.StanceShift?] {
    let party = try #require(graph.parties.first { $0.name == party }).id
    let history = graph.positionsOfIssue[ID(0)].filter { graph.positions[$0.index].party == party }
    return graph.steps(of: history).map { $0?.stance }
  }

  @Test("stances under different propositions are never a change, unless these mean the same")
  func steps() throws {
    let reports = [
      ("2025-01-10", "[+] a", "—"), ("2025-05-02", "[-] b", "—"), ("2025-07-01", "[--] c", "—"),
    ]
    let graph = Self.graph(Self.other, reports)
    #expect(try Self.shifts(graph, of: "Red") == [.hardened, .otherProposition, nil])
    #expect(try Self.shifts(Self.graph(Self.same, reports), of: "Red") == [.hardened, .reversed, nil])
    let oldest = try #require(graph.positionsOfIssue[ID(0)].last)
    #expect(graph.earlierProposition(of: oldest)?.text == "Tolls should stay.")
    #expect(graph.tensionCandidates(window: 400).isEmpty)
    #expect(Self.graph(Self.same, reports).tensionCandidates(window: 400).count == 1)
  }

  @Test("two parties are not comparable while their positions answer different propositions")
  func pairs() throws {
    func distance(_ history: String, _ reports: [(String, String, String)]) throws
      -> PairComparison.StanceDistance?
    {
      let graph = Self.graph(history, reports)
      let red = try #require(graph.parties.first { $0.name == "Red" }).id
      let blue = try #require(graph.parties.first { $0.name == "Blue" }).id
      let comparison = PairComparison(PartyPair(red, blue), in: graph)
      let rows = comparison.redLines + comparison.apart + comparison.agreement + comparison.notComparable
      return rows.first?.distance
    }
    let apart = [("2025-01-10", "[+] a", "—"), ("2025-05-02", "—", "[-] b")]
    #expect(try distance(Self.other, apart) == .notComparable(.differentPropositions))
    #expect(try distance(Self.same, apart) == .apart(2...2))
    #expect(try distance(Self.other, [("2025-01-10", "[+] a", "[-] b")]) == .apart(2...2))
    #expect(try distance("", apart) == .apart(2...2))
  }
}
