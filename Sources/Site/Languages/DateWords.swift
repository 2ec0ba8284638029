import Content

/// Dates as a language writes them.
struct DateWords: Sendable {
  /// Days, first days of months, which some languages write in another way, and months, each by month from January.
  private var patterns = TextTable()

  private static let day = 0
  private static let year = 1

  init(_ vocabulary: StringCatalog) {
    let words: [(StringKey, months: String)] = [
      (.dateOfDay, "months-with-day"), (.dateOfFirstDay, "months-with-day"), (.dateOfMonth, "months"),
    ]
    for (word, months) in words {
      let text = vocabulary.meanings[word.key]?.text(nil)
      let names = if case .list(let names)? = vocabulary.meanings[months] { names } else { [String]() }
      for month in 0..<12 {
        patterns.add(text.map { Self.named($0, names.indices.contains(month) ? names[month] : "") }) { hole in
          switch hole {
          case "day": Self.day
          case "year": Self.year
          default: nil
          }
        }
      }
    }
  }

  /// The text with the month put in.
  private static func named(_ text: StringPattern, _ month: String) -> StringPattern {
    StringPattern(pieces: text.pieces.map { $0 == .hole("month") ? .literal(month) : $0 })
  }

  /// Appends `<time datetime="2025-03-02">2 March 2025</time>`; what is open in the date is left out of both.
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
    patterns.write(kind * 12 + month - 1, into: &output) { hole, output in
      output.number(hole == Self.day ? date.day ?? 1 : date.year)
    }
  }

  /// `2 March 2025`, `March 2025` or `2025`, for texts that are escaped later.
  func text(_ date: PartialDate) -> String {
    var bytes: [UInt8] = []
    readable(date, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
