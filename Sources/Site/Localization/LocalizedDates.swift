import Content
import Synchronization

/// Writes dates in the form of a language.
struct LocalizedDates: Sendable {
  /// Days, first days of months (which some languages write differently) and months; each with one pattern
  /// per month.
  private var patterns = PatternTable()
  /// The same, not escaped.
  private var plainPatterns = PlainPatternTable()
  private let remembered = RememberedTexts()

  private static let day = 0
  private static let year = 1

  init(_ catalog: StringCatalog) {
    let kinds: [(StringKey, months: String)] = [
      (.dateOfDay, "months-with-day"), (.dateOfFirstDay, "months-with-day"), (.dateOfMonth, "months"),
    ]
    for (key, months) in kinds {
      let text = catalog.translations[key.rawValue]?.text(nil)
      let names = if case .list(let names)? = catalog.translations[months] { names } else { [String]() }
      for month in 0..<12 {
        let named = text.map { Self.named($0, names.indices.contains(month) ? names[month] : "") }
        patterns.add(named, number: Self.number)
        plainPatterns.add(named, number: Self.number)
      }
    }
  }

  private static func number(of placeholder: String) -> Int? {
    switch placeholder {
    case "day": day
    case "year": year
    default: nil
    }
  }

  /// The pattern with the name of the month in place of its placeholder.
  private static func named(_ text: StringPattern, _ month: String) -> StringPattern {
    StringPattern(pieces: text.pieces.map { $0 == .placeholder("month") ? .literal(month) : $0 })
  }

  /// Appends `<time datetime="2025-03-02">2 March 2025</time>`, or a month or a year in the same form.
  func time(_ date: PartialDate, into output: inout HTML) {
    output.raw("<time datetime=\"")
    output.machineDate(date)
    output.raw("\">")
    readable(date, into: &output)
    output.raw("</time>")
  }

  /// Appends `2 March 2025`, `March 2025` or `2025`, escaped.
  func readable(_ date: PartialDate, into output: inout HTML) {
    guard let month = date.month, (1...12).contains(month) else { return output.number(date.year) }
    patterns.write(Self.kind(of: date) * 12 + month - 1, into: &output) { placeholder, output in
      output.number(placeholder == Self.day ? date.day ?? 1 : date.year)
    }
  }

  private static func kind(of date: PartialDate) -> Int {
    switch date.day {
    case nil: 2
    case 1: 1
    default: 0
    }
  }

  /// `2 March 2025`, `March 2025` or `2025`, not escaped.
  func text(_ date: PartialDate) -> String {
    if let known = remembered[date] { return known }
    let text = newText(date)
    remembered[date] = text
    return text
  }

  private func newText(_ date: PartialDate) -> String {
    guard let month = date.month, (1...12).contains(month) else { return String(date.year) }
    return plainPatterns.text(Self.kind(of: date) * 12 + month - 1) { placeholder in
      String(placeholder == Self.day ? date.day ?? 1 : date.year)
    }
  }
}

/// The texts of dates that pages have shown: a site has far fewer dates than places that show them.
private final class RememberedTexts: Sendable {
  private let texts = Mutex<[PartialDate: String]>([:])

  subscript(date: PartialDate) -> String? {
    get { texts.withLock { $0[date] } }
    set { texts.withLock { $0[date] = newValue } }
  }
}

extension LocalizedStrings {
  /// Appends a period in the text that fits it; nothing if it has no dates.
  ///
  /// - Parameters:
  ///   - key: the text with both dates.
  ///   - from: the text for a period without an end.
  ///   - until: the text for a period without a beginning.
  func write(
    _ period: Period, _ key: StringKey, from: StringKey, until: StringKey, into output: inout HTML
  ) {
    switch (period.from, period.to) {
    case (let first?, let last?):
      write(key, into: &output) {
        dates.time(first, into: &$0)
      } _: {
        dates.time(last, into: &$0)
      }
    case (let first?, nil): write(from, into: &output) { dates.time(first, into: &$0) }
    case (nil, let last?): write(until, into: &output) { dates.time(last, into: &$0) }
    case (nil, nil): break
    }
  }
}
