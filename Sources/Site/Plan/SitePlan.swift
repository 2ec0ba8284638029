import Content
import Diagnostics
import Editions
import Graph
import Text

/// All pages and files of a site, by output path; each is rendered on demand.
package struct SitePlan: Sendable {
  /// A page to be rendered, or a file of the theme to be written.
  package struct Page: Sendable, Equatable {
    /// Path below the output folder.
    package let path: String
    let source: PageSource

    /// Pages of two plans are equal if they have the same path and kind.
    package static func == (left: Page, right: Page) -> Bool {
      left.path == right.path && left.source.page?.definition.key == right.source.page?.definition.key
    }

    /// A file of the theme, not one of the site's pages.
    package var isThemeFile: Bool { if case .asset = source { true } else { false } }

    /// Whether the search index has the page.
    package var isSearched: Bool { source.page?.isSearched ?? false }

    /// Whether it is the page of a report.
    package var isReport: Bool { source.page?.definition.key == ReportPage.definition.key }

    /// A page at an old address, which redirects readers.
    package var isRedirect: Bool { if case .redirect = source { true } else { false } }
  }

  /// In a stable order, without duplicate paths.
  package let pages: [Page]
  /// Diagnostics of the site as a whole, including those of the theme.
  package private(set) var diagnostics: [Diagnostic]
  /// The graph that the pages show: its standings know what editions remember.
  package var graph: IssueGraph { renderer.graph }
  /// The positions of `graph`, and those that editions and the published site remember.
  package var record: RecordHistory { renderer.site.record }
  private let theme: Theme
  private var renderer: PageRenderer
  private let skeletons: SkeletonCache
  private let rules: HostRules
  /// The reports that the site leaves out.
  private let withheld: [FrozenWithheldReport]
  /// What editions and `.standpoint` have of published states; their addresses are given to no other position.
  private let published: [Edition]

  /// - Parameters:
  ///   - archive: the site's editions.
  ///   - today: the date of the build, for due reviews; nil: the site does not show them.
  ///   - map: the map of issues, with its layout if there is one; nil: the site has no map.
  ///   - diagnostics: those of the map, which are added to the plan's.
  ///   - copied: paths of the files that are copied unchanged; they replace generated files such as
  ///     `robots.txt` with the same path.
  ///   - rules: the author's own rules for the site's host.
  ///   - hasSearch: whether there will be a search index.
  package init(
    graph: IssueGraph, theme: Theme, archive: EditionArchive = EditionArchive(), today: PartialDate? = nil,
    map: MapOfIssues? = nil, diagnostics: [Diagnostic] = [], copied: [String] = [],
    rules: HostRules = HostRules(), hasSearch: Bool = false
  ) {
    let layout = SiteLayout(graph, archive: archive, today: today, map: map)
    let pages = PageList(layout, theme: theme, hasSearch: hasSearch, copied: copied).pages
    let menu = Menu(graph, words: theme.words, pages: pages)
    var chrome = SiteChrome(
      menu: menu.entries, pages: Set(graph.pages.map(\.address)), style: graph.settings.addresses,
      hasSearch: hasSearch)
    for page in pages {
      guard let key = page.source.page?.chromeKey(chrome, in: layout) else { continue }
      chrome.prepare(key, theme: theme, graph: graph)
    }
    self.rules = rules
    self.pages = pages
    skeletons = SkeletonCache(theme)
    self.theme = theme
    renderer = PageRenderer(
      site: SiteIndex(
        graph, words: theme.words,
        record: layout.wholeRecord, editions: layout.editions,
        cellRedirects: layout.cellRedirects, hues: layout.hues,
        coverage: layout.coverage, today: today, matrixSheet: theme.assetNames["assets/matrix.css"]),
      layout: layout, chrome: chrome, assets: theme.assetNames,
      pictures: SharePictures(
        own: Set(SharingPicture.allCases.map(\.rawValue)).intersection(theme.assets.map(\.path))))
    self.diagnostics = theme.diagnostics + diagnostics
    // What the record of a day leaves out is not missing.
    let isWhole = graph.settings.recordDay == nil
    withheld = archive.withheld
    published = archive.publicEditions + archive.published
    if isWhole {
      self.diagnostics +=
        layout.pairs.diagnostics + menu.diagnostics + layout.feeds.diagnostics
        + layout.history.questions(about: graph, today: today)
        + CitationQuestions(layout.brokenCitations, pages: layout.changedPages, graph: graph).diagnostics
        + graph.unknownWithdrawals + graph.conflictingCellRedirects
    }
    self.diagnostics +=
      HostLimits.diagnostic(pages, copied: copied.count, host: graph.settings.host).map { [$0] } ?? []
    if let logo = graph.settings.theme.logo, !copied.contains(logo.path) {
      self.diagnostics.append(
        Diagnostic(
          .brokenLink, at: logo.place, "the logo “\(logo.path)” does not exist in the content folder",
          suggestion: NearestName.match(logo.path, among: copied).map {
            Suggestion("did you mean “/\($0)”?", replacement: "/" + $0)
          }))
    }
    if graph.settings.baseURL == nil {
      self.diagnostics.append(
        Diagnostic(
          .withoutBaseURL, at: nil,
          "the site has no “base-url”, so it has no canonical addresses, previews, feeds or sitemap",
          suggestion: Suggestion("add “base-url: https://…/” to site.yml")))
    }
    if isWhole { self.diagnostics += OpenLinkCheck(graph, pages: pages, anchors: anchors(of:)).diagnostics }
  }

  private init?(_ other: SitePlan, graph: IssueGraph) {
    guard let renderer = other.renderer.updating(graph, theme: other.theme) else { return nil }
    pages = other.pages
    diagnostics = other.diagnostics
    theme = other.theme
    skeletons = other.skeletons
    rules = other.rules
    withheld = other.withheld
    published = other.published
    self.renderer = renderer
  }

  /// The published addresses that lead to something else now, or to nothing.
  ///
  /// Diagnostics: `published-anchor-changed`, `published-anchor-gone` and `published-page-gone`.
  ///
  /// - Parameters:
  ///   - published: what readers may have cited, the oldest state first.
  ///   - earlier: positions that had addresses before; no other position may have them.
  ///   - includesGonePages: whether cells count whose report has another page now; otherwise the page is reported as a whole.
  package func brokenCitations(
    of published: [Edition], earlier: [Edition], includesGonePages: Bool
  ) -> [Diagnostic] {
    let layout = renderer.layout
    let citations = PublishedCitations(
      of: published, in: layout.graph, withheld: withheld,
      memory: layout.history.memory + layout.publishedMemory, redirects: layout.cellRedirects)
    let broken = citations.broken.filter {
      includesGonePages || $0.moved == nil || citations.hasPage($0)
    }
    let paths = Set(pages.map(\.path))
    let gone = citations.renamedPages.filter {
      !paths.contains(layout.graph.settings.addresses.file(of: $0.address))
    }
    let reused = PublishedAnchors(of: state).reused(from: earlier, unless: self.published)
    return CitationQuestions(
      broken, reused: reused, pages: citations.changedPages, gone: gone, graph: layout.graph
    ).diagnostics
  }

  /// The record of the site, as an edition would hold it.
  package var state: Edition {
    Edition(freezing: renderer.layout.graph, name: EditionHistory.now, date: PartialDate(year: 9999))
  }

  /// The same plan for a graph with the same names, addresses and tables, in which texts, stances or positions differ
  /// (`LinkedGraph.Extent.text` and `.positions`); nil: the site has other pages now, or has editions, which are compared with
  /// every word of its positions.
  package func updating(_ graph: IssueGraph) -> SitePlan? { SitePlan(self, graph: graph) }

  /// The same plan with pictures of links that were drawn.
  package func showing(_ pictures: [SharePicture]) -> SitePlan {
    var next = self
    next.renderer = renderer.showing(pictures)
    return next
  }

  /// The redirects that have a page, in the order of the pages.
  package var redirects: [Redirect] {
    pages.compactMap { if case .redirect(let redirect) = $0.source { redirect } else { nil } }
  }

  /// Whether a page is created from a file that is marked as a draft.
  package func isDraft(_ page: Page) -> Bool { page.source.page?.isDraft(in: renderer.graph) ?? false }

  /// The address of a page below the site’s root; nil for other files.
  func address(of page: Page) -> String? { page.source.page?.address(in: renderer.layout) }

  /// The editions that the site shows, with the addresses of their pages; the oldest first.
  package var editions: [(name: String, address: String)] {
    renderer.layout.editions.volumes.map { ($0.edition.name, $0.address) }
  }

  /// What documents need to know of the site.
  var paperSite: PaperSite {
    PaperSite(
      graph: graph, words: theme.words, style: theme.paperStyle, newestChange: renderer.layout.newestChange,
      sources: SourceShelf.items(renderer.layout.sources, of: graph))
  }

  /// Renders one page; can be called concurrently for different pages.
  package func render(_ page: Page) -> OutputFile {
    let file = marked(page)
    guard let borrowed = theme.borrowed, !page.isThemeFile else { return file }
    return OutputFile(
      path: file.path, bytes: borrowed.resolved(file.bytes, isHTML: file.path.hasSuffix(".html")))
  }

  /// A file that should be written piece by piece; nil: another one, which `render` gives as a whole.
  package func longFile(_ page: Page) -> LongFile? {
    // The texts of the interface, which may be borrowed, are not in it.
    guard case .data(.export(let file)) = page.source, file.isLong else { return nil }
    return LongFile { [record] in file.write(record, $0) }
  }

  /// A rendered page, with marks around the texts that are borrowed from English.
  private func marked(_ page: Page) -> OutputFile {
    switch page.source {
    case .page(let source): return OutputFile(path: page.path, bytes: html(of: source).finished())
    case .markdown(let source): return OutputFile(path: page.path, bytes: markdown(of: source))
    case .asset(let index): return theme.assets[index]
    case .data(let file):
      return OutputFile(
        path: file.path,
        bytes: file.bytes(renderer.layout, words: theme.words))
    case .metadata(let file):
      return OutputFile(
        path: page.path,
        bytes: file.bytes(
          renderer.layout, pages: pages, words: theme.words, assets: renderer.assets))
    case .redirect(let redirect):
      return OutputFile(
        path: page.path,
        bytes: redirect.page(renderer.settings, script: renderer.assets["assets/redirect.js"]).bytes)
    case .rules(let file): return OutputFile(path: page.path, bytes: bytes(of: file))
    case .partyColours:
      return OutputFile(path: page.path, bytes: PartyStyleSheet(hues: renderer.site.hues).bytes)
    }
  }

  private func markdown(of page: any SitePage) -> [UInt8] {
    let address = page.address(in: renderer.layout)
    return MarkdownCopy.bytes(html(of: page).bytes, at: address, renderer.settings) {
      theme.words.text(.labelled, theme.words.text(.source), $0)
    }
  }

  private func html(of page: any SitePage) -> HTML {
    let values = page.values(renderer)
    return skeletons.skeleton(page.definition.key, for: values).filled(with: values)
  }

  /// The anchors in the HTML of a generated page, without rendering its content: those of its template, of
  /// header and footer, and those that its kind declares.
  func anchors(of page: Page) -> Set<String> {
    guard case .page(let source) = page.source else { return [] }
    let values = source.values(renderer)
    let skeleton = skeletons.skeleton(source.definition.key, for: values)
    var anchors = source.anchors(renderer).union(
      HTMLAnchors.find(in: skeleton.filled(with: values.withoutHTML).bytes))
    if let key = source.chromeKey(renderer.chrome, in: renderer.layout) {
      anchors.formUnion(
        HTMLAnchors.find(in: renderer.chrome.header(key).bytes + renderer.chrome.footer(key).bytes))
    }
    return anchors
  }

  private func bytes(of file: HostFile) -> [UInt8] {
    // A page takes precedence over a redirect from its address.
    let assets = pages.compactMap { page in
      if case .asset = page.source { page.path } else { nil }
    }
    return rules.bytes(
      file, renderer.site.settings, fingerprinted: theme.assetNames.fingerprinted(among: assets),
      redirects: redirects, leadsOnToCells: renderer.layout.hasFormerCardPages,
      pages: pages.map(\.path).filter { $0.hasSuffix(".html") })
  }
}

/// The source of a file of the site.
enum PageSource: Sendable {
  /// A page with a template.
  case page(any SitePage)
  /// A page as Markdown.
  case markdown(any SitePage)
  case data(DataFile)
  case metadata(MetadataFile)
  /// An old address.
  case redirect(Redirect)
  /// The colours of parties with a colour of their own.
  case partyColours
  /// Rules for the site's host.
  case rules(HostFile)
  /// Index into the theme's assets.
  case asset(Int)

  /// The page; nil for files that have no template.
  var page: (any SitePage)? { if case .page(let page) = self { page } else { nil } }
}
