import Diagnostics
import Text

/// Reads the entries of `site.yml` one by one.
///
/// Diagnostics: `unknown-key`, `wrong-type`, `invalid-value`, `unknown-diagnostic-id`, `word-list`.
struct SettingsReader {
  var settings: SiteSettings
  var fields: FieldReader
  /// What the file says about lists of words, in its order.
  private var wordChanges: [WordChange] = []

  private struct WordChange {
    let list: WordList
    let words: [AuthoredName]
    let replaces: Bool
    let entry: YAMLEntry
  }

  private var stanceNames: [(stance: Stance, name: AuthoredName)] = []

  init(path: String, switches: [PageSwitch]) {
    settings = SiteSettings(switches: switches)
    fields = FieldReader(path: path)
  }

  mutating func take(_ entry: YAMLEntry) {
    guard let key = SettingsKey.named(entry.key) else {
      let hint = WordList(rawValue: entry.key).map { _ in
        Suggestion("write this list to a file in Templates/languages/, such as en.yml")
      }
      return fields.unknown(entry, among: SettingsKey.all.map(\.name), hint: hint)
    }
    key.read(entry, &self)
  }

  fileprivate mutating func takeFlag(_ entry: YAMLEntry, _ property: WritableKeyPath<SiteSettings, Bool>) {
    if let flag = fields.flag(entry) { settings[keyPath: property] = flag }
  }

  /// A list replaces the built-in words; `{add: [...]}` adds to them; an empty list removes all.
  fileprivate mutating func takeWords(_ entry: YAMLEntry, _ list: WordList) {
    guard case .map(let entries) = entry.value.content else {
      if entry.value.content != .empty {
        wordChanges.append(
          WordChange(list: list, words: fields.names(entry), replaces: true, entry: entry))
      }
      return
    }
    for added in entries {
      if added.key == "add" {
        wordChanges.append(
          WordChange(list: list, words: fields.names(added), replaces: false, entry: added))
      } else {
        let hint = Suggestion(
          "write a list to replace the built-in words, or “add:” and a list to add to them")
        fields.unknown(added, among: ["add"], hint: hint)
      }
    }
  }

  fileprivate mutating func takeStanceNames(_ entry: YAMLEntry) {
    guard case .map(let names) = entry.value.content else {
      if entry.value.content != .empty {
        fields.wrongType(entry.key, "a map such as “supports: Backs”", entry.value)
      }
      return
    }
    for name in names {
      guard let stance = Stance.allCases.first(where: { $0.identifier == name.key }) else {
        fields.unknown(name, among: Stance.allCases.map(\.identifier))
        continue
      }
      guard let text = fields.name(name) else { continue }
      settings.stanceNames[stance] = text.text
      stanceNames.append((stance, text))
    }
  }

  /// Applies the lists of words, when the language of the site is known.
  ///
  /// - Parameter files: the site's own language files, those for a region first.
  mutating func finish(_ files: [LanguageFile]) {
    let builtIn = TableWords(language: settings.language, files: files)
    var words = builtIn
    for (stance, name) in stanceNames { words[.stance(stance)].append(name.text) }
    for change in wordChanges {
      let own = change.words.map(\.text)
      words[change.list] = change.replaces ? own : words[change.list] + own
    }
    settings.words = words
    check(words, builtIn)
  }

  private mutating func check(_ words: TableWords, _ builtIn: TableWords) {
    if wordChanges.isEmpty && stanceNames.isEmpty { return }
    var check = WordListCheck(path: fields.path)
    for change in wordChanges {
      check.add(change.words, to: change.list, named: change.list.rawValue, in: change.entry)
    }
    for (stance, name) in stanceNames {
      check.add([name], to: .stance(stance), named: "the names of the stance “\(stance.identifier)”")
    }
    check.finish(words, builtIn: builtIn)
    fields.add(check.diagnostics)
  }

