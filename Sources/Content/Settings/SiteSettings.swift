import Diagnostics

/// The settings in `site.yml`; every key is optional.
package struct SiteSettings: Sendable, Hashable {
  package var title = "Briefing"
  /// `description:`; nil if absent.
  package var description: String?
  /// `licence:` of the texts and data, as a name or an address; nil if absent.
  package var licence: String?
  /// The keys that change how the site looks.
  package var theme = ThemeSettings()
  /// `base-url:`; nil if absent.
  package var baseURL: BaseURL?
  /// `addresses:`, how the addresses of pages end.
  package var addresses = AddressStyle.pretty
  /// `host:`; nil: the build writes no rules for a server.
  package var host: SiteHost?
  /// `language:`, a BCP 47 tag.
  package var language = "en"
  /// `time-zone:`, an IANA name.
  package var timeZone = "UTC"
  /// The words that determine the kinds of tables and the meaning of names.
  package var words = TableWords()
  /// `stance-names:`: what the site calls stances; those that are missing have the names of its language.
  package var stanceNames: [Stance: String] = [:]
  /// `smart-punctuation:`.
  var smartPunctuation = false
  /// `automatic-links:`.
  package var automaticLinks = true
  /// `trust-html:`: whether raw HTML in documents is passed through.
  package var trustHTML = false
  /// `trust-links:`: whether links with any scheme are passed through.
  package var trustLinks = false
  /// `quiet:`: diagnostics that are not shown. Errors cannot be silenced.
  package var quiet: Set<DiagnosticID> = []
  /// `nav:`: the entries of the menu, in order; nil: the default menu.
  package var navigation: [NavigationEntry]?
  /// `home:`: the blocks of the home page, in order; nil: the usual ones.
  package var home: [HomeBlock]?
  /// `documents:`: the kind of Markdown files outside the folders with a fixed meaning.
  package var documents = DocumentKind.reports
  /// `ignore:`: patterns of paths below Content that are not read (`*` within a name, `**` across folders).
  package var ignore: [String] = []
  /// `unresolved-links:`: whether links that lead nowhere stop the build.
  package var unresolvedLinks = UnresolvedLinks.error
  /// `positions-per-page:`: above this number, the page of an issue or party shows the latest positions and
  /// links to one page per year.
  package var positionsPerPage = 200
  /// `withdrawn:`: addresses that no longer lead to what they led to, on purpose.
  package var withdrawn: [AuthoredWithdrawal] = []
  /// `pairs:`: the parties that are compared with each other; nil: the default pairs.
  package var pairs: [AuthoredPair]?
  /// `review-after:`, the time after which positions should be reviewed; issues and reports can override it.
  /// nil: positions are never due.
  package var reviewAfter: ReviewPeriod?
  /// `feeds:`: issues and parties that have their own feed.
  package var feeds: [NamedSubject] = []
  /// `order:`: issues and parties that come first everywhere, in this order.
  package var order: [NamedSubject] = []
  /// `search:`: whether a built site has a search box, if Pagefind is available to create the index.
  package var search = true
  /// `share-pictures:`: whether links to the site have pictures that show what is known.
  package var sharePictures = false
  /// `embeds:`: whether the site has pages that other sites can show in a frame. Embeds in Markdown are something else.
  package var offersFrames = false
  /// `markdown-copies:`: whether pages are also written as Markdown.
  package var writesMarkdownCopies = false
  /// `page-kinds:` switches kinds of page on and off; all are on by default.
  package var pageKinds: PageSwitches
  /// `limits:`: the numbers above which something is left out, split or counted.
  package var limits = Limits()
  /// The sources that `sources/*.md` and `sources.json` describe. They are known before any text is read, like settings.
  package var sources = SourceLibrary()
  /// The files that the site leaves out. They are known before any text is read, like settings.
  package var unpublished = UnpublishedFiles()
  /// The day whose record the site shows; `--as-of` sets it, not `site.yml`. A month or a year means its last day; nil: the
  /// record as it is now.
  package var recordDay: PartialDate?
  /// The name of the preview that the site is, such as `PR 12`; nil: it is not a preview.
  package var previewName: String?
  /// Whether search engines should list no page: readers should find the site as it is now, and nothing else.
  package var isUnlisted: Bool { recordDay != nil || previewName != nil }

  /// - Parameter switches: everything that `page-kinds:` can switch off.
  package init(switches: [PageSwitch] = []) { pageKinds = PageSwitches(switches) }
}

/// One entry of the menu.
package struct NavigationEntry: Sendable, Hashable {
  package let label: String
  /// A site address such as `/matrix/`, or a full URL; for a group, that of the first of its `entries`.
  package let address: String
  /// The entries of the second level; empty for an entry that is a page itself. They have no entries of their
  /// own.
  package let entries: [NavigationEntry]
  /// Whether a group opens a list of its entries, in place of leading to the first one.
  package let opensList: Bool

  package init(label: String, address: String) {
    self.label = label
    self.address = address
    entries = []
    opensList = false
  }

  /// A group of entries; nil if there are none.
  package init?(label: String, entries: [NavigationEntry], opensList: Bool = false) {
    self.opensList = opensList
    guard let first = entries.first else { return nil }
    self.label = label
    address = first.address
    self.entries = entries
  }
}

