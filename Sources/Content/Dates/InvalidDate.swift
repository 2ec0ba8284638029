import Diagnostics

/// Describes invalid dates.
enum InvalidDate {
  static func message(_ text: String) -> String {
    let shown = text.excerpt
    guard isShapedLikeDate(text) else { return "“\(shown)” is not a date" }
    return text.hasPrefix("0") ? "“\(shown)” is before the year 1000" : "“\(shown)” is not a valid date"
  }

  /// The date in the correct form if year, month and day can be recognised, otherwise the accepted forms.
  static func suggestion(_ text: String) -> Suggestion {
    let parts = text.split { "-/. ".contains($0) }.map { String($0) }
    if let year = parts.first, year.count == 4, (2...3).contains(parts.count) {
      let fixed = ([year] + parts.dropFirst().map { $0.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
      if let date = PartialDate(fixed) {
        return Suggestion("write \(date)", replacement: date.description)
      }
    }
    return Suggestion("write a day, a month or a year: 2025-03-02, 2025-03 or 2025")
  }

  private static func isShapedLikeDate(_ text: String) -> Bool {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    return zip(parts, [4, 2, 2]).allSatisfy {
      $0.count == $1 && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
      && (2...3).contains(parts.count)
  }
}
