import Content
import Diagnostics
import Graph
import Markdown

/// A small site in a test, read like real files.
package struct SampleSite: Sendable {
  package private(set) var files: [InputFile] = []
  package var assets: [String] = []
  package var settings = Self.settings
  /// The day on which the graph is built; nil: none is known, and every position may be current.
  package var today: PartialDate?
  /// What readers may have cited, the oldest state first.
  package var published: [PublishedState] = []

  /// The usual settings of a site, with the reserved addresses of its lists.
  package static var settings: SiteSettings { SiteSettings(switches: switches) }
  package static let tensions = PageSwitch("tensions", "", addresses: ["tensions"])
  private static let switches = [
    PageSwitch("lists", "", addresses: ["reports", "issues", "parties"]), tensions,
    PageSwitch("others", "", addresses: ["matrix", "options", "compare", "coverage", "changes", "map"]),
    PageSwitch("shared", "", addresses: ["corrections"], sharedAddresses: ["corrections"]),
  ]

  /// Files by path below Content.
  package init(
    _ texts: [(String, String)], assets: [String] = [], settings: SiteSettings = Self.settings,
    today: PartialDate? = nil
  ) {
    files = texts.map { path, text in
      InputFile(
        path: path, role: Self.role(of: path), source: SourceText(path: "Content/" + path, text: text))
    }
    self.assets = assets
    self.settings = settings
    self.today = today
  }

  /// The same site with other files or another order of files.
  package func with(_ change: (inout [InputFile]) -> Void) -> SampleSite {
    var copy = self
    change(&copy.files)
    return copy
  }

  private static func role(of path: String) -> InputFile.Role {
    if path == "index.md" { return .home }
    switch path.split(separator: "/").first {
    case "issues": return .issue
    case "parties": return .party
    case "pages": return .page
    default: return .report
    }
  }

  private var reader: ContentReader {
    ContentReader(
      settings: settings, today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
  }

  /// One parsed file.
  package func authored(_ index: Int) -> Authored { reader.read(files[index]).authored }

  /// The same site with another text of one file.
  package func replacing(_ index: Int, with text: String) -> SampleSite {
    with {
      let old = $0[index]
      $0[index] = InputFile(
        path: old.path, role: old.role, source: SourceText(path: old.source.path, text: text))
    }
  }

  /// The graph with the results of linking.
  package func linked() -> LinkedGraph {
    let builder = GraphBuilder(
      files.indices.map(authored), assets: assets, settings: settings, today: today, published: published)
    return LinkedGraph(builder, (0..<builder.count).map(builder.link))
  }

  /// The graph and its diagnostics.
  package func build() -> (graph: IssueGraph, diagnostics: [Diagnostic]) {
    GraphBuilder.build(
      files.indices.map(authored), assets: assets, settings: settings, today: today, published: published)
  }

  package var graph: IssueGraph { build().graph }

  /// The diagnostics of the graph, as printed.
  package var messages: String {
    let sources = Dictionary(files.map { ($0.source.path, $0.source.bytes) }) { first, _ in first }
    return DiagnosticPrinter { sources[$0] }.text(DiagnosticPolicy().apply(to: build().diagnostics))
  }
}
