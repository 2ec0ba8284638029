import CTheme
import Text

/// A list of words in a language file by which tables and headings are read. The lists are at the end of each file of
/// `Templates/languages/`, one per line.
package enum WordList: String, Sendable, Hashable, CaseIterable {
  /// Words before a header that do not count, such as “the”.
  case articles = "article-words"
  case axis = "axis-words"
  /// Words beside an axis word that do not change what it says, such as “key” and “at stake”.
  case axisModifiers = "axis-modifier-words"
  case option = "option-words"
  case party = "party-words"
  /// The party words for countries: a column of countries beside one of parties says where the parties are.
  case countries = "country-words"
  case notAParty = "not-a-party"
  /// Headers of a column of positions in a table with a row for each party.
  case positionColumns = "position-words"
  case stanceColumns = "stance-column-words"
  case dateColumns = "date-words"
  case sourceColumns = "source-words"
  /// First words of a reference that is not a title, such as “see”.
  case sourceLeads = "source-lead-words"
  /// How words begin that say when a source was visited, such as “accessed”.
  case sourceVisits = "source-visit-words"
  /// Texts of links that name nothing, such as “here”.
  case sourceHere = "source-here-words"
  case quoteColumns = "quote-words"
  /// Headers of a column of kinds of evidence. A word that also stands for sources means kinds beside another column of sources,
  /// or where the cells say so.
  case evidenceColumns = "evidence-words"
  case suffixes = "party-suffixes"
  case matchingSuffixes = "matching-suffixes"
  case silence = "silence-words"
  /// Headings that name no issue, such as “Background”.
  case generalHeadings = "general-heading-words"
  /// Phrases by which a text introduces a list of its core issues, such as “sticking points”.
  case coreIssues = "core-issue-words"
  /// First words of a line that names the authors, such as “By”.
  case bylines = "byline-words"
  /// Words of dates and periods.
  case time = "time-words"
  /// Words that go with numbers, such as “million”.
  case units = "unit-words"
  case champions = "champions-words"
  case supports = "supports-words"
  case mixed = "mixed-words"
  case neutral = "neutral-words"
  case opposes = "opposes-words"
  case redLine = "red-line-words"
  case ownStatement = "own-statement-words"
  case document = "document-words"
  case vote = "vote-words"
  case act = "act-words"
  case reported = "reported-words"
  case assessment = "assessment-words"
  case unknown = "unknown-words"

  /// The list of the words for a stance.
  package static func stance(_ stance: Stance) -> WordList {
    switch stance {
    case .champions: .champions
    case .supports: .supports
    case .mixed: .mixed
    case .neutral: .neutral
    case .opposes: .opposes
    case .redLine: .redLine
    }
  }

  /// The list of the words for a kind of evidence.
  package static func evidence(_ kind: Evidence) -> WordList {
    switch kind {
    case .ownStatement: .ownStatement
    case .document: .document
    case .vote: .vote
    case .act: .act
    case .reported: .reported
    case .assessment: .assessment
    case .unknown: .unknown
    }
  }
}

/// The words by which tables are read in one language, from the built-in file of that language.
package struct LanguageWords: Sendable {
  private let lists: [WordList: [String]]

  /// The languages with words for tables, English first.
  package static let languages = ["en", "de", "fr", "uk", "es", "it", "pl", "ar", "zh"]

  /// The words of English.
  package static let english = LanguageWords(file: "en") ?? LanguageWords(lists: [:])

  /// The words of a list in all languages.
  package static func all(_ list: WordList) -> [String] {
    languages.flatMap { LanguageWords(language: $0)?[list] ?? [] }
  }

  /// - Parameter language: a BCP 47 tag; only its first part counts. nil if there is no built-in file for it.
  package init?(language: String) {
    let primary = String(language.lowercased().prefix { $0 != "-" })
    if primary == "en" {
      self = .english
    } else {
      self.init(file: primary)
    }
  }

  private init(lists: [WordList: [String]]) { self.lists = lists }

  private init?(file: String) {
    guard let bytes = Self.bytes(file: file) else { return nil }
    var lists: [WordList: [String]] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.last == UInt8(ascii: "]") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let list = WordList(rawValue: String(decoding: line[..<colon], as: UTF8.self))
      else { continue }
      lists[list] = Self.words(line[line.index(after: colon)...])
    }
    self.init(lists: lists)
  }

  /// The built-in file of a language; nil if there is none.
  fileprivate static func bytes(file: String) -> UnsafeBufferPointer<UInt8>? {
    let path = "languages/" + file + ".yml"
    let files = UnsafeBufferPointer(start: standpoint_theme_files(), count: standpoint_theme_file_count())
    guard let found = files.first(where: { String(cString: $0.path) == path }) else { return nil }
    return UnsafeBufferPointer(start: found.bytes, count: found.count)
  }

  /// The texts of a list in brackets; texts in quotation marks contain none.
  fileprivate static func words(_ list: some Sequence<UInt8>) -> [String] {
    let inside = list.drop { $0 != UInt8(ascii: "[") }.dropFirst().dropLast()
    return inside.split(separator: UInt8(ascii: ",")).map { word in
      let text = String(decoding: word, as: UTF8.self).trimmingWhitespace
      let quote = text.first == "'" || text.first == "\"" ? text.first : nil
      return String(quote == nil ? text : text.dropFirst().dropLast())
    }
    .filter { !$0.isEmpty }
  }

  /// The words of a list, in the order of the file.
  package subscript(list: WordList) -> [String] { lists[list] ?? [] }
}

/// How a language writes dates, from its built-in file.
struct DateWording: Sendable {
  /// By key, such as `date-of-day`.
  private var patterns: [String: String] = [:]
  private var months: [String: [String]] = [:]

  /// - Parameter language: a BCP 47 tag; only its first part counts. Without a built-in file, dates are written as in ISO 8601.
  init(language: String) {
    let file = String(language.lowercased().prefix { $0 != "-" })
    guard let bytes = LanguageWords.bytes(file: file) else { return }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let (key, value) = (String(decoding: line[..<colon], as: UTF8.self), line[line.index(after: colon)...])
      switch key {
      case "months", "months-with-day": months[key] = LanguageWords.words(value)
      case "date-of-day", "date-of-first-day", "date-of-month":
        patterns[key] = String(decoding: value, as: UTF8.self).trimmingWhitespace.filter { $0 != "\"" }
      default: break
      }
    }
  }

  /// A date such as `2 March 2025`, `March 2025` or `2025`.
  func text(_ date: PartialDate) -> String {
    guard let month = date.month else { return date.description }
    let key = date.day == nil ? "date-of-month" : date.day == 1 ? "date-of-first-day" : "date-of-day"
    guard let pattern = patterns[key], let names = months[date.day == nil ? "months" : "months-with-day"],
      names.indices.contains(month - 1)
    else { return date.description }
    return pattern.replacing("{month}", with: names[month - 1]).replacing("{year}", with: String(date.year))
      .replacing("{day}", with: date.day.map(String.init) ?? "")
  }
}
