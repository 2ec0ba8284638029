import Content
import SampleArchives
import TestSupport
import Testing

@testable import Graph

@Suite("The map of issues") struct IssueMapTests {
  private static func map(_ files: [(String, String)]) -> (map: IssueMap?, graph: IssueGraph) {
    let graph = SampleSite(files).graph
    return (IssueMap(graph, IssueReports(graph)), graph)
  }

  /// A report with a row for each issue.
  private static func report(_ name: String, _ issues: [String]) -> (String, String) {
    let rows = issues.map { "| \($0) | Yes | No |\n" }.joined()
    return ("reports/\(name).md", "| Issue | Upland | Lowland |\n|---|---|---|\n" + rows)
  }

  /// `Dam–Tolls 2` for a connection by two reports; declared relations are named in between.
  private static func words(_ files: [(String, String)]) -> [String] {
    let (map, graph) = map(files)
    return map?.ties.map { tie in
      let relation = tie.relation.map { $0 == .broader ? " over " : " beside " } ?? "–"
      return graph.issues[tie.first.index].name + relation + graph.issues[tie.second.index].name
        + " \(tie.reports)"
    } ?? []
  }

  @Test("does not exist if only one report covers the issues together") func oneReport() {
    #expect(Self.map([Self.report("a", ["Dam", "Tolls", "Ferry"])]).map == nil)
  }

  @Test("connects issues that two reports cover together, and leaves out unconnected ones") func twoReports()
  {
    let files = [Self.report("a", ["Dam", "Tolls", "Ferry"]), Self.report("b", ["Dam", "Tolls", "Mills"])]
    #expect(Self.words(files) == ["Dam–Tolls 2"])
    #expect(Self.map(files).map?.issues.count == 2)
  }

  @Test("counts core issues without a row") func coreIssues() {
    #expect(
      Self.words([
        Self.report("a", ["Dam", "Tolls"]),
        ("reports/b.md", "---\ncore-issues: [Dam, Tolls]\n---\n\nText.\n"),
      ]) == ["Dam–Tolls 2"])
  }

  @Test("shows each declared relation once, whichever file declares it, with the number of shared reports")
  func declared() {
    #expect(
      Self.words([
        Self.report("a", ["Dam", "Tolls"]),
        ("issues/dam.md", "---\ntitle: Dam\nbroader: [Rivers]\nrelated: [Tolls]\n---\n"),
        ("issues/rivers.md", "---\ntitle: Rivers\nrelated: [Dam]\n---\n"),
        ("issues/tolls.md", "---\ntitle: Tolls\nrelated: [Dam]\n---\n"),
      ]) == ["Rivers over Dam 0", "Dam beside Tolls 1"])
  }

  @Test("prefers issues that are seldom apart to one that is in every report") func hub() {
    var files: [(String, String)] = []
    for number in 0..<20 {
      let pair = number / 2 % 5
      files.append(Self.report("r\(number)", ["Hub", "Left \(pair)", "Right \(pair)", "Third \(pair)"]))
    }
    let ties = Self.words(files)
    #expect(ties.count { $0.contains("Hub") } == 2)
    for pair in 0..<5 {
      #expect(ties.contains("Left \(pair)–Right \(pair) 4") && ties.contains("Right \(pair)–Third \(pair) 4"))
    }
  }

  @Test("ignores reports on very many issues") func longReports() {
    let many = (0...IssueReports.mostIssues).map { "Issue \($0)" }
    #expect(Self.map([Self.report("a", many), Self.report("b", many)]).map == nil)
    let fewer = Array(many.dropLast())
    #expect(Self.map([Self.report("a", fewer), Self.report("b", fewer)]).map?.issues.count == 100)
  }

  @Test(
    "contains the busiest issues, few connections, and each connection once",
    arguments: [1, 2, 3] as [UInt64])
  func bounds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = (0..<120).map { number in
      Self.report(
        "r\(number)", Set((0..<12).map { _ in "Issue \(Int.random(in: 0..<260, using: &random))" }).sorted())
    }
    let (found, graph) = Self.map(files)
    let map = try #require(found)
    let ends = map.ties.map { [min($0.first, $0.second), max($0.first, $0.second)] }
    #expect(map.issues.count <= IssueMap.mostIssues)
    #expect(Set(ends).count == ends.count)
    #expect(Set(ends.flatMap { $0 }) == Set(map.issues))
    #expect(map.ties.count <= map.issues.count * IssueMap.tiesAnIssue)
    #expect(map.omitted == graph.issues.count - IssueMap.mostIssues)
    let reports = IssueReports(graph)
    for tie in map.ties {
      let together = Set(reports.reports[tie.first]).intersection(reports.reports[tie.second]).count
      #expect(tie.reports == together && together >= IssueMap.leastReports)
      #expect(
        reports.companions(of: tie.first, least: 2).contains {
          $0.issue == tie.second && $0.reports == together
        })
    }
  }
}
