import Content
import Diagnostics
import Editions
import Graph

@testable import Site

/// A site built from files in a test.
struct WrittenSite {
  let plan: SitePlan
  let graph: IssueGraph
  /// The diagnostics of reading, linking and planning, as printed.
  let messages: [String]

  init(
    _ files: [String: String], assets: [String] = [],
    settings: SiteSettings = SiteSettings(switches: PageRegistry.switches),
    today: PartialDate? = nil, editions: [Edition] = []
  ) {
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2030, month: 1, day: 1), includesDrafts: false)
    var diagnostics: [Diagnostic] = []
    let authored = files.keys.sorted().map { path in
      let source = SourceText(path: "Content/" + path, text: files[path] ?? "")
      let (file, ofFile) = reader.read(InputFile(path: path, role: Self.role(path), source: source))
      diagnostics += ofFile
      return file
    }
    let (graph, ofGraph) = GraphBuilder.build(
      authored, assets: assets, settings: settings, today: today)
    self.graph = graph
    plan = SitePlan(
      graph: graph, theme: Theme(language: settings.language, stanceNames: settings.stanceNames),
      archive: EditionArchive(editions),
      today: today)
    messages = (diagnostics + ofGraph + plan.diagnostics.filter { $0.id != .withoutBaseURL })
      .map { Printed.line($0) { _ in "" } }
  }

  private static func role(_ path: String) -> InputFile.Role {
    switch path.split(separator: "/").first {
    case "issues": .issue
    case "parties": .party
    case "pages": .page
    case "index.md": .home
    default: .report
    }
  }

  /// The paths of all pages.
  var pages: [String] { plan.pages.map(\.path).filter { $0.hasSuffix(".html") } }

  /// The HTML of a page; empty if there is none.
  func page(_ path: String) -> String {
    guard let page = plan.pages.first(where: { $0.path == path }) else { return "" }
    return String(decoding: plan.render(page).bytes, as: UTF8.self)
  }
}
