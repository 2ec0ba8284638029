import Content
import Diagnostics
import Graph
import Markdown

/// A link in the content to a page of another site.
struct ExternalLink: Sendable, Hashable {
  /// The URL without its fragment.
  let address: String
  /// Host name and port, in lower case.
  let host: String
  let place: Place

  /// Nil if the destination is not an HTTP or HTTPS URL.
  init?(_ destination: String, at place: Place) {
    let bare = destination.prefix { $0 != "#" }
    guard let host = Self.host(of: String(bare)) else { return nil }
    address = String(bare)
    self.host = host
    self.place = place
  }

  /// The host name and port of a URL, in lower case; nil if it is not an HTTP or HTTPS URL.
  static func host(of address: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) }) else {
      return nil
    }
    let rest = address.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" }.split(separator: "@").last ?? ""
    let isPlain = !address.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F }
    return host.isEmpty || !isPlain ? nil : host.lowercased()
  }

  /// All external links and images in the site's documents, in the order of files and positions.
  static func all(in graph: IssueGraph) -> [ExternalLink] {
    let reports = graph.reports.map(\.report.header)
    let pages = graph.pages.map(\.page.header)
    let subjects = graph.issues.compactMap { $0.file?.header } + graph.parties.compactMap { $0.file?.header }
    let home = graph.home.map { [$0.page.header] } ?? []
    return (reports + pages + home + subjects).flatMap(links)
  }

  private static func links(of header: FileHeader) -> [ExternalLink] {
    let document = header.document
    return document.nodes.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .link || node.kind == .image else { return nil }
      let place = Place(path: header.sourcePath, range: node.source.range)
      return ExternalLink(document.string(node.text), at: place)
    }
  }
}
