import Content
import SampleArchives
import TestSupport
import Testing
import Text

@testable import Graph

@Suite("Steps between positions")
struct PositionStepTests {
  /// Positions of one pair, each in its own report: its date (empty: none) and its cell.
  private static func graph(_ cells: [(date: String, cell: String)]) -> IssueGraph {
    SampleSite(
      cells.enumerated().map { index, cell in
        let date = cell.date.isEmpty ? "" : "date: \(cell.date)\n"
        let table = "| Aspect | Red | Blue |\n|---|---|---|\n| Tolls | \(cell.cell) | — |\n"
        return ("reports/r\(index).md", "---\ntitle: R\(index)\n\(date)---\n\n" + table)
      }
    ).graph
  }

  private static func history(_ graph: IssueGraph) -> [ID<Position>] { Array(graph.positionsOfIssue[ID(0)]) }

  @Test(
    "a change of sign is reversed, a larger magnitude hardened, a smaller one softened",
    arguments: [
      ("+", "++", PositionStep.StanceShift.hardened), ("-", "--", .hardened), ("0", "-", .hardened),
      ("++", "+", .softened), ("--", "-", .softened), ("+", "0", .softened),
      ("+", "-", .reversed), ("--", "++", .reversed), ("-", "+", .reversed),
      ("+", "+", .unchanged), ("~", "~", .unchanged), ("0", "0", .unchanged),
      ("~", "+", .unordered), ("--", "~", .unordered), ("~", "0", .unordered),
    ])
  func standings(before: String, after: String, standing: PositionStep.StanceShift) {
    let graph = Self.graph([("2024", "[\(before)] Words"), ("2025", "[\(after)] Words")])
    #expect(graph.steps(of: Self.history(graph)).first??.stance == standing)
  }

  @Test("a position without a stance is unrated, and so are the steps to and from it")
  func unrated() {
    let graph = Self.graph([("2023", "Words"), ("2024", "[+] Words"), ("2025", "Words"), ("2026", "Words")])
    let steps = graph.steps(of: Self.history(graph))
    #expect(steps.map { $0?.stance } == [.unrated, .unrated, .unrated, nil])
  }

  @Test("positions with the same date are compared with the same earlier one")
  func oneDate() {
    let graph = Self.graph([("2024", "Old"), ("2025-03", "One"), ("2025-03", "Two"), ("2025-04", "New")])
    let history = Self.history(graph)
    let before = graph.steps(of: history).map { step in step.map { graph.text(of: $0.before) } }
    #expect(history.map { graph.text(of: $0) } == ["New", "Two", "One", "Old"])
    #expect(before == ["Two", "Old", "Old", nil])
  }

  @Test("where two positions of one date have different stances, neither is a step")
  func severalStances() {
    let graph = Self.graph([
      ("2024", "[-] Old"), ("2025-03-01", "[+] One"), ("2025-03-01", "[--] Two"), ("2025-04", "[+] New"),
    ])
    #expect(graph.steps(of: Self.history(graph)) == [nil, nil, nil, nil])
    let years = Self.graph([("2023", "[-] Old"), ("2025", "[+] One"), ("2025-03-01", "[--] Two")])
    #expect(years.steps(of: Self.history(years)) == [nil, nil, nil])
    let agreed = Self.graph([("2024", "[-] Old"), ("2025-03", "[+] One"), ("2025-03", "[+] Two")])
    #expect(agreed.steps(of: Self.history(agreed)).map { $0?.stance } == [.reversed, .reversed, nil])
  }

  @Test("an undated position comes before all dated ones")
  func undated() {
    let graph = Self.graph([("", "[-] Lost"), ("2024", "[+] Old"), ("", "[-] Lost too"), ("2025", "[+] New")])
    #expect(graph.steps(of: Self.history(graph)).map { $0?.stance } == [.unchanged, .reversed, nil, nil])
  }

