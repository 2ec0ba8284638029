import Content
import Graph
import Text

/// A file with information about the site for other programs; all of them need a base URL.
enum MetadataFile: Sendable, Hashable {
  case siteFeed
  case issueFeed(ID<Issue>)
  case partyFeed(ID<Party>)
  /// The sitemap, or an index of its parts.
  case sitemap
  /// Counted from 0.
  case sitemapPart(Int)
  case robots
  case webManifest
  case languageModels

  /// The path below the output folder.
  func path(in graph: IssueGraph) -> String {
    switch self {
    case .siteFeed: SiteFeeds.path(of: "")
    case .issueFeed(let id): SiteFeeds.path(of: graph.issues[id.index].address)
    case .partyFeed(let id): SiteFeeds.path(of: graph.parties[id.index].address)
    case .sitemap: "sitemap.xml"
    case .sitemapPart(let index): "sitemap-\(index + 1).xml"
    case .robots: "robots.txt"
    case .webManifest: "site.webmanifest"
    case .languageModels: "llms.txt"
    }
  }

  /// The files of a site with `pageCount` pages.
  static func files(of graph: IssueGraph, feeds: SiteFeeds, pageCount: Int) -> [MetadataFile] {
    guard graph.settings.baseURL != nil else { return [] }
    var files: [MetadataFile] = feeds.hasSite ? [.siteFeed] : []
    files += feeds.issues.map { .issueFeed($0) }
    files += feeds.parties.map { .partyFeed($0) }
    if Sitemap.isEnabled(graph.settings) {
      files.append(.sitemap)
      let parts = Sitemap.partCount(of: pageCount)
      if parts > 1 { files += (0..<parts).map { .sitemapPart($0) } }
    }
    if graph.settings.previewName != nil { return files + [.robots, .webManifest] }
    return files + [.robots, .webManifest, .languageModels]
  }

  /// - Parameters:
  ///   - pages: the pages of the site, for the sitemap.
  ///   - assets: the names of the theme's files, for the icons.
  func bytes(
    _ layout: SiteLayout, pages: [SitePlan.Page], words: LocalizedStrings, assets: AssetNames
  ) -> [UInt8] {
    let graph = layout.graph
    let text = FeedText(record: layout.record, words: words)
    let feed = ReportFeed(graph) { id in
      text.positions(of: id, moves: layout.moves.ofReport[id] ?? [], limit: ReportFeed.mostPositions)
    }
    return switch self {
    case .siteFeed: feed.site()
    case .issueFeed(let id): feed.issue(id)
    case .partyFeed(let id): feed.party(id)
    case .sitemap: Sitemap(layout, pages: pages).whole()
    case .sitemapPart(let index): Sitemap(layout, pages: pages).part(index)
    case .robots: RobotsFile.bytes(graph.settings)
    case .webManifest: WebManifest.bytes(graph.settings, assets)
    case .languageModels: LanguageModelFile(graph, words: words).bytes
    }
  }
}

/// `robots.txt` (RFC 9309): crawlers may read everything; with the address of the sitemap.
enum RobotsFile {
  static func bytes(_ settings: SiteSettings) -> [UInt8] {
    var output = RuleLines()
    output.raw("User-agent: *\nAllow: /\n")
    if Sitemap.isEnabled(settings), let address = settings.fullAddress("sitemap.xml") {
      output.raw("\nSitemap: ")
      output.address(address)
      output.raw("\n")
    }
    return output.bytes
  }
}

/// The web app manifest (W3C), by which a device installs the site like an app. Addresses are relative to the file.
enum WebManifest {
  static func bytes(_ settings: SiteSettings, _ assets: AssetNames) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("name", settings.title)
    if let description = settings.description { writer.member("description", description) }
    writer.member("lang", settings.language)
    writer.member("start_url", "./")
    writer.member("scope", "./")
    writer.member("display", "minimal-ui")
    writer.member("background_color", "#fdfcfa")
    writer.member("theme_color", settings.theme.color?.text ?? "#fdfcfa")
    writer.lines("icons", icons) { writer, icon in
      writer.beginObject()
      writer.member("src", assets[icon.path])
      writer.member("sizes", icon.sizes)
      writer.member("type", icon.type)
      writer.endObject()
    }
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private static let icons = [
    (path: "assets/favicon.svg", sizes: "any", type: "image/svg+xml"),
    (path: "assets/icon-512.png", sizes: "512x512", type: "image/png"),
  ]
}
