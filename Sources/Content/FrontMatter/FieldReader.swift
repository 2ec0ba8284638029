import Diagnostics
import Text

/// Reads typed values from YAML entries and collects diagnostics. An empty value counts as absent.
///
/// Diagnostics: `wrong-type`, `invalid-date`, `invalid-value`, `unknown-key`.
struct FieldReader {
  let path: String
  private var tally: DiagnosticTally

  /// - Parameter limits: how many diagnostics are listed.
  init(path: String, limits: Limits = Limits()) {
    self.path = path
    tally = DiagnosticTally(limits)
  }

  /// The diagnostics, in the order in which they were found.
  var diagnostics: [Diagnostic] { tally.diagnostics }

  mutating func report(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, suggestion: Suggestion? = nil
  ) {
    tally.add(Diagnostic(id, at: Place(path: path, range: range), message, suggestion: suggestion))
  }

  mutating func add(_ others: [Diagnostic]) {
    for diagnostic in others { tally.add(diagnostic) }
  }

  /// Text with its place.
  mutating func name(_ entry: YAMLEntry) -> AuthoredName? {
    name(entry.value, subject: "“\(entry.key)”")
  }

  /// Text.
  mutating func text(_ entry: YAMLEntry) -> String? { name(entry)?.text }

  /// Text with its line breaks.
  mutating func lines(_ entry: YAMLEntry) -> String? {
    guard case .text(let text) = entry.value.content, !text.isBlank else { return text(entry) }
    return text
  }

  /// A list of texts; one text alone counts as a list of one.
  mutating func names(_ entry: YAMLEntry) -> [AuthoredName] {
    switch entry.value.content {
    case .list(let values): return values.compactMap { name($0, subject: "each entry of “\(entry.key)”") }
    case .empty: return []
    case .text(let text): return text.isBlank ? [] : [AuthoredName(text.onOneLine, range: entry.value.range)]
    case .map, .tooDeep:
      wrongType(entry.key, "a list of text values", entry.value)
      return []
    }
  }

  /// `true` or `false`, or YAML 1.1's `yes`, `no`, `on` and `off`.
  mutating func flag(_ entry: YAMLEntry) -> Bool? {
    switch entry.value.content {
    case .empty: return nil
    case .text(let text):
      switch text.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    case .list, .map, .tooDeep: break
    }
    wrongType(entry.key, "true or false", entry.value)
    return nil
  }

  /// One of the words of `Choice`, in any case.
  mutating func choice<Choice>(_ entry: YAMLEntry) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let name = name(entry) else { return nil }
    return choice(name, of: entry)
  }

  /// Some of the cases of a type, in the order of the author.
  mutating func choices<Choice>(_ entry: YAMLEntry) -> [Choice]
  where Choice: RawRepresentable<String> & CaseIterable {
    names(entry).compactMap { choice($0, of: entry) }
  }

  private mutating func choice<Choice>(_ name: AuthoredName, of entry: YAMLEntry) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let words = Choice.allCases.map(\.rawValue)
    if let choice = Choice(rawValue: name.text.lowercased()) { return choice }
    let nearest = NearestName.match(name.text, among: words)
    report(
      .invalidValue, name.range,
      "“\(entry.key)” should be \(words.map { "“\($0)”" }.listed(before: "or")), but it is “\(name.text.excerpt)”",
      suggestion: nearest.map { Suggestion("did you mean “\($0)”?", replacement: $0) })
    return nil
  }

  /// A whole number in `range`.
  mutating func number(_ entry: YAMLEntry, in range: ClosedRange<Int>) -> Int? {
    guard case .text(let text) = entry.value.content, let number = Int(text) else {
      if entry.value.content != .empty { wrongType(entry.key, "a whole number", entry.value) }
      return nil
    }
    guard range.contains(number) else {
      let message =
        "“\(entry.key)” should be between \(range.lowerBound) and \(range.upperBound), but it is \(number)"
      report(.invalidValue, entry.value.range, message)
      return nil
    }
    return number
  }

  /// A day, month or year that exists in the calendar.
  mutating func date(_ entry: YAMLEntry) -> PartialDate? {
    guard case .text(let text) = entry.value.content else {
      if entry.value.content != .empty { wrongType(entry.key, "a date", entry.value) }
      return nil
    }
    if let date = PartialDate(text.trimmingWhitespace) { return date }
    report(
      .invalidDate, entry.value.range, InvalidDate.message(text), suggestion: InvalidDate.suggestion(text))
    return nil
  }

  /// A length of time such as `6 months`.
  mutating func reviewPeriod(_ entry: YAMLEntry) -> ReviewPeriod? {
    guard let text = name(entry) else { return nil }
    if let period = ReviewPeriod(text.text) { return period }
    report(
      .invalidValue, text.range, "“\(text.text.excerpt)” is not a length of time",
      suggestion: Suggestion("write a number and days, weeks, months or years, such as “6 months”"))
    return nil
  }

  mutating func wrongType(_ key: String, _ expected: String, _ value: YAMLValue) {
    report(.wrongType, value.range, "“\(key)” should be \(expected), but it is \(Self.found(value))")
  }

  /// Reports a key that this kind of file does not have.
  mutating func unknown(_ entry: YAMLEntry, among keys: [String], hint: Suggestion? = nil) {
    let nearest = NearestName.match(entry.key, among: keys).map {
      Suggestion("did you mean “\($0)”?", replacement: $0)
    }
    let message = entry.key.isEmpty ? "a key should be text" : "unknown key “\(entry.key)”"
    report(.unknownKey, entry.keyRange, message, suggestion: hint ?? nearest)
  }

  private mutating func name(_ value: YAMLValue, subject: @autoclosure () -> String) -> AuthoredName? {
    switch value.content {
    case .text(let text): return text.isBlank ? nil : AuthoredName(text.onOneLine, range: value.range)
    case .empty: return nil
    case .list, .map, .tooDeep:
      report(.wrongType, value.range, "\(subject()) should be text, but it is \(Self.found(value))")
      return nil
    }
  }

  /// A description of a value.
  private static func found(_ value: YAMLValue) -> String {
    switch value.content {
    case .empty: "empty"
    case .text(let text): "“\(text.excerpt)”"
    case .list: "a list"
    case .map, .tooDeep: "a map"
    }
  }
}

extension String {
  /// Whether it contains only white space.
  var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } || allSatisfy(\.isWhitespace) }

  /// Without leading and trailing white space, and without line breaks inside (which block scalars have).
  var onOneLine: String {
    guard hasByte(10) || utf8.first == 0x20 || utf8.last == 0x20 else { return self }
    return split(whereSeparator: \.isNewline).map { String($0.trimmingWhitespace) }.joined(separator: " ")
      .trimmingWhitespace
      .description
  }

  /// At most 40 characters, for messages.
  package var excerpt: String { count <= 40 ? self : prefix(39) + "…" }
}