  @Test("after a position without a stance, the next one is compared with the last stance")
  func lastStance() {
    let graph = Self.graph([("2023", "[+] One"), ("2024", "Two"), ("2025", "Three"), ("2026", "[++] Four")])
    let history = Self.history(graph)
    let steps = graph.steps(of: history)
    #expect(steps.map { $0?.stance } == [.hardened, .unrated, .unrated, nil])
    #expect(steps.map { $0?.before } == [history[3], history[2], history[3], nil])
  }

  @Test(
    "each step goes from one standing to the next, if both have one stance, and back to the newest of the earlier one",
    arguments: 0..<40 as Range<UInt64>)
  func neighbours(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let marks = ["", "[+] ", "[-] ", "[~] ", "[--] "]
    let cells = (0..<Int.random(in: 0...12, using: &random)).map { index in
      let year = Int.random(in: 2019...2025, using: &random)
      let mark = marks.randomElement(using: &random) ?? ""
      return (date: year == 2019 ? "" : "\(year)", cell: "\(mark)Words \(index)")
    }
    let graph = Self.graph(cells)
    let history = graph.issues.isEmpty ? [] : Self.history(graph)
    let stances = { (standing: [ID<Position>]) in Set(standing.map { graph.positions[$0.index].stance }) }
    var expected: [ID<Position>: ID<Position>] = [:]
    var (former, rated): ([ID<Position>], [ID<Position>]) = ([], [])
    let byDate = Dictionary(grouping: history) { graph.positions[$0.index].date?.year ?? 0 }
    for (_, standing) in byDate.sorted(by: { $0.key < $1.key }) {
      let isRated = stances(standing) != [nil]
      let before = stances(former) == [nil] && isRated && !rated.isEmpty ? rated : former
      if stances(before).count == 1, stances(standing).count == 1 {
        for id in standing { expected[id] = before.first }
      }
      former = standing
      if isRated { rated = standing }
    }
    for (id, step) in zip(history, graph.steps(of: history)) {
      #expect(step?.before == expected[id])
      #expect(step == nil || step?.after == id)
    }
  }

  @Test("unchanged words are kept, and a text that shares little is replaced as a whole")
  func wording() throws {
    let near = Self.graph([("2024", "[+] Wants the dam by 2030"), ("2025", "[+] Wants the dam by 2028")])
    let step = try #require(near.steps(of: Self.history(near)).first ?? nil)
    #expect(
      near.wording(of: step) == [
        WordRun(.equal, "Wants the dam by "), WordRun(.removed, "2030"), WordRun(.added, "2028"),
      ])
    let far = Self.graph([
      ("2024", "Sees the old line as a threat"), ("2025", "A new treaty and the talks of the spring"),
    ])
    let other = try #require(far.steps(of: Self.history(far)).first ?? nil)
    #expect(
      far.wording(of: other) == [
        WordRun(.removed, "Sees the old line as a threat"),
        WordRun(.added, "A new treaty and the talks of the spring"),
      ])
  }

  @Test(
    "words are kept if a third of them is shared, in every script, regardless of punctuation",
    arguments: [
      ("Ukraine’s borders", "the borders of Ukraine", true), ("“Peace” – now", "Peace, later", true),
      ("границы страны", "границы новой страны", true), ("会谈在三月举行", "会谈在四月举行", true),
      ("One two three", "four five six seven", false), ("a b c d", "a plan for the winter", false),
    ])
  func thirds(before: String, after: String, keeps: Bool) throws {
    let graph = Self.graph([("2024", before), ("2025", after)])
    let step = try #require(graph.steps(of: Self.history(graph)).first ?? nil)
    let runs = graph.wording(of: step)
    #expect(runs.contains { $0.kind == .equal } == keeps)
    #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == before)
    #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == after)
  }

  @Test("a cell with only a mark has no words to compare")
  func marksAlone() throws {
    let graph = Self.graph([("2024", "[+]"), ("2025", "[-] Words")])
    let step = try #require(graph.steps(of: Self.history(graph)).first ?? nil)
    #expect(graph.wording(of: step) == [WordRun(.added, "Words")])
  }
}
