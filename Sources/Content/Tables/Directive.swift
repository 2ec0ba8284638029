import Diagnostics
import Text

/// The content of a comment such as `<!-- standpoint: positions id=core as-of=2025-02 -->`.
struct Directive: Sendable, Hashable {
  var kind: TableKind?
  var id: AuthoredName?
  var asOf: PartialDate?
  /// The range of `as-of=…`.
  var asOfRange: Range<Int>?
  /// The issues to which all options of the table belong; all names have the range of the attribute.
  var issues: [AuthoredName] = []
  /// The path of the sheet that is the table, from the folder of the report; nil: the table is in the report.
  var from: AuthoredName?
  /// The comparison is a list or a section with headings.
  var isList = false
}

/// Reads the content of directive comments.
///
/// Diagnostics: `unknown-directive` for unknown words and keys, `invalid-directive` for invalid values.
struct DirectiveReader {
  private static let kinds = ["positions", "transposed", "list", "by", "heading", "options", "plain"]
  private static let keys = ["id", "as-of", "issues", "from"]

  private let path: String
  private var directive = Directive()
  private var seen: Set<String> = []
  private var tally: DiagnosticTally

  /// The part of an HTML comment after `standpoint:`; nil for comments that are not directives.
  static func inside(of html: some StringProtocol) -> Substring? {
    let comment = html.trimmingWhitespace
    guard comment.hasPrefix("<!--"), let end = comment.range(of: "-->") else { return nil }
    let start = comment.index(comment.startIndex, offsetBy: 4)
    guard start <= end.lowerBound else { return nil }
    let inside = comment[start..<end.lowerBound].trimmingWhitespace
    let word = inside.prefix { $0.isLetter }
    guard word.lowercased() == "standpoint" else { return nil }
    let rest = inside[word.endIndex...]
    if rest.first == ":" { return rest.dropFirst() }
    let next = rest.split(whereSeparator: \.isWhitespace).first.map { String($0) } ?? ""
    return kinds.contains(next) || next.contains("=") ? rest : nil
  }

  /// - Parameters:
  ///   - inside: the text after `standpoint:`.
  ///   - limits: how many diagnostics are listed.
  ///   - place: returns the place in the file of a part of `inside`.
  static func read(
    _ inside: Substring, path: String, limits: Limits = Limits(), place: (Substring) -> Range<Int>
  ) -> (directive: Directive, diagnostics: [Diagnostic]) {
    var reader = DirectiveReader(path: path, limits: limits)
    let words = words(of: inside)
    for word in words { reader.take(word, place(word)) }
    if words.isEmpty {
      reader.report(
        .invalidDirective, place(inside),
        "this directive is empty, so it has no effect on the table below it",
        suggestion: Suggestion("write positions, options or plain, id=…, as-of=…, issues=… or from=…"))
    }
    return (reader.directive, reader.tally.diagnostics)
  }

  /// The parts between white space, except for white space in quotation marks after `=`.
  private static func words(of inside: Substring) -> [Substring] {
    var words: [Substring] = []
    var rest = inside[...]
    /// Quotation marks that the rest does not close, so that it is not searched again for each of them.
    var unclosed: Set<Character> = []
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[start...]
      var end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
      if let equals = rest[..<end].firstIndex(of: "="), let opening = rest[equals...].dropFirst().first,
        let closing = quotes[opening], !unclosed.contains(opening)
      {
        if let close = rest[rest.index(equals, offsetBy: 2)...].firstIndex(where: closing.contains) {
          end = rest[close...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
        } else {
          unclosed.insert(opening)
        }
      }
      words.append(rest[..<end])
      rest = rest[end...]
    }
    return words
  }

  /// The quotation marks that end a value, by the one that opens it.
  private static let quotes: [Character: String] = ["\"": "\"", "'": "'", "“": "”\"", "‘": "’'"]

  private init(path: String, limits: Limits) {
    self.path = path
    tally = DiagnosticTally(causes: limits)
  }

