import Graph

/// A file that tells machines about the site; all of them need a base URL.
enum MetadataFile: Sendable, Hashable {
  case siteFeed
  case issueFeed(ID<Issue>)
  case partyFeed(ID<Party>)
  /// The sitemap, or the index of its parts.
  case sitemap
  /// Counted from 0.
  case sitemapPart(Int)
  case robots
  case webManifest

  /// Its path below the output folder.
  func path(in graph: IssueGraph) -> String {
    switch self {
    case .siteFeed: SiteFeeds.path(of: "")
    case .issueFeed(let id): SiteFeeds.path(of: graph.issues[id.index].address)
    case .partyFeed(let id): SiteFeeds.path(of: graph.parties[id.index].address)
    case .sitemap: "sitemap.xml"
    case .sitemapPart(let index): "sitemap-\(index + 1).xml"
    case .robots: "robots.txt"
    case .webManifest: "site.webmanifest"
    }
  }

  /// The files of a site with `pageCount` pages.
  static func files(of graph: IssueGraph, feeds: SiteFeeds, pageCount: Int) -> [MetadataFile] {
    guard graph.settings.baseURL != nil else { return [] }
    var files: [MetadataFile] = feeds.hasSite ? [.siteFeed] : []
    files += feeds.issues.map { .issueFeed($0) }
    files += feeds.parties.map { .partyFeed($0) }
    if graph.settings.pageKinds[.sitemap] {
      files.append(.sitemap)
      let parts = Sitemap.partCount(of: pageCount)
      if parts > 1 { files += (0..<parts).map { .sitemapPart($0) } }
    }
    return files + [.robots, .webManifest]
  }

  /// - Parameter pages: the pages of the site, for the sitemap.
  func bytes(_ layout: SiteLayout, pages: [SitePlan.Page]) -> [UInt8] {
    let graph = layout.graph
    return switch self {
    case .siteFeed: ReportFeed(graph).site()
    case .issueFeed(let id): ReportFeed(graph).issue(id)
    case .partyFeed(let id): ReportFeed(graph).party(id)
    case .sitemap: Sitemap(layout, pages: pages).whole()
    case .sitemapPart(let index): Sitemap(layout, pages: pages).part(index)
    case .robots: RobotsFile.bytes(graph.settings)
    case .webManifest: WebManifest.bytes(graph.settings)
    }
  }
}
