import Content
import Diagnostics
import Graph
import Text

/// Checks links to generated pages and files against the plan of the site.
///
/// Diagnostics: `broken-link` and `broken-anchor`, at the links.
struct OpenLinkCheck {
  private var tally: DiagnosticTally
  private let graph: IssueGraph
  private let pages: [SitePlan.Page]
  /// Indices of `pages` by output path.
  private let places: [String: Int]
  private let anchorsOfPage: (SitePlan.Page) -> Set<String>
  /// The anchors of each page that a link with an anchor leads to.
  private var anchors: [Int: Set<String>] = [:]
  /// The number of diagnostics for which a similar address will still be searched.
  private var searchesLeft = 50

  /// - Parameter anchors: returns the anchors of a page; called only for pages that are linked with an
  ///   anchor.
  init(_ graph: IssueGraph, pages: [SitePlan.Page], anchors: @escaping (SitePlan.Page) -> Set<String>) {
    self.graph = graph
    tally = DiagnosticTally(graph.settings.limits)
    self.pages = pages
    anchorsOfPage = anchors
    guard !graph.openLinks.isEmpty else {
      places = [:]
      return
    }
    places = Dictionary(zip(pages.map(\.path), pages.indices)) { first, _ in first }
    for link in graph.openLinks { check(link) }
  }

  /// The diagnostics, in the order in which they were found.
  var diagnostics: [Diagnostic] { tally.diagnostics }

  private mutating func check(_ link: OpenLink) {
    let file = link.isFile && !link.path.isEmpty ? link.path : graph.settings.addresses.file(of: link.path)
    guard let index = places[file] else { return reportPage(link) }
    guard let anchor = link.anchor, !link.isFile else { return }
    let known = anchors[index] ?? anchorsOfPage(pages[index])
    anchors[index] = known
    if known.contains(anchor) { return }
    tally.add(
      Diagnostic(
        .brokenAnchor, at: link.diagnostic.place, "“/\(link.path)/” has no anchor “#\(anchor)”",
        suggestion: nearest(anchor, among: Array(known)).map {
          Suggestion("did you mean “#\($0)”?", choice: Suggestion.Choice("#" + anchor, "#" + $0))
        }))
  }

  private mutating func reportPage(_ link: OpenLink) {
    let broken = link.diagnostic
    var suggestion = broken.suggestion
    if let report = FormerCardPages.report(ofPageAt: link.path) {
      let anchor = link.anchor.map { "#" + $0 } ?? ""
      suggestion = Suggestion("cards open on the page of the report: link to “/\(report)/\(anchor)”")
    }
    let addresses = searchesLeft > 0 ? addresses : []
    if suggestion == nil,
      let near = nearest(link.isFile ? "/\(link.path)" : "/\(link.path)/", among: addresses)
    {
      let choice = Suggestion.Choice(link.path, AddressStyle.bare(near))
      suggestion = Suggestion("did you mean “\(near)”?", choice: link.path.isEmpty ? nil : choice)
    }
    tally.add(
      Diagnostic(
        broken.id, at: broken.place, broken.message, notes: broken.notes, suggestion: suggestion))
  }

  /// The addresses that links can use: `/about/`, `/positions.csv`.
  private var addresses: [String] {
    let style = graph.settings.addresses
    return pages.map { page in
      style.address(ofFile: page.path).map { $0.isEmpty ? "/" : "/\($0)/" } ?? "/" + page.path
    }
  }

  private mutating func nearest(_ name: String, among names: [String]) -> String? {
    guard searchesLeft > 0 else { return nil }
    searchesLeft -= 1
    return NearestName.match(name, among: names.sorted())
  }
}

/// Finds the anchors in generated HTML.
enum HTMLAnchors {
  /// The values of all `id` attributes, unescaped.
  static func find(in html: [UInt8]) -> Set<String> {
    let opening = Array(" id=\"".utf8)
    var found: Set<String> = []
    var rest = html[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let isIdentifier = html[...quote].suffix(opening.count).elementsEqual(opening)
      rest = rest[(quote + 1)...]
      guard isIdentifier, let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { continue }
      found.insert(unescaped(String(decoding: rest[..<end], as: UTF8.self)))
      rest = rest[(end + 1)...]
    }
    return found
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
