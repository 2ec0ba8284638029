import Content
import Diagnostics
import Graph

/// All pages of a site, each known by its output path; the pages themselves are rendered one at a time.
package struct SitePlan: Sendable {
  /// A page to be rendered, or a file of the theme to be written.
  package struct Page: Sendable, Hashable {
    /// Path below the output folder.
    package let path: String
    let source: PageSource

    /// A file of the theme, not one of the site's pages.
    package var isThemeFile: Bool { if case .asset = source { true } else { false } }

    /// What stands at an old address and sends readers on.
    package var isRedirect: Bool { if case .redirect = source { true } else { false } }
  }

  /// In a stable order, every path once.
  package let pages: [Page]
  /// What is wrong with the site as a whole; faults of templates are the theme's own.
  package private(set) var diagnostics: [Diagnostic]
  private let theme: Theme
  let values: PageValues
  private let frames: SkeletonCache
  private let rules: HostRules

  /// - Parameters:
  ///   - editions: the site's editions, the oldest first.
  ///   - today: the build's day, which decides what is due for review; nil: the site says nothing of it.
  ///   - map: the map of issues, laid out if something could; nil: the site has no map.
  ///   - diagnostics: what was wrong with the map; they become the plan's.
  ///   - copied: paths of the files that are copied as they are; a `robots.txt` among them takes the place of ours,
  ///     and so do other files that only machines read.
  ///   - rules: the author's own rules for the site's host.
  ///   - hasSearch: there will be an index of the pages, so that they can be searched.
  package init(
    graph: IssueGraph, theme: Theme, editions: [Edition] = [], today: PartialDate? = nil,
    map: MapOfIssues? = nil, diagnostics: [Diagnostic] = [], copied: [String] = [],
    rules: HostRules = HostRules(), hasSearch: Bool = false
  ) {
    let layout = SiteLayout(graph, editions: editions, today: today)
    let list = PageList(
      graph, layout, theme: theme, hasMap: map != nil, hasSearch: hasSearch, copied: copied)
    let menu = Menu(graph, words: theme.words, pages: list.pages)
    var chrome = SiteChrome(
      menu: menu.entries, pages: Set(graph.pages.map(\.address)), style: graph.settings.addresses,
      hasSearch: hasSearch)
    for page in list.pages {
      guard let key = Self.furnitureKey(page, chrome, graph, layout) else { continue }
      chrome.prepare(key, theme: theme, graph: graph)
    }
    let values = PageValues(
      site: SiteIndex(graph, words: theme.words, coverage: layout.coverage, today: today),
      parts: layout.matrix, years: layout.years, history: layout.history, pairs: layout.pairs,
      feeds: layout.feeds, chrome: chrome, mapOfIssues: map, assets: theme.assetNames,
      redirects: layout.redirects)
    self.rules = rules
    pages = list.pages
    frames = SkeletonCache(theme)
    self.theme = theme
    self.values = values
    var diagnostics =
      theme.diagnostics + diagnostics + layout.pairs.diagnostics + menu.diagnostics
      + layout.feeds.diagnostics
    if graph.settings.baseURL == nil {
      diagnostics.append(
        Diagnostic(
          .withoutBaseURL, at: nil,
          "the site has no “base-url”, so it has no canonical addresses, previews, feeds and sitemap",
          suggestion: Suggestion("add “base-url: https://…/” to site.yml")))
    }
    self.diagnostics = diagnostics
    self.diagnostics += OpenLinkCheck(graph, pages: pages, render: render).diagnostics
  }

  private init(_ other: SitePlan, graph: IssueGraph) {
    pages = other.pages
    diagnostics = other.diagnostics
    theme = other.theme
    frames = other.frames
    rules = other.rules
    values = other.values.updating(graph)
  }

  /// The same plan for a graph that is the same but for the text of reports (`LinkedGraph.Extent.text`); nil: the site
  /// has editions, which are held against every word of its positions.
  package func updating(_ graph: IssueGraph) -> SitePlan? {
    values.history.editions.isEmpty ? SitePlan(self, graph: graph) : nil
  }

  private static func furnitureKey(
    _ page: Page, _ chrome: SiteChrome, _ graph: IssueGraph, _ layout: SiteLayout
  ) -> SiteChrome.Key? {
    if page.source == .notFound { return PageValues.notFoundKey(graph.settings) }
    return page.source.address(in: graph, parts: layout.matrix, history: layout.history).map(chrome.key)
  }

  /// Renders one page; calls for different pages may run at once.
  package func render(_ page: Page) -> OutputFile {
    if case .asset(let index) = page.source { return theme.assets[index] }
    if case .data(let file) = page.source {
      return OutputFile(
        path: file.path, bytes: file.bytes(values.graph, history: values.history, words: theme.words))
    }
    if case .table(let id) = page.source {
      return OutputFile(path: page.path, bytes: ComparisonTable(id, in: values.graph).csv())
    }
    if case .metadata(let file) = page.source {
      let bytes = file.bytes(values.graph, parts: values.parts, history: values.history, pages: pages)
      return OutputFile(path: page.path, bytes: bytes)
    }
    if case .redirect(let index) = page.source {
      return OutputFile(path: page.path, bytes: values.redirects[index].page(values.graph.settings))
    }
    if case .rules(let file) = page.source { return OutputFile(path: page.path, bytes: bytes(of: file)) }
    guard let kind = page.source.kind, let values = values.values(of: page.source) else {
      preconditionFailure("every page but an asset has a template")
    }
    return OutputFile(path: page.path, bytes: frames.frame(kind, for: values).filled(with: values))
  }

  private func bytes(of file: HostFile) -> [UInt8] {
    // A page that stands at an old address comes before the redirect.
    let redirects = pages.compactMap { page -> Redirect? in
      if case .redirect(let index) = page.source { values.redirects[index] } else { nil }
    }
    let assets = pages.compactMap { page in
      if case .asset = page.source { page.path } else { nil }
    }
    return rules.bytes(
      file, values.graph.settings, fingerprinted: theme.assetNames.fingerprinted(among: assets),
      redirects: redirects)
  }
}
