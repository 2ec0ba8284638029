import Content
import Editions
import Graph

/// A page under construction: its links, and the values for its template.
struct PageDraft {
  /// The links of the page, which everything that writes its HTML uses.
  let page: PageLinks
  private(set) var values: TemplateValues
  private let renderer: PageRenderer

  /// - Parameter framed: on a page for a frame of another site: the address of the page that it shows.
  init(
    _ renderer: PageRenderer, _ definition: PageDefinition, address: String, title: String?,
    description: String?, framed: String? = nil
  ) {
    let site = renderer.site
    let settings = site.settings
    self.renderer = renderer
    page = PageLinks(site, at: address, framed: framed)
    values = TemplateValues(definition.fields)
    setSite(definition)
    values.text(.title, title ?? settings.title)
    values.text(.pageTitle, title.map { site.words.text(.pageTitle, $0, settings.title) } ?? settings.title)
    values.text(.description, description)
    if let whole = settings.fullAddress(ofPage: address) {
      values.text(.canonical, whole)
      if settings.pageKinds[.previews] {
        values.text(.sharingType, definition.sharingType)
        if let picture = renderer.pictures.picture(at: address, of: definition.picture) {
          values.text(.picture, settings.fullAddress(picture.path))
          values.text(.pictureDescription, picture.description)
        }
      }
    }
    values.text(.root, page.root)
    values.text(.home, page.home)
    setTheme(root: page.root)
    setReport(title: title ?? settings.title, address: address)
    if MarkdownCopy.exists(of: definition, in: settings) {
      values.text(.markdownCopy, page.root + MarkdownCopy.path(of: address, settings.addresses))
    }
    setFeeds()
    setChrome(renderer.chrome.key(address: address))
  }

  /// The 404 page, which a host shows at any depth.
  ///
  /// - Parameter chrome: the variant of header and footer.
  init(_ renderer: PageRenderer, _ definition: PageDefinition, title: String, chrome: SiteChrome.Key) {
    let site = renderer.site
    let settings = site.settings
    self.renderer = renderer
    page = PageLinks(site, at: "")
    values = TemplateValues(definition.fields)
    setSite(definition)
    values.text(.title, title)
    values.text(.pageTitle, site.words.text(.pageTitle, title, settings.title))
    values.text(.root, chrome.root)
    setTheme(root: chrome.root)
    setChrome(chrome)
  }

  private var graph: IssueGraph { renderer.graph }

  /// Sets a text; nil and empty text count as absent.
  mutating func text(_ name: TemplateName, _ text: String?) { values.text(name, text) }

  /// Sets HTML, which is written when the page is rendered.
  mutating func html(_ name: TemplateName, _ write: @escaping (inout HTML) -> Void) {
    values.html(name, write)
  }

  mutating func flag(_ name: TemplateName, _ flag: Bool) { values.set(name, .flag(flag)) }

  mutating func list(_ name: TemplateName, _ records: [TemplateValues]) { values.set(name, .list(records)) }

  /// What all pages say about the site and their kind.
  private mutating func setSite(_ definition: PageDefinition) {
    let settings = renderer.settings
    values.text(.language, settings.language)
    values.set(.rightToLeft, .flag(renderer.site.direction == .rightToLeft))
    values.text(.kind, definition.key)
    values.set(.noIndex, .flag(settings.isUnlisted))
    values.text(.siteTitle, settings.title)
    values.text(.policy, settings.policyOfPages)
  }

  private mutating func setChrome(_ key: SiteChrome.Key) {
    let chrome = renderer.chrome
    values.html(.header) { $0.append(contentsOf: chrome.header(key)) }
    values.html(.footer) { $0.append(contentsOf: chrome.footer(key)) }
  }

  private mutating func setFeeds() {
    if renderer.layout.feeds.hasSite { values.text(.siteFeed, page.root + SiteFeeds.path(of: "")) }
    if renderer.site.settings.pageKinds[.changes], !graph.positions.isEmpty {
      values.set(.marksChanges, .flag(true))
    }
    if renderer.layout.history.hasFeed(renderer.site.settings) {
      values.text(.feed, page.root + DataFile.changesFeed.path)
    }
  }

  /// Sets the address at which the file of the page is edited, if the site names its repository.
  mutating func edit(_ header: FileHeader) {
    values.text(.edit, renderer.settings.theme.repository?.edit(header.sourcePath))
  }

  /// Sets the address of a form to report an error, if the site names its repository.
  private mutating func setReport(title: String, address: String) {
    guard let repository = renderer.settings.theme.repository else { return }
    let settings = renderer.settings
    let place = settings.fullAddress(ofPage: address) ?? "/" + settings.addresses.way(to: address)
    values.text(
      .reportError,
      repository.report(
        title: renderer.words.text(.labelled, renderer.words.text(.errorOn), title),
        text: place + "\n\n" + renderer.words.text(.errorForm) + "\n"))
  }