/// The words that determine the kind of a table and the meaning of a header; all are matched like names.
///
/// A site has the words of its language and those of English; most lists can be set in `site.yml`.
package struct TableWords: Sendable, Hashable {
  private var lists: [WordList: [String]] = [:]

  /// The words of a language and of English.
  ///
  /// - Parameters:
  ///   - language: a BCP 47 tag; a language without a built-in file has the words of English.
  ///   - files: the site's own language files, those for a region first. A list in them replaces that of the language, and
  ///     words for silence are added to it.
  package init(language: String = "en", files: [LanguageFile] = []) {
    let primary = language.lowercased().prefix { $0 != "-" }
    let builtIn = primary == "en" ? nil : LanguageWords(language: language)
    for list in WordList.allCases where list != .silence {
      let english = LanguageWords.english[list]
      let own = files.lazy.compactMap { $0.lists[list] }.first
      lists[list] = primary == "en" ? own ?? english : (own ?? builtIn?[list] ?? []) + english
    }
    let silence = files.flatMap { $0.lists[.silence] ?? [] }
    if !silence.isEmpty { lists[.silence] = silence }
  }

  /// Nothing but these lists.
  init(lists: [WordList: [String]]) { self.lists = lists }

  /// The words of reports in other languages are added to those of the site.
  ///
  /// - Parameter languages: BCP 47 tags; one without a built-in file adds nothing.
  package func adding(_ languages: Set<String>) -> TableWords {
    var words = self
    for language in languages.sorted() {
      guard let other = LanguageWords(language: language) else { continue }
      for list in WordList.allCases { words[list] += other[list].filter { !words[list].contains($0) } }
    }
    return words
  }

  private static let english = TableWords(language: "en")

  /// Whether these are the words of English without changes, apart from those for silence.
  var isEnglish: Bool {
    WordList.allCases.allSatisfy { $0 == .silence || self[$0] == Self.english[$0] }
  }

  /// The words of a list. `.silence` has only those that `site.yml` adds.
  package subscript(list: WordList) -> [String] {
    get { lists[list] ?? [] }
    set { lists[list] = newValue }
  }

  /// `axis-words:`: a corner that makes a positions table.
  package var axis: [String] {
    get { self[.axis] }
    set { self[.axis] = newValue }
  }
  /// `option-words:`: a corner that makes an options table.
  package var option: [String] {
    get { self[.option] }
    set { self[.option] = newValue }
  }
  /// `party-words:`: a corner that means that the rows are parties.
  package var party: [String] {
    get { self[.party] }
    set { self[.party] = newValue }
  }
  /// `not-a-party:`: headers that are never parties.
  package var notAParty: [String] {
    get { self[.notAParty] }
    set { self[.notAParty] = newValue }
  }
  /// `silence-words:`: texts of cells that record no position, in addition to those of the site's language.
  package var silence: [String] {
    get { self[.silence] }
    set { self[.silence] = newValue }
  }
}

/// An issue or a party that `feeds:` or `order:` in site.yml names.
package struct NamedSubject: Sendable, Hashable {
  /// As written; a prefix `issue:` or `party:` selects the kind.
  package let text: String
  package let place: Place

  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

/// The host that serves the site: `host:` in site.yml. It determines which rules a build writes for the
/// server.
package enum SiteHost: String, Sendable, Hashable, CaseIterable {
  case githubPages = "github-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"
}

/// The kind of Markdown files outside `reports/`, `issues/`, `parties/` and `pages/`: `documents:` in
/// site.yml.
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case reports
  /// Pages with the address of their path, such as `/guide/settings/`; `README.md` and `index.md` are the
  /// page of their folder, as on code hosts.
  case pages
}

/// A block of the home page: `home:` in site.yml.
package enum HomeBlock: String, Sendable, Hashable, CaseIterable {
  /// The matrix, or the most disputed part of it.
  case matrix
  /// The text of `index.md`.
  case text
  /// The latest moves.
  case moves
  case tensions
  /// What is missing, due for review and one-sided.
  case coverage
  /// The latest reports.
  case reports
  case issues
  case parties
}

/// How serious links that lead nowhere are: `unresolved-links:` in site.yml.
package enum UnresolvedLinks: String, Sendable, Hashable, CaseIterable {
  case error
  /// The site is built, and such links are shown as text.
  case warning

  /// The diagnostics that are warnings, though they usually are errors.
  package var lenient: Set<DiagnosticID> {
    self == .error
      ? [] : [.unknownName, .ambiguousName, .unknownPosition, .unknownRelation, .brokenLink, .brokenAnchor]
  }
}
