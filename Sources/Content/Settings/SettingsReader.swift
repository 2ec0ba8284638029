import Diagnostics
import Text

/// Takes the entries of `site.yml`, one after the other.
///
/// Diagnostics: `unknown-key`, `wrong-type`, `invalid-value`, `unknown-diagnostic-id`.
struct SettingsReader {
  static let keys = [
    "title", "description", "base-url", "language", "time-zone", "axis-words", "option-words", "party-words",
    "not-a-party", "party-suffixes", "matching-suffixes", "smart-punctuation", "automatic-links",
    "trust-html",
    "trust-links", "quiet", "nav", "ignore", "positions-per-page", "page-kinds", "pairs",
    "review-after", "feeds", "addresses", "host", "search", "documents",
  ]

  private(set) var settings: SiteSettings
  private(set) var fields: FieldReader

  init(path: String, switches: [PageSwitch]) {
    settings = SiteSettings(switches: switches)
    fields = FieldReader(path: path)
  }

  mutating func take(_ entry: YAMLEntry) {
    switch entry.key {
    case "title": settings.title = fields.text(entry) ?? settings.title
    case "description": settings.description = fields.text(entry)
    case "base-url": take(entry, BaseURL.read) { $0.baseURL = $1 }
    case "language": take(entry, LanguageTag.read) { $0.language = $1 }
    case "addresses": settings.addresses = fields.choice(entry) ?? settings.addresses
    case "host": settings.host = fields.choice(entry)
    case "time-zone": take(entry, TimeZoneName.read) { $0.timeZone = $1 }
    case "quiet": takeQuiet(entry)
    case "documents": settings.documents = fields.choice(entry) ?? settings.documents
    case "nav": settings.navigation = NavigationReader.read(entry, &fields)
    case "ignore": settings.ignore = fields.names(entry).map(\.text)
    case "positions-per-page":
      settings.positionsPerPage = fields.number(entry, in: 1...1_000_000) ?? settings.positionsPerPage
    case "page-kinds": takePageKinds(entry)
    case "pairs": settings.pairs = PairReader.read(entry, &fields)
    case "review-after": settings.reviewAfter = fields.reviewPeriod(entry)
    case "feeds":
      let path = fields.path
      settings.feeds = fields.names(entry).map { FeedName($0.text, at: Place(path: path, range: $0.range)) }
    case "smart-punctuation", "automatic-links", "trust-html", "trust-links", "search": takeFlag(entry)
    default: takeWords(entry)
    }
  }

  private mutating func takeFlag(_ entry: YAMLEntry) {
    guard let flag = fields.flag(entry) else { return }
    switch entry.key {
    case "smart-punctuation": settings.smartPunctuation = flag
    case "automatic-links": settings.automaticLinks = flag
    case "trust-html": settings.trustHTML = flag
    case "search": settings.search = flag
    default: settings.trustLinks = flag
    }
  }

  private mutating func takeWords(_ entry: YAMLEntry) {
    switch entry.key {
    case "axis-words": takeWords(entry, \.axis)
    case "option-words": takeWords(entry, \.option)
    case "party-words": takeWords(entry, \.party)
    case "not-a-party": takeWords(entry, \.notAParty)
    case "party-suffixes": takeWords(entry, \.suffixes)
    case "matching-suffixes": takeWords(entry, \.matchingSuffixes)
    default: fields.unknown(entry, among: Self.keys)
    }
  }

  /// A list takes the place of the built-in words; `{add: [...]}` adds to them; an empty list leaves none.
  private mutating func takeWords(_ entry: YAMLEntry, _ words: WritableKeyPath<TableWords, [String]>) {
    guard case .map(let entries) = entry.value.content else {
      if entry.value.content != .empty { settings.words[keyPath: words] = fields.names(entry).map(\.text) }
      return
    }
    for added in entries {
      if added.key == "add" {
        settings.words[keyPath: words] += fields.names(added).map(\.text)
      } else {
        let hint = Suggestion(
          "write a list to replace the built-in words, or “add:” and a list to add to them")
        fields.unknown(added, among: ["add"], hint: hint)
      }
    }
  }

  private mutating func take(
    _ entry: YAMLEntry, _ read: (String) -> ReadValue, _ set: (inout SiteSettings, String) -> Void
  ) {
    guard let text = fields.name(entry) else { return }
    switch read(text.text) {
    case .value(let value): set(&settings, value)
    case .fault(let message, let suggestion):
      fields.report(.invalidValue, text.range, message, suggestion: suggestion)
    }
  }

  private mutating func takeQuiet(_ entry: YAMLEntry) {
    for name in fields.names(entry) {
      guard let id = DiagnosticID(rawValue: name.text) else {
        let nearest = NearestName.match(name.text, among: DiagnosticID.allCases.map(\.rawValue))
        fields.report(
          .unknownDiagnostic, name.range, "no complaint is called “\(name.text.excerpt)”",
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

  private mutating func takePageKinds(_ entry: YAMLEntry) {
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

/// What became of a text that has to have a form.
enum ReadValue: Sendable, Hashable {
  case value(String)
  case fault(message: String, suggestion: Suggestion?)
}