  private mutating func take(_ word: Substring, _ range: Range<Int>) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      takeKey(String(parts[0]), String(parts[1].unquoted), range)
    } else {
      takeKind(String(word), range)
    }
  }

  private mutating func takeKind(_ word: String, _ range: Range<Int>) {
    switch (word, directive.kind) {
    case ("positions", nil): directive.kind = .positions(transposed: false)
    case ("transposed", .positions(transposed: false)?): directive.kind = .positions(transposed: true)
    case ("list", .positions(transposed: false)?), ("by", .positions(transposed: false)?),
      ("heading", .positions(transposed: false)?):
      directive.isList = true
    case ("options", nil): directive.kind = .options
    case ("plain", nil): directive.kind = .plain
    case ("transposed", _):
      report(
        .invalidDirective, range, "“transposed” can only be used with “positions”",
        suggestion: Suggestion("write positions transposed"))
    case (_, .some) where Self.kinds.contains(word):
      report(.invalidDirective, range, "a table can have only one kind, and “\(word)” is a second one")
    default: unknown(word, among: Self.kinds + Self.keys, "word", range)
    }
  }

  private mutating func takeKey(_ key: String, _ value: String, _ range: Range<Int>) {
    guard Self.keys.contains(key) else { return unknown(key, among: Self.keys, "key", range) }
    guard seen.insert(key).inserted else {
      return report(.invalidDirective, range, "duplicate attribute “\(key)”")
    }
    if key == "as-of" { return takeDate(value, range) }
    if key == "issues" { return takeIssues(value, range) }
    if key == "from" { return takeSheet(value, range) }
    if Self.isIdentifier(value) {
      directive.id = AuthoredName(value, range: range)
    } else {
      report(
        .invalidDirective, range, "“\(value)” cannot be an identifier",
        suggestion: Suggestion(
          "an identifier can contain only letters, digits, “-” and “_”, and must start with a letter"))
    }
  }

  private mutating func takeIssues(_ value: String, _ range: Range<Int>) {
    directive.issues = value.split(separator: ",").map {
      AuthoredName(String($0.trimmingWhitespace), range: range)
    }
    .filter { !NameKey($0.text).isEmpty }
    if directive.issues.isEmpty {
      report(
        .invalidDirective, range, "“issues=” does not name an issue",
        suggestion: Suggestion("write issues=\"First issue, Second issue\""))
    }
  }

  private mutating func takeSheet(_ value: String, _ range: Range<Int>) {
    let path = String(value.trimmingWhitespace)
    if path.isEmpty {
      report(
        .invalidDirective, range, "“from=” does not name a sheet",
        suggestion: Suggestion("write from=grid.csv, with the path relative to the report"))
    } else {
      directive.from = AuthoredName(path, range: range)
    }
  }

  private mutating func takeDate(_ value: String, _ range: Range<Int>) {
    directive.asOf = PartialDate(value)
    directive.asOfRange = range
    if directive.asOf == nil {
      report(
        .invalidDirective, range, InvalidDate.message(value),
        suggestion: InvalidDate.suggestion(value).wordsOnly)
    }
  }

  private mutating func unknown(_ word: String, among known: [String], _ what: String, _ range: Range<Int>) {
    let nearest = NearestName.match(word, among: known).map {
      Suggestion("did you mean “\($0)”?", choice: Suggestion.Choice(word, $0))
    }
    let all = Suggestion("use positions, transposed, options, plain, id=…, as-of=…, issues=… or from=…")
    report(
      .unknownDirective, range, "unknown \(what) “\(word.excerpt)”",
      suggestion: nearest ?? all)
  }

  private mutating func report(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, suggestion: Suggestion? = nil
  ) {
    tally.add(
      Diagnostic(id, at: Place(path: path, range: range), message, suggestion: suggestion))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
    }
  }
}

extension Suggestion {
  /// The same message, without a replacement that would not fit the whole range.
  var wordsOnly: Suggestion { Suggestion(message) }
}
