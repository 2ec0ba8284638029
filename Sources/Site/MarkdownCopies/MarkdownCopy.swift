import Content
import Graph
import Text

/// A page as Markdown (GFM), beside its HTML: for programs that read with a language model, and for people who quote.
///
/// It is made from the page's HTML, so that it says what the page says: without header, menu, forms, scripts and pictures that
/// scripts or styles draw.
struct MarkdownCopy: Sendable {
  let page: any SitePage

  /// Whether pages of a kind have copies: all that search engines may list.
  static func exists(of definition: PageDefinition, in settings: SiteSettings) -> Bool {
    settings.writesMarkdownCopies && definition.isInSitemap
  }

  /// The path of the copy of the page at `address`, below the site's root.
  static func path(of address: String, _ style: AddressStyle) -> String {
    style.file(of: address).dropLast("html".count) + "md"
  }

  /// - Parameters:
  ///   - html: the page.
  ///   - source: the sentence that names an address, which is the page's own, as the source.
  static func bytes(
    _ html: [UInt8], at address: String, _ settings: SiteSettings, source: (String) -> String
  ) -> [UInt8] {
    var blocks = MarkdownWriter(HTMLTree(html), links: MarkdownLinks(address: address, settings)).document
    if let whole = settings.fullAddress(ofPage: address) {
      let parts = source(whole).split(separator: whole, maxSplits: 1, omittingEmptySubsequences: false)
      blocks.append(
        .paragraph(parts.map { "\(String($0))" as MarkdownLine }.joined(separator: .address(whole))))
    }
    return Array((blocks.document + "\n").utf8)
  }
}

/// The addresses of links in a copy: full ones if the site has a base URL.
struct MarkdownLinks: Sendable {
  /// The path of the page below the site's root; empty for the home page.
  private let path: String
  /// The address of the site, with a slash at its end; nil: it has none.
  private let base: String?

  init(address: String, _ settings: SiteSettings) {
    path = settings.addresses.way(to: address)
    base = settings.fullAddress("")
  }

  /// - Parameter link: as the page has it.
  func address(_ link: String) -> String {
    if link.hasPrefix("//") || Self.hasScheme(link) { return link }
    let end = link.firstIndex { $0 == "#" || $0 == "?" } ?? link.endIndex
    if let base { return base + resolved(link[..<end]) + link[end...] }
    // A place on the page itself: the copy has no anchors.
    let file = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    return (end == link.startIndex ? file.isEmpty ? "./" : file : "") + link
  }

  private static func hasScheme(_ link: String) -> Bool {
    let scheme = link.utf8.prefix {
      $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#")
    }
    return link.utf8[scheme.endIndex...].first == UInt8(ascii: ":")
  }

  /// The path below the site's root to which a relative path leads.
  private func resolved(_ way: Substring) -> String {
    if way.isEmpty { return path }
    var folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()[...]
    let parts = way.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropLast() {
      if part == ".." {
        folders = folders.dropLast()
      } else if part != ".", !part.isEmpty {
        folders.append(part)
      }
    }
    let last = parts.last.map { $0 == "." || $0 == ".." ? "" : String($0) } ?? ""
    return folders.map { $0 + "/" }.joined() + last
  }
}