  private mutating func setTheme(root: String) {
    let theme = renderer.settings.theme
    values.text(.themeColor, theme.color?.text)
    if !theme.head.html.isEmpty {
      values.html(.siteHead) { $0.append(contentsOf: HTML(trusted: Array(theme.head.html.utf8))) }
    }
    if !renderer.site.hues.own.isEmpty { values.text(.partiesStylesheet, root + PartyStyleSheet.path) }
    let assets = renderer.assets
    values.text(.stylesheet, root + assets["assets/site.css"])
    if assets.hasCustomStylesheet {
      values.text(.customStylesheet, root + assets[AssetNames.customStylesheet])
    }
  }

  /// For pages with the site's own matrix.
  mutating func useMatrixStylesheet() {
    values.text(.matrixStylesheet, page.root + renderer.assets["assets/matrix.css"])
  }

  /// For pages with a generated picture.
  mutating func usePicturesStylesheet() {
    values.text(.picturesStylesheet, page.root + renderer.assets["assets/pictures.css"])
  }

  /// Sets the path to a list page, unless the lists are switched off.
  mutating func list(_ address: String) {
    if renderer.site.settings.pageKinds[.lists] { values.text(.list, page.path(to: address)) }
  }

  /// Sets the text of an authored file; absent if it is empty.
  ///
  /// - Parameters:
  ///   - links: the links of the file in the graph; nil: none.
  ///   - prefix: the prefix of the anchors of its headings.
  ///   - report: the report that the file belongs to; nil for other files.
  mutating func article(
    _ name: TemplateName, _ header: FileHeader, _ links: DocumentLinks?, prefix: String = "",
    report: ReportEntry? = nil
  ) {
    let isEmpty = header.document.nodes.count == 1
    if isEmpty { return }
    let page = page
    let links = links ?? DocumentLinks.none
    values.html(name) { page.article(header, links, prefix: prefix, report: report, into: &$0) }
  }

  /// Sets the language and direction of a text that is in a language other than the site’s.
  mutating func language(of header: FileHeader) {
    guard let language = renderer.site.otherLanguage(of: header) else { return }
    values.text(.textLanguage, language)
    values.text(.textDirection, WritingDirection(language: language).attribute)
  }

  /// Sets the table of contents of a text, if it has enough headings.
  mutating func contents(_ header: FileHeader, _ links: DocumentLinks) {
    guard let contents = ContentsWriter(header, links: links) else { return }
    values.set(.longContents, .flag(contents.isLong))
    values.html(.contents) { contents.write(into: &$0) }
  }

  /// Sets the gaps and due reviews; absent if there are no badges.
  mutating func badges(_ badges: [BadgeWriter.Badge]) {
    if badges.isEmpty { return }
    let page = page
    values.html(.badges) { BadgeWriter.write(badges, on: page, into: &$0) }
  }

  /// Sets tensions on pages other than their reports'; absent if there are none.
  mutating func tensions(_ tensions: ArraySlice<ID<Tension>>) {
    if tensions.isEmpty { return }
    let page = page
    values.html(.tensions) { TensionWriter(page: page).list(tensions, into: &$0) }
  }

  /// Sets the mentions of the page's subject; absent if there are none, or if they are switched off.
  mutating func mentions(_ mentions: ArraySlice<ID<Mention>>) {
    guard renderer.site.settings.pageKinds[.mentions], !mentions.isEmpty else { return }
    let page = page
    values.html(.mentions) { MentionListWriter(page: page).write(mentions, into: &$0) }
  }

  /// Sets the search filters that apply to the page, if the site has a search. Its definition says that it is searched.
  mutating func facets(_ make: @escaping (RecordHistory) -> SearchFacets) {
    guard renderer.chrome.hasSearch else { return }
    let site = page.site
    values.html(.facets) { make(site.record).write(words: site.words, into: &$0) }
  }

  /// Sets the structured data of the page.
  mutating func structuredData(_ write: @escaping (StructuredData) -> HTML) {
    guard renderer.site.settings.pageKinds[.exports] else { return }
    let data = StructuredData(graph, words: page.site.words, root: page.root)
    values.html(.structuredData) { $0.append(contentsOf: write(data)) }
  }
}

extension PageLinks {
  /// Writes the text of an authored file.
  ///
  /// - Parameters:
  ///   - prefix: the prefix of the anchors of its headings.
  ///   - report: the report that the file belongs to; nil for other files.
  func article(
    _ header: FileHeader, _ links: DocumentLinks, prefix: String = "", report: ReportEntry? = nil,
    into output: inout HTML
  ) {
    let writer = DocumentWriter(
      header.document, links: links, on: self, use: .own(prefix: prefix), titleNode: header.titleNode,
      report: report)
    let direction = header.matter.language.map { WritingDirection(language: $0) } ?? site.direction
    writer.write(isRightToLeft: direction == .rightToLeft, into: &output)
  }
}
