import Content
import Diagnostics
import Graph
import Text

/// The site's menu, held against the pages that there are.
struct Menu {
  let entries: [NavigationEntry]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ graph: IssueGraph, words: Words, pages: [SitePlan.Page]) {
    entries = SiteChrome.menu(
      graph, words: words, hasChanges: pages.contains { $0.source == .changes },
      hasPairs: pages.contains { $0.source == .pairs }, hasMap: pages.contains { $0.source == .map })
    guard graph.settings.navigation != nil else { return }
    let paths = Set(pages.map(\.path))
    let style = graph.settings.addresses
    let addresses = paths.compactMap { path in
      style.address(ofFile: path).map { $0.isEmpty ? "/" : "/\($0)/" }
    }
    for entry in entries.flatMap({ $0.entries.isEmpty ? [$0] : $0.entries })
    where entry.address.hasPrefix("/") && !entry.address.hasPrefix("//") {
      let address = entry.address.prefix { $0 != "#" && $0 != "?" }
      let page = String(address.dropFirst().dropLast())
      guard address.hasSuffix("/"), !paths.contains(style.file(of: page)) else { continue }
      let nearest = NearestName.match(String(address), among: addresses)
      diagnostics.append(
        Diagnostic(
          .brokenLink, at: nil,
          "the menu entry “\(entry.label)” leads to “\(entry.address)”, and there is no such page",
          suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) }))
    }
  }
}