  mutating func take<Value>(
    _ entry: YAMLEntry, _ read: (String) throws(InvalidValue) -> Value,
    _ set: (inout SiteSettings, Value) -> Void
  ) {
    guard let text = fields.name(entry) else { return }
    do throws(InvalidValue) {
      set(&settings, try read(text.text))
    } catch {
      fields.report(.invalidValue, text.range, error.message, suggestion: error.suggestion)
    }
  }

  fileprivate mutating func takeSubjects(
    _ entry: YAMLEntry, _ property: WritableKeyPath<SiteSettings, [NamedSubject]>
  ) {
    let path = fields.path
    settings[keyPath: property] = fields.names(entry).map {
      NamedSubject($0.text, at: Place(path: path, range: $0.range))
    }
  }

  fileprivate mutating func takeQuiet(_ entry: YAMLEntry) {
    for name in fields.names(entry) {
      guard let id = DiagnosticID(rawValue: name.text) else {
        let nearest = NearestName.match(name.text, among: DiagnosticID.allCases.map(\.rawValue))
        fields.report(
          .unknownDiagnostic, name.range, "unknown diagnostic ID “\(name.text.excerpt)”",
          suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) })
        continue
      }
      settings.quiet.insert(id)
      if id.severity == .error {
        fields.report(
          .unknownDiagnostic, name.range, "“\(name.text)” is an error, and errors cannot be silenced")
      }
    }
  }

  fileprivate mutating func takePageKinds(_ entry: YAMLEntry) {
    guard case .map(let kinds) = entry.value.content else {
      if entry.value.content != .empty {
        fields.wrongType(entry.key, "a map such as “matrix: false”", entry.value)
      }
      return
    }
    for kind in kinds {
      if let known = settings.pageKinds.all.first(where: { $0.key == kind.key }) {
        settings.pageKinds[known] = fields.flag(kind) ?? true
      } else {
        fields.unknown(kind, among: settings.pageKinds.all.map(\.key))
      }
    }
  }
}

extension SettingsReader {
  fileprivate mutating func takeLimits(_ entry: YAMLEntry) {
    guard case .map(let limits) = entry.value.content else {
      if entry.value.content != .empty {
        fields.wrongType(entry.key, "a map such as “diagnostics-of-one-cause: 500”", entry.value)
      }
      return
    }
    for named in limits {
      if let limit = Limits.settable.first(where: { $0.name == named.key }), let range = limit.range {
        if let number = fields.number(named, in: range) { settings.limits[limit] = number }
      } else {
        fields.unknown(named, among: Limits.settable.map(\.name))
      }
    }
  }
}

/// The error for a text that does not have the form it must have.
package struct InvalidValue: Error, Sendable, Hashable {
  /// What is wrong, such as `“example.org” does not start with https:// or http://`.
  package let message: String
  /// How to fix it; nil if unknown.
  package let suggestion: Suggestion?
}

extension SettingsKey {
  /// The valid values of `positions-per-page:`.
  private static let positionCounts = 1...1_000_000

