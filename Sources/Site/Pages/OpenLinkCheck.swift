import Diagnostics
import Graph
import Text

/// Holds links to what Standpoint itself makes against the pages and files that are really planned.
///
/// Diagnostics: `broken-link` and `broken-anchor`, at the links.
struct OpenLinkCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let graph: IssueGraph
  private let pages: [SitePlan.Page]
  /// Places in `pages` by output path.
  private let places: [String: Int]
  private let render: (SitePlan.Page) -> OutputFile
  /// The anchors of each page that a link with an anchor leads to, as they stand in its HTML.
  private var anchors: [Int: Set<ArraySlice<UInt8>>] = [:]
  /// How many more complaints come with a search for what was meant.
  private var searchesLeft = 50

  /// - Parameter render: gives the HTML of a page; asked only for pages that are linked with an anchor.
  init(_ graph: IssueGraph, pages: [SitePlan.Page], render: @escaping (SitePlan.Page) -> OutputFile) {
    self.graph = graph
    self.pages = pages
    self.render = render
    guard !graph.openLinks.isEmpty else {
      places = [:]
      return
    }
    places = Dictionary(zip(pages.map(\.path), pages.indices)) { first, _ in first }
    for link in graph.openLinks { check(link) }
  }

  private mutating func check(_ link: OpenLink) {
    let file = link.isFile && !link.path.isEmpty ? link.path : graph.settings.addresses.file(of: link.path)
    guard let index = places[file] else { return reportPage(link) }
    guard let anchor = link.anchor, !link.isFile, !has(anchor, pages[index], at: index) else { return }
    let names = (anchors[index] ?? []).map { String(decoding: $0, as: UTF8.self) }
    diagnostics.append(
      Diagnostic(
        .brokenAnchor, at: link.fault.place, "“/\(link.path)/” has no place “#\(anchor)”",
        suggestion: nearest(anchor, among: names).map { Suggestion("did you mean “#\($0)”?") }))
  }

  private mutating func has(_ anchor: String, _ page: SitePlan.Page, at index: Int) -> Bool {
    if anchors[index] == nil { anchors[index] = Self.anchors(in: render(page).bytes[...]) }
    var escaped: [UInt8] = []
    escaped.escaped(anchor)
    return anchors[index]?.contains(escaped[...]) == true
  }

  /// The values of all `id` attributes.
  private static func anchors(in html: ArraySlice<UInt8>) -> Set<ArraySlice<UInt8>> {
    let opening = Array(" id=\"".utf8)
    var found: Set<ArraySlice<UInt8>> = []
    var rest = html
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let isIdentifier = html[html.startIndex...quote].suffix(opening.count).elementsEqual(opening)
      rest = rest[(quote + 1)...]
      guard isIdentifier, let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { continue }
      found.insert(rest[..<end])
      rest = rest[(end + 1)...]
    }
    return found
  }

  private mutating func reportPage(_ link: OpenLink) {
    let fault = link.fault
    var suggestion = fault.suggestion
    let addresses = searchesLeft > 0 ? addresses : []
    if suggestion == nil,
      let near = nearest(link.isFile ? "/\(link.path)" : "/\(link.path)/", among: addresses)
    {
      suggestion = Suggestion("did you mean “\(near)”?")
    }
    diagnostics.append(
      Diagnostic(
        fault.id, at: fault.place, fault.message, notes: fault.notes, suggestion: suggestion))
  }

  /// What links can say: `/about/`, `/positions.csv`.
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
