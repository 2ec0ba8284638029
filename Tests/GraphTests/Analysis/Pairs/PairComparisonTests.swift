import Content
import Graph
import SampleArchives
import TestSupport
import Testing

@Suite("Comparing two parties")
struct PairComparisonTests {
  private static let issueFiles = ["Dam", "Tolls", "Dredging", "Pilots", "Quotas"].map {
    ("issues/\($0.lowercased()).md", "---\ntitle: \($0)\nproposition: Yes to \($0).\n---\n")
  }

  /// A table of the positions of Red and Blue, with propositions for all issues except “Borders”.
  private static func graph(_ rows: [(issue: String, red: String, blue: String)]) -> IssueGraph {
    let lines = rows.map { "| \($0.issue) | \($0.red) | \($0.blue) |" }
    let table = (["| Aspect | Red | Blue |", "|---|---|---|"] + lines).joined(separator: "\n")
    return SampleSite(issueFiles + [("reports/a.md", table)]).graph
  }

  private static func comparison(_ graph: IssueGraph) throws -> PairComparison {
    let red = try #require(graph.parties.first { $0.name == "Red" })
    let blue = try #require(graph.parties.first { $0.name == "Blue" })
    return PairComparison(PartyPair(red.id, blue.id), in: graph)
  }

  private static func names(_ rows: [PairComparison.Row], _ graph: IssueGraph) -> [String] {
    rows.map { graph.issues[$0.issue.index].name }
  }

  @Test("the widest distance comes first, and at most one step counts as agreement")
  func order() throws {
    let graph = Self.graph([
      ("Dam", "[+] a", "[0] b"), ("Tolls", "[+] a", "[-] b"), ("Dredging", "[++] a", "[-] b"),
      ("Pilots", "[-] a", "[-] b"),
    ])
    let comparison = try Self.comparison(graph)
    #expect(Self.names(comparison.apart, graph) == ["Dredging", "Tolls"])
    #expect(comparison.apart.map(\.distance) == [.apart(3...3), .apart(2...2)])
    #expect(Self.names(comparison.agreement, graph) == ["Dam", "Pilots"])
    #expect(comparison.agreement.map(\.distance) == [.apart(1...1), .apart(0...0)])
    #expect(PairSummary(comparison).shared == 4)
  }