  /// Every key of `site.yml`, in the order in which authors see them.
  ///
  /// To add a key, add a property to `SiteSettings` and an entry here. The reader, the diagnostics about unknown keys, the
  /// schema for editors and the table in `Guide/settings.md` derive from this list.
  package static let all: [SettingsKey] =
    [
      SettingsKey(
        "title", .text, "the title of the site",
        without: "`Briefing`"
      ) { $1.settings.title = $1.fields.text($0) ?? $1.settings.title },
      SettingsKey(
        "description", .text, "one sentence about the site",
        without: "none"
      ) { $1.settings.description = $1.fields.text($0) },
      SettingsKey(
        "licence", .text, "the licence of the text and data, as a name such as `CC BY 4.0` or as an address",
        without: "none is stated"
      ) { $1.settings.licence = $1.fields.text($0) },
      SettingsKey(
        "base-url", .address, "the address of the site, with `https://`",
        without: "none; links inside the site are relative and need none"
      ) { $1.take($0, BaseURL.init) { $0.baseURL = $1 } },
      SettingsKey(
        "addresses", .choice(AddressStyle.allCases.map(\.rawValue)),
        "how [addresses of pages](publishing.md#addresses) end: `pretty` (`/march/`) or `plain` (`/march.html`)",
        without: "`pretty`"
      ) { $1.settings.addresses = $1.fields.choice($0) ?? $1.settings.addresses },
      SettingsKey(
        "host", .choice(SiteHost.allCases.map(\.rawValue)),
        "who [serves the site](publishing.md#hosts): `github-pages`, `netlify` or `cloudflare-pages`",
        without: "none"
      ) { $1.settings.host = $1.fields.choice($0) },
      SettingsKey(
        "language", .text, "the [language](languages.md) of the site, such as `en`",
        without: "`en`"
      ) { $1.take($0, LanguageTag.read) { $0.language = $1 } },
      SettingsKey(
        "time-zone", .text, "the time zone that decides which day it is, such as `Europe/Kyiv`",
        without: "`UTC`"
      ) { $1.take($0, TimeZoneName.read) { $0.timeZone = $1 } },
      SettingsKey(
        "nav", .menu,
        "the menu: a list of `Label: /address/`, [in one level or two](#the-menu); lists that are still empty are left out",
        without: "the lists that are not empty, and your pages"
      ) { $1.settings.navigation = NavigationReader.read($0, &$1.fields) },
      SettingsKey(
        "smart-punctuation", .flag, "`true` turns straight quotes and hyphens into curly quotes and dashes",
        without: "`false`"
      ) { $1.takeFlag($0, \.smartPunctuation) },
      SettingsKey(
        "automatic-links", .flag, "`false` stops names in the text from becoming links",
        without: "`true`"
      ) { $1.takeFlag($0, \.automaticLinks) },
      SettingsKey(
        "trust-html", .flag, "`true` lets raw HTML through",
        without: "`false`"
      ) { $1.takeFlag($0, \.trustHTML) },
      SettingsKey(
        "trust-links", .flag, "`true` lets links with any scheme through",
        without: "`false`"
      ) { $1.takeFlag($0, \.trustLinks) },
      SettingsKey(
        "home", .choices(HomeBlock.allCases.map(\.rawValue)),
        "the blocks of the home page, in order: `matrix`, `text` (that of `index.md`), `moves`, `tensions`, `coverage`, `reports`, `issues` and `parties`; empty ones are left out",
        without: "the matrix, the text, what is new and what is missing"
      ) { $1.settings.home = $1.fields.choices($0) },
      SettingsKey(
        "quiet", .diagnosticIDs, "the [diagnostics](diagnostics.md) that are not shown; errors always are",
        without: "none"
      ) { $1.takeQuiet($0) },
      SettingsKey(
        "documents", .choice(DocumentKind.allCases.map(\.rawValue)),
        "what Markdown files outside the folders above are: `reports` or [`pages`](#a-site-of-pages)",
        without: "`reports`"
      ) { $1.settings.documents = $1.fields.choice($0) ?? $1.settings.documents },
      SettingsKey(
        "ignore", .texts,
        "patterns of paths below `Content/` that are not read: `*` within a name, `**` across folders",
        without: "none"
      ) { $1.settings.ignore = $1.fields.names($0).map(\.text) },
      SettingsKey(
        "unresolved-links", .choice(UnresolvedLinks.allCases.map(\.rawValue)),
        "whether [links that lead nowhere](authoring.md#links) stop the build: `error` or `warning`, which shows them as text",
        without: "`error`"
      ) { $1.settings.unresolvedLinks = $1.fields.choice($0) ?? $1.settings.unresolvedLinks },
      SettingsKey(
        "positions-per-page", .number(positionCounts),
        "above this number, earlier positions move to one page per year",
        without: "`200`"
      ) {
        $1.settings.positionsPerPage =
          $1.fields.number($0, in: positionCounts) ?? $1.settings.positionsPerPage
      },
      SettingsKey(
        "review-after", .period,
        "how old positions can become before they are [due for review](coverage.md), such as `6 months`",
        without: "none: positions are never due"
      ) { $1.settings.reviewAfter = $1.fields.reviewPeriod($0) },
      SettingsKey(
        "page-kinds", .switches,
        "[pages, or parts of pages, that are turned off](#kinds-of-page), such as `{map: false}`",
        without: "all on"
      ) { $1.takePageKinds($0) },
      SettingsKey(
        "limits", .limits,
        "numbers above which something is [counted, left out or split](scaling.md#limits), such as `{diagnostics-of-one-cause: 500}`",
        without: "the numbers in that table"
      ) { $1.takeLimits($0) },
      SettingsKey(
        "pairs", .pairs, naming: .parties,
        "the [pairs of parties](comparing.md) that are compared: a list of `[Party, Party]`",
        without: "all pairs of parties that share a table, if there are at most twelve parties"
      ) { $1.settings.pairs = PairReader.read($0, &$1.fields) },
      SettingsKey(
        "withdrawn", .withdrawals,
        "published addresses of cells and pages that [you withdrew](editions.md#addresses-that-keep-their-meaning): a list of "
          + "entries with `address`, `date` and `reason`",
        without: "none"
      ) { $1.settings.withdrawn = $1.fields.withdrawals($0) },
      SettingsKey(
        "feeds", .texts, naming: .issuesAndParties, "issues and parties that have their own feed, by name",
        without: "none"
      ) { $1.takeSubjects($0, \.feeds) },
      SettingsKey(
        "order", .texts, naming: .issuesAndParties,
        "issues and parties that come [first everywhere](comparing.md#the-order-of-issues-and-parties), by name, in this order",
        without: "by `order:` in their files, then by name"
      ) { $1.takeSubjects($0, \.order) },
      SettingsKey(
        "search", .flag, "`off` builds the site without a [search box](search.md)",
        without: "`on`"
      ) { $1.takeFlag($0, \.search) },
      SettingsKey(
        "share-pictures", .flag,
        "`true` draws [link preview images](#feeds-previews-and-sitemap) with rsvg-convert; `init` writes `true`",
        without: "`false`"
      ) { $1.takeFlag($0, \.sharePictures) },
      SettingsKey(
        "embeds", .flag,
        "`true` adds pages that [other sites can embed](embedding.md), and the code for them",
        without: "`false`; `init` writes `true`"
      ) { $1.takeFlag($0, \.offersFrames) },
      SettingsKey(
        "markdown-copies", .flag,
        "`true` also writes each page as [Markdown](exports.md#pages-as-markdown), beside its HTML",
        without: "`false`; `init` writes `true`"
      ) { $1.takeFlag($0, \.writesMarkdownCopies) },
      SettingsKey(
        "stance-names", .stanceNames,
        "what [stances](languages.md#names-of-stances) are called on pages and in columns of stances, such as `{supports: Backs, opposes: Fights}`",
        without: "the words of the site’s language, such as Supports and Opposes"
      ) { $1.takeStanceNames($0) },
      SettingsKey(
        "axis-words", .words, "first header cells that make a positions table",
        without: "Aspect, Issue, Key points, Question …"
      ) { $1.takeWords($0, .axis) },
      SettingsKey(
        "option-words", .words, "first header cells that make a table of options",
        without: "Strategy, Option, Measure …"
      ) { $1.takeWords($0, .option) },
      SettingsKey(
        "party-words", .words, "first header cells that mean the rows are parties",
        without: "Party, Country, State …"
      ) { $1.takeWords($0, .party) },
      SettingsKey(
        "not-a-party", .words, "column headers that are never a party",
        without: "Status, Owner, Notes, Source, Date …"
      ) { $1.takeWords($0, .notAParty) },
      SettingsKey(
        "party-suffixes", .words, "last words that are dropped from a party’s column header",
        without: "Position, Stance, View"
      ) { $1.takeWords($0, .suffixes) },
      SettingsKey(
        "matching-suffixes", .words, "last words that are ignored when names are compared",
        without: "Government"
      ) { $1.takeWords($0, .matchingSuffixes) },
      SettingsKey(
        "silence-words", .texts, "words in cells that record no position, in addition to the built-in ones",
        without: "not discussed, not mentioned, no position … in the site’s language"
      ) { $1.takeWords($0, .silence) },
    ] + theme
}
