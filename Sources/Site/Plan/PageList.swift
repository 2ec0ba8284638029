import Graph

/// Collects the pages and files of a site.
struct PageList {
  /// In a stable order, without duplicate paths.
  private(set) var pages: [SitePlan.Page] = []
  private var claims: Set<String> = []
  private let graph: IssueGraph
  private let layout: SiteLayout

  /// - Parameters:
  ///   - hasSearch: whether there will be a search index.
  ///   - copied: paths of the files that are copied unchanged.
  init(_ layout: SiteLayout, theme: Theme, hasSearch: Bool, copied: [String]) {
    graph = layout.graph
    self.layout = layout
    for kind in PageRegistry.kinds { add(kind) }
    addData(authored: Set(copied), hasSearch: hasSearch)
    addRedirects()
    if !layout.hues.own.isEmpty { claim(PartyStyleSheet.path, .partyColours) }
    for file in HostFile.files(of: graph.settings) { claim(file.path, .rules(file)) }
    for (index, asset) in theme.assets.enumerated()
    where hasSearch || !SearchFacets.isAsset(asset.path) { claim(asset.path, .asset(index)) }
  }

  private mutating func add(_ kind: any SitePage.Type) {
    if let pageSwitch = kind.definition.pageSwitch, !graph.settings.pageKinds[pageSwitch] { return }
    let style = graph.settings.addresses
    for page in kind.pages(of: layout) {
      let address = page.address(in: layout)
      claim(page.file ?? style.file(of: address), .page(page))
      if MarkdownCopy.exists(of: page.definition, in: graph.settings) {
        claim(MarkdownCopy.path(of: address, style), .markdown(page))
      }
    }
  }

  /// Adds the pages at old addresses, and those of the pages below them.
  private mutating func addRedirects() {
    let redirects = layout.redirects
    for redirect in redirects { claim(redirect.file, .redirect(redirect)) }
    if redirects.isEmpty { return }
    let targets = Dictionary(grouping: redirects.filter { !$0.address.isEmpty }, by: \.address)
    let style = graph.settings.addresses
    for page in pages.compactMap(\.source.page) {
      let address = page.address(in: layout)
      var followed: [Redirect] = []
      if let pair = (page as? PairPage)?.pair {
        let title = [pair.first, pair.second].map { graph.parties[$0.index].name }.joined(separator: ", ")
        followed = layout.pairs.redirects(to: pair, in: graph, title: title)
      } else {
        for slash in address.indices where address[slash] == "/" {
          followed += (targets[String(address[..<slash])] ?? []).compactMap { $0.following(address, style) }
        }
      }
      for redirect in followed { claim(redirect.file, .redirect(redirect)) }
    }
  }

  /// Adds the files for other programs; files of the author replace them.
  private mutating func addData(authored: Set<String>, hasSearch: Bool) {
    for file in DataFile.files(of: layout, hasSearch: hasSearch) { claim(file.path, .data(file)) }
    let pageCount = pages.count { Sitemap.shows($0.source) }
    for file in MetadataFile.files(of: graph, feeds: layout.feeds, pageCount: pageCount)
    where !authored.contains(file.path(in: graph)) {
      claim(file.path(in: graph), .metadata(file))
    }
  }

  /// The first page with a path wins; the graph reports pages with the same address.
  private mutating func claim(_ path: String, _ source: PageSource) {
    if claims.insert(path.lowercased()).inserted { pages.append(SitePlan.Page(path: path, source: source)) }
  }
}
