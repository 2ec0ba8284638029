import Content
import Diagnostics
import Graph

/// The list of all pages for search engines (sitemaps.org, protocol 0.9): one file, or an index and parts.
///
/// The last change to a page is that of the newest dated report on it.
struct Sitemap {
  /// The largest number of addresses in one file. The protocol's other limit, 50 MB, is never reached first.
  static let mostAddresses = Limit.sitemapPages.value

  private let layout: SiteLayout
  private var graph: IssueGraph { layout.graph }
  /// The pages that search engines may list.
  private let pages: [SitePlan.Page]

  init(_ layout: SiteLayout, pages: [SitePlan.Page]) {
    self.layout = layout
    self.pages = pages.filter { Self.shows($0.source) }
  }

  /// Whether search engines may list the page.
  static func shows(_ source: PageSource) -> Bool { source.page?.definition.isInSitemap ?? false }

  /// Search engines list no page of a preview or of a site that shows the record of a day.
  static func isEnabled(_ settings: SiteSettings) -> Bool {
    settings.pageKinds[.sitemap] && !settings.isUnlisted
  }

  static func partCount(of pageCount: Int) -> Int { (pageCount + mostAddresses - 1) / mostAddresses }

  /// The file at the address that robots.txt names.
  func whole() -> [UInt8] {
    let count = Self.partCount(of: pages.count)
    return count > 1 ? index(count) : list(pages[...])
  }

  func part(_ index: Int) -> [UInt8] { list(slice(index)) }

  private func slice(_ index: Int) -> ArraySlice<SitePlan.Page> {
    let start = min(index * Self.mostAddresses, pages.count)
    return pages[start..<min(start + Self.mostAddresses, pages.count)]
  }

  private func index(_ count: Int) -> [UInt8] {
    var output = Self.opening("sitemapindex")
    for index in 0..<count {
      let day = slice(index).lazy.compactMap { lastChange(of: $0.source) }.max()
      write("sitemap", MetadataFile.sitemapPart(index).path(in: graph), day, into: &output)
    }
    output.raw("</sitemapindex>\n")
    return output.bytes
  }

  private func list(_ pages: ArraySlice<SitePlan.Page>) -> [UInt8] {
    var output = Self.opening("urlset")
    for page in pages {
      guard let address = page.source.page?.address(in: layout) else { continue }
      let path = address.isEmpty ? "" : graph.settings.addresses.way(to: address)
      write("url", path, lastChange(of: page.source), into: &output)
    }
    output.raw("</urlset>\n")
    return output.bytes
  }

  private static func opening(_ name: String) -> XML {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <\(name) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

    """
  }

  private func write(_ name: String, _ path: String, _ day: PartialDate?, into output: inout XML) {
    output.markup("<\(name)><loc>\(graph.settings.fullAddress(path) ?? "")</loc>")
    if let day { output.markup("<lastmod>\(day.description)</lastmod>") }
    output.markup("</\(name)>\n")
  }

  private func lastChange(of source: PageSource) -> PartialDate? { source.page?.lastChange(in: layout) }
}
