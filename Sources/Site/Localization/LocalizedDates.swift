import Content

/// Writes dates in the form of a language.
struct LocalizedDates: Sendable {
  /// Days, first days of months (which some languages write differently) and months; each with one pattern
  /// per month.
  private var patterns = PatternTable()

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
        patterns.add(text.map { Self.named($0, names.indices.contains(month) ? names[month] : "") }) {
          placeholder in
          switch placeholder {
          case "day": Self.day
          case "year": Self.year
          default: nil
          }
        }
      }
    }
  }

  /// The pattern with the name of the month in place of its placeholder.
  private static func named(_ text: StringPattern, _ month: String) -> StringPattern {
    StringPattern(pieces: text.pieces.map { $0 == .placeholder("month") ? .literal(month) : $0 })
  }

  /// Appends `<time datetime="2025-03-02">2 March 2025</time>`, or a month or a year in the same form.
  func time(_ date: PartialDate, into output: inout [UInt8]) {
    output.raw("<time datetime=\"")
    output.machineDate(date)
    output.raw("\">")
    readable(date, into: &output)
    output.raw("</time>")
  }

  /// Appends `2 March 2025`, `March 2025` or `2025`, escaped.
  func readable(_ date: PartialDate, into output: inout [UInt8]) {
    guard let month = date.month, (1...12).contains(month) else { return output.number(date.year) }
    let kind =
      switch date.day {
      case nil: 2
      case 1: 1
      default: 0
      }
    patterns.write(kind * 12 + month - 1, into: &output) { placeholder, output in
      output.number(placeholder == Self.day ? date.day ?? 1 : date.year)
    }
  }

  /// `2 March 2025`, `March 2025` or `2025`, not escaped.
  func text(_ date: PartialDate) -> String {
    var bytes: [UInt8] = []
    readable(date, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
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
    _ period: Period, _ key: StringKey, from: StringKey, until: StringKey, into output: inout [UInt8]
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
