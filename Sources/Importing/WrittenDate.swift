import Content
import Text

/// Reads dates in figures or English words.
enum WrittenDate {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// The date if `text` is one: `2025-02-12`, `12 February 2025`, `Feb. 12, 2025`, `February 2025`, `2025/02/12` or
  /// `2025`. Otherwise nil, also for dates such as 02/03/2025 that mean different days in different countries.
  static func read(_ text: String) -> PartialDate? {
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 3, slashed[0].count == 4 { return PartialDate(slashed.joined(separator: "-")) }
    if let date = PartialDate(text.trimmingWhitespace) { return date }
    let parts = parts(of: text)
    guard let found = find(in: parts), found.count == parts.count else { return nil }
    return found.date
  }

  /// The first day, or month with its year, in a short line such as `Published: Wednesday, 12 February 2025, 10:00`.
  static func first(in line: String) -> PartialDate? {
    let parts = parts(of: line)
    for start in parts.indices {
      if let found = find(in: parts[start...]) { return found.date }
      if let date = PartialDate(parts[start]), date.day != nil { return date }
    }
    return nil
  }

  private static func parts(of text: String) -> [Substring] {
    text.split { $0.isWhitespace || $0 == "," || $0 == "." }
  }

  /// The date at the start of `parts`: a day, the name of a month and a year in either order, or a month and a year.
  private static func find(in parts: some Collection<Substring>) -> (date: PartialDate, count: Int)? {
    let words = Array(parts.prefix(3))
    if words.count >= 3, let year = year(words[2]) {
      if let month = month(words[1]), let day = day(words[0], month, year) {
        return (PartialDate(year: year, month: month, day: day), 3)
      }
      if let month = month(words[0]), let day = day(words[1], month, year) {
        return (PartialDate(year: year, month: month, day: day), 3)
      }
    }
    if words.count >= 2, let month = month(words[0]), let year = year(words[1]) {
      return (PartialDate(year: year, month: month), 2)
    }
    return nil
  }

  private static func month(_ word: Substring) -> Int? {
    let name = word.lowercased()
    guard name.count >= 3,
      let index = months.firstIndex(where: { $0 == name || (name.count <= 4 && $0.hasPrefix(name)) })
    else { return nil }
    return index + 1
  }

  private static func year(_ word: Substring) -> Int? {
    word.count == 4 && word.allSatisfy { $0.isASCII && $0.isNumber }
      ? Int(word).flatMap { $0 >= 1800 ? $0 : nil } : nil
  }

  private static func day(_ word: Substring, _ month: Int, _ year: Int) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(word[digits.endIndex...].lowercased()),
      let day = Int(digits), (1...PartialDate.days(in: month, of: year)).contains(day)
    else { return nil }
    return day
  }
}