  @Test("red lines are listed separately, whatever the other party holds")
  func redLines() throws {
    let graph = Self.graph([
      ("Dam", "[--] a", "[--] b"), ("Tolls", "[++] a", "[--] b"), ("Borders", "[--] a", "[+] b"),
      ("Pilots", "[--] a", ""),
    ])
    let comparison = try Self.comparison(graph)
    #expect(Self.names(comparison.redLines, graph) == ["Tolls", "Dam", "Borders", "Pilots"])
    #expect(
      comparison.redLines.map(\.distance) == [
        .apart(4...4), .apart(0...0), .notComparable(.withoutProposition), .notComparable(.oneSided),
      ])
    #expect(comparison.agreement.isEmpty && comparison.apart.isEmpty && comparison.onlyFirst.isEmpty)
    #expect(PairSummary(comparison).shared == 3)
  }

  @Test("positions that are unrated, mixed or without a proposition are not comparable")
  func notComparable() throws {
    let graph = Self.graph([
      ("Dam", "a", "[+] b"), ("Dredging", "[+] a", "[~] b"), ("Pilots", "a", "b"),
      ("Quotas", "[~] a", "[~] b"),
      ("Borders", "[+] a", "[0] b"), ("Tolls", "[~] a", "b"),
    ])
    let comparison = try Self.comparison(graph)
    #expect(
      Self.names(comparison.notComparable, graph) == [
        "Borders", "Dam", "Dredging", "Pilots", "Quotas", "Tolls",
      ])
    #expect(
      comparison.notComparable.map(\.distance) == [
        .notComparable(.withoutProposition), .notComparable(.unrated(first: true, second: false)),
        .notComparable(.mixed(first: false, second: true)),
        .notComparable(.unrated(first: true, second: true)),
        .notComparable(.mixed(first: true, second: true)),
        .notComparable(.unrated(first: false, second: true)),
      ])
    #expect(comparison.apart.isEmpty && comparison.agreement.isEmpty)
  }

  @Test("equal stances on an issue without a proposition are the same stance, unless one holds several")
  func sameStance() throws {
    let graph = Self.graph([
      ("Borders", "[+] a", "[+] b"), ("Fees", "[-] a", "[+] b"), ("Locks", "[~] a", "[~] b"),
      ("Ports", "[+] a", "[+] b"), ("Ports", "[0] a", ""), ("Rails", "[--] a", "[--] b"),
    ])
    let comparison = try Self.comparison(graph)
    #expect(Self.names(comparison.sameWithoutProposition, graph) == ["Borders"])
    #expect(comparison.sameWithoutProposition.map(\.distance) == [.sameWithoutProposition])
    #expect(Self.names(comparison.notComparable, graph) == ["Fees", "Locks", "Ports"])
    #expect(comparison.redLines.map(\.distance) == [.sameWithoutProposition])
    #expect(PairSummary(comparison).shared == 5)
  }

  @Test(
    "issues are counted by what is known of their distance, red lines too, and the mean is that of the known ones"
  )
  func summary() throws {
    let graph = Self.graph([
      ("Borders", "[+] a", "[+] b"), ("Fees", "[+] a", "[-] b"), ("Dam", "[+] a", "[0] b"),
      ("Tolls", "[--] a", "[++] b"), ("Dredging", "[+] a", "[-] b"), ("Dredging", "[0] a", ""),
      ("Pilots", "[+] a", "—"), ("Quotas", "[--] a", ""),
    ])
    let summary = PairSummary(try Self.comparison(graph))
    #expect(summary.apart == 2 && summary.close == 1 && summary.same == 1 && summary.notComparable == 1)
    // 1, 4, and the middle of 1 and 2: 6.5 steps on 3 issues.
    #expect(summary.meanTenths == 22)
  }

  @Test("without a known distance there is no mean")
  func noMean() throws {
    let summary = PairSummary(
      try Self.comparison(Self.graph([("Borders", "[+] a", "[+] b"), ("Dam", "a", "")])))
    #expect(summary.meanTenths == nil && summary.measured == 0 && summary.same == 1)
  }

  @Test("several stances of one standing give a range, and a red line among them is never hidden")
  func range() throws {
    let graph = Self.graph([
      ("Dam", "[+] a", "[++] b"), ("Dam", "[-] a", ""), ("Tolls", "[++] a", "[+] b"), ("Tolls", "[--] a", ""),
      ("Pilots", "[+] a", "[0] b"), ("Pilots", "a", ""), ("Quotas", "[+] a", "[+] b"),
      ("Quotas", "[~] a", ""),
    ])
    let comparison = try Self.comparison(graph)
    #expect(Self.names(comparison.redLines, graph) == ["Tolls"])
    #expect(comparison.redLines.map(\.distance) == [.apart(1...3)])
    #expect(comparison.apart.map(\.distance) == [.apart(1...3)])
    #expect(comparison.agreement.map(\.distance) == [.apart(1...1)])
    #expect(comparison.notComparable.map(\.distance) == [.notComparable(.mixed(first: true, second: false))])
  }

  @Test("the latest position of each counts")
  func newest() throws {
    let old =
      "---\ndate: 2024-01-01\n---\n\n| Aspect | Red | Blue |\n|---|---|---|\n| Dam | [++] a | [--] b |\n"
    let new =
      "---\ndate: 2025-01-01\n---\n\n| Aspect | Red | Blue |\n|---|---|---|\n| Dam | [+] a | [+] b |\n"
    let graph = SampleSite(Self.issueFiles + [("reports/a.md", new), ("reports/b.md", old)]).graph
    let comparison = try Self.comparison(graph)
    #expect(comparison.redLines.isEmpty)
    #expect(comparison.agreement.map(\.distance) == [.apart(0...0)])
  }

  @Test(
    "each issue is listed once, and swapping the pair swaps the sides of every row",
    arguments: 0..<40 as Range<UInt64>)
  func mirror(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = ["", "a", "[++] a", "[+] a", "[~] a", "[0] a", "[-] a", "[--] a"]
    let issues = ["Dam", "Tolls", "Dredging", "Pilots", "Quotas", "Borders"]
    let graph = Self.graph(
      issues.map {
        ($0, cells.randomElement(using: &random) ?? "", cells.randomElement(using: &random) ?? "")
      } + [("Anchor", "a", "a")])
    let red = try #require(graph.parties.first { $0.name == "Red" }).id
    let blue = try #require(graph.parties.first { $0.name == "Blue" }).id
    let one = PairComparison(PartyPair(red, blue), in: graph)
    let other = PairComparison(PartyPair(blue, red), in: graph)
    for (left, right) in [
      (one.redLines, other.redLines), (one.apart, other.apart), (one.agreement, other.agreement),
      (one.sameWithoutProposition, other.sameWithoutProposition),
      (one.notComparable, other.notComparable), (one.onlyFirst, other.onlySecond),
      (one.onlySecond, other.onlyFirst),
    ] {
      #expect(left.map(\.issue) == right.map(\.issue))
      #expect(left.map(\.first) == right.map(\.second) && left.map(\.second) == right.map(\.first))
    }
    #expect(PairSummary(one) == PairSummary(other))
    let all = one.rows + one.onlyFirst + one.onlySecond
    let held = graph.issues.filter {
      graph.standings[$0.id, red] != nil || graph.standings[$0.id, blue] != nil
    }
    #expect(all.map(\.issue).sorted() == held.map(\.id))
  }
}
