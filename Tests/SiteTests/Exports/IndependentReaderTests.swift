import Content
import Editions
import Foundation
import Graph
import Testing

@testable import Site

/// Independent programs read the exports, and the counts match those of the graph.
@Suite(
  "Exports in other readers", .serialized,
  .enabled(if: PythonEnvironment.hasReaders, "they need networkx and PyLD"))
struct IndependentReaderTests {
  /// Runs a program on a file with `bytes`; returns its output.
  private static func read(_ bytes: [UInt8], named name: String, with program: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return try PythonEnvironment.readers.get().run(program, [file.path])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func vertexCount(_ graph: IssueGraph) -> Int {
    graph.reports.count + graph.issues.count + graph.parties.count + graph.positions.count
      + graph.options.count
  }

  @Test("Python's csv reads every position, and the metadata names its columns")
  func csv() throws {
    let graph = ExportedSite.graph()
    let program = """
      import csv, sys
      rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))
      assert all(None not in row and None not in row.values() for row in rows)
      print(len(rows), len({r["position"] for r in rows}), len({r["issue_slug"] for r in rows}),
            len({r["party_slug"] for r in rows}), sum(r["stance"] != "" for r in rows))
      # Spreadsheets take a text after an apostrophe as it is, and calculate nothing.
      plain = lambda text: text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text
      print("|".join(sorted(plain(r["text"]) for r in rows)))
      """
    let answer = try Self.read(
      ExportFormat.csv.file.bytes(RecordHistory(graph)), named: "positions.csv", with: program)
    let issues = Set(graph.positions.map(\.issue)).count
    let parties = Set(graph.positions.map(\.party)).count
    let rated = graph.positions.count { $0.stance != nil }
    let lines = answer.split(separator: "\n")
    #expect(
      lines.first ?? "" == "\(graph.positions.count) \(graph.positions.count) \(issues) \(parties) \(rated)")
    let texts = graph.positions.map { graph.text(of: $0.id) }.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    #expect(lines.last ?? "" == texts.joined(separator: "|"))
    let metadata = try Self.read(
      PositionTable.metadata(graph.settings), named: "positions.csv-metadata.json",
      with: """
        import json, sys
        table = json.load(open(sys.argv[1], encoding="utf-8"))
        assert table["@context"][0] == "http://www.w3.org/ns/csvw" and table["url"] == "positions.csv"
        print(",".join(c["name"] for c in table["tableSchema"]["columns"]))
        """)
    #expect(metadata == PositionTable.columns.map(\.name).joined(separator: ","))
  }

  @Test("networkx builds the same graph from the JSON file")
  func jsonGraph() throws {
    let graph = ExportedSite.graph()
    let program = """
      import json, sys, networkx
      source = json.load(open(sys.argv[1], encoding="utf-8"))["graph"]
      graph = networkx.MultiDiGraph()
      for name, node in source["nodes"].items():
          graph.add_node(name, **node["metadata"])
      for edge in source["edges"]:
          assert edge["source"] in graph and edge["target"] in graph
          graph.add_edge(edge["source"], edge["target"], key=edge["relation"])
      positions = [n for n, kind in graph.nodes(data="kind") if kind == "position"]
      assert all(graph.out_degree(n) >= 3 for n in positions)
      print(graph.number_of_nodes(), len(positions), graph.number_of_edges())
      """
    let answer = try Self.read(
      ExportFormat.jsonGraph.file.bytes(RecordHistory(graph)), named: "graph.json", with: program)
    #expect(answer == "\(Self.vertexCount(graph)) \(graph.positions.count) \(Self.edgeCount(graph))")
  }

  private static func edgeCount(_ graph: IssueGraph) -> Int {
    var count = graph.positions.count * 3 + graph.options.count
    for issue in graph.issues { count += issue.broader.count + issue.related.count }
    for party in graph.parties {
      count += party.memberships.count + [party.actsFor, party.predecessor].count { $0 != nil }
    }
    return count + graph.tensions.count { $0.second != nil }
  }

  @Test("networkx reads the GraphML file")
  func graphML() throws {
    let graph = ExportedSite.graph()
    let program = """
      import sys, networkx
      graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
      kinds = [kind for _, kind in graph.nodes(data="kind")]
      print(graph.is_directed(), graph.number_of_nodes(), kinds.count("position"), graph.number_of_edges(),
            sum(value for _, value in graph.nodes(data="stance-value", default=0)))
      """
    let answer = try Self.read(GraphMLFile.bytes(RecordHistory(graph)), named: "graph.graphml", with: program)
    let values = graph.positions.compactMap { $0.stance?.value }.reduce(0, +)
    #expect(
      answer == "True \(Self.vertexCount(graph)) \(graph.positions.count) \(Self.edgeCount(graph)) \(values)")
  }

  @Test("a JSON-LD parser finds every claim in the pages of a site")
  func structuredData() throws {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/briefing/")
    let graph = ExportedSite.graph(settings: settings)
    let plan = SitePlan(graph: graph, theme: Theme())
    let pages = plan.pages.filter { $0.path.hasSuffix(".html") }.flatMap { plan.render($0).bytes }
    let program = """
      import collections, json, re, sys
      from pyld import jsonld
      def load(url, options):
          return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
                  "document": {"@context": {"@vocab": "https://schema.org/"}}}
      jsonld.set_document_loader(load)
      counts, claims = collections.Counter(), set()
      html = open(sys.argv[1], encoding="utf-8").read()
      for text in re.findall(r'<script type="application/ld\\+json">(.*?)</script>', html, re.S):
          for node in jsonld.flatten(jsonld.expand(json.loads(text))):
              for kind in node.get("@type", []):
                  counts[kind.removeprefix("https://schema.org/")] += 1
                  if kind.endswith("/Claim"): claims.add(node["@id"])
      print(counts["Report"], counts["DefinedTerm"], counts["BreadcrumbList"], counts["Dataset"], len(claims))
      assert all(claim.startswith("https://example.org/briefing/reports/") for claim in claims)
      """
    let answer = try Self.read(pages, named: "pages.html", with: program)
    let crumbs = graph.reports.count + graph.issues.count + graph.parties.count
    #expect(
      answer == "\(graph.reports.count) \(graph.issues.count) \(crumbs) 1 \(graph.positions.count)")
  }
}
