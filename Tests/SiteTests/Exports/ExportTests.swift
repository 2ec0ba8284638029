import Content
import Editions
import Graph
import Testing

@testable import Site

@Suite("Exports")
struct ExportTests {
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("the table has one line per position, with quotes where necessary")
  func csv() {
    let graph = ExportedSite.graph()
    let text = Self.text(ExportFormat.csv.file.bytes(RecordHistory(graph)))
    let lines = text.split(separator: "\r\n")
    #expect(
      lines.first
        == "position,issue,issue_slug,party,party_slug,report,report_slug,date,date_origin,stance,stance_value,text,verbatim,evidence,comparison,row,column,sources,status,held_until,since,last_confirmed,proposition,edition"
    )
    #expect(lines.count == graph.positions.count + 1)
    #expect(text.hasSuffix("\r\n"))
    #expect(text.contains(#""keeps them, ""for now""""#))
    #expect(text.contains("2025-02,cell,,,cuts it,"))
    #expect(text.contains(",Red line,-2,"))
    #expect(text.contains("https://example.org/a?b&c"))
  }

  @Test("a site without positions has exports without rows")
  func empty() {
    let graph = GraphBuilder.build([]).graph
    #expect(Self.text(ExportFormat.csv.file.bytes(RecordHistory(graph))).split(separator: "\r\n").count == 1)
    #expect(Self.text(ExportFormat.jsonGraph.file.bytes(RecordHistory(graph))).contains(#""nodes":{"#))
    #expect(
      Self.text(ExportFormat.graphML.file.bytes(RecordHistory(graph))).hasSuffix("</graph>\n</graphml>\n"))
  }

  @Test("no text can close the script element")
  func structuredData() throws {
    let graph = ExportedSite.graph()
    let report = try #require(graph.reports.last { $0.slug.contains("plan") })
    let text = StructuredData(graph, words: Theme().words, root: "../../").report(report).text
    #expect(text.split(separator: "</script>", omittingEmptySubsequences: false).count == 2)
    #expect(text.contains(#"\u003c"#))
    #expect(!text.dropFirst(1).dropLast("</script>".count).contains("<"))
  }

  @Test("the files are part of the site, unless they are switched off")
  func planned() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    let names = Set(ExportFormat.files.map(\.path))
    let plan = SitePlan(graph: ExportedSite.graph(settings: settings), theme: Theme())
    #expect(names.isSubset(of: plan.pages.map(\.path)))
    #expect(!plan.pages.contains { $0.path == ExportFormat.graphML.file.path })
    settings.pageKinds[.exports] = false
    settings.pageKinds[.changes] = false
    let bare = SitePlan(graph: ExportedSite.graph(settings: settings), theme: Theme())
    #expect(names.isDisjoint(with: bare.pages.map(\.path)))
    let home = bare.pages.first { $0.path == "index.html" }.map(bare.render)
    let html = Self.text(home?.bytes ?? [])
    #expect(html.contains("<title>") && !html.contains("application/ld+json"))
  }

  @Test("the same graph gives the same bytes")
  func stable() {
    for file in ExportFormat.files {
      #expect(
        file.bytes(RecordHistory(ExportedSite.graph())) == file.bytes(RecordHistory(ExportedSite.graph())),
        "\(file.path)")
    }
  }

  @Test("each format and file is in the guide’s table", arguments: ExportFormat.all)
  func guide(_ format: ExportFormat) throws {
    let chapter = try String(contentsOf: Package.root.appending(path: "Guide/exports.md"), encoding: .utf8)
    #expect(chapter.contains("| `\(format.file.path)` | `\(format.name)` |"))
    for companion in format.companions { #expect(chapter.contains("| `\(companion.path)` |")) }
  }
}
