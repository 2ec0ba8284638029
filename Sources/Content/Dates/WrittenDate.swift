import Text

/// Reads dates in figures or in the words of the languages that tables are read in.
package enum WrittenDate {
  /// The numbers of the months by name, in all languages: the first twelve words of each list of times, and the next twelve
  /// where a language has other forms in dates.
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for language in LanguageWords.languages {
      guard let words = LanguageWords(language: language)?[.time] else { continue }
      let count = ["uk", "pl", "ar"].contains(language) ? 24 : 12
      let start = language == "de" ? words.filter { $0 != "Jänner" } : words
      for (index, word) in start.prefix(count).enumerated() { months[word.lowercased()] = index % 12 + 1 }
    }
    months["jänner"] = 1
    return months
  }()

  /// Words between the parts of a date, and after it.
  private static let fillers: Set<String> = [
    "de", "del", "of", "року", "р", "roku", "r", "le", "el", "il", "den", "am", "vom",
  ]

  /// The date if `text` is one: `2025-02-12`, `12 February 2025`, `Feb. 12, 2025`, `February 2025`, `2025/02/12`,
  /// `12.02.2025` (the day comes before the month), `12. März 2025`, `2025年2月12日` or `2025`. Otherwise nil, also for dates
  /// such as 02/03/2025 that mean different days in different countries.
  package static func read(_ text: String) -> PartialDate? {
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 3, slashed[0].count == 4 { return PartialDate(slashed.joined(separator: "-")) }
    if let date = PartialDate(text.trimmingWhitespace) { return date }
    if let date = ideographic(text) { return date }
    let parts = parts(of: text)
    if parts.count == 3, let date = dotted(text, parts) { return date }
    guard let found = find(in: parts), found.count == parts.count else { return nil }
    return found.date
  }

  /// The first day, or month with its year, in a short line such as `Published: Wednesday, 12 February 2025, 10:00`.
  package static func first(in line: String) -> PartialDate? {
    let parts = parts(of: line)
    for start in parts.indices {
      if let found = find(in: parts[start...]) { return found.date }
      if let date = PartialDate(parts[start]), date.day != nil { return date }
      if parts.count - start >= 3, let date = dotted(line, Array(parts[start..<start + 3])) { return date }
    }
    return nil
  }

  /// The date in the name of a file: `2025-03-12-talks`, `20250312 talks`, `talks_2025_03`, `12.03.2025`, `Talks 12 March 2025`.
  package static func inFileName(_ name: String) -> PartialDate? {
    let words = name.split { $0.isWhitespace || $0 == "_" || $0 == "-" }
    for start in words.indices {
      if words[start].count == 8, words[start].allSatisfy({ $0.isASCII && $0.isNumber }) {
        let digits = String(words[start])
        let parts = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)]
        if let date = PartialDate(parts.joined(separator: "-")), date.year >= 1800 { return date }
      }
      guard year(words[start]) != nil else { continue }
      for count in [3, 2] where start + count <= words.endIndex {
        let parts = words[start..<start + count]
        guard parts.dropFirst().allSatisfy({ $0.count == 2 }) else { continue }
        if let date = PartialDate(parts.joined(separator: "-")) { return date }
      }
    }
    return first(in: words.joined(separator: " "))
  }

  private static func parts(of text: String) -> [Substring] {
    text.split { $0.isWhitespace || $0 == "," || $0 == "." || $0 == "،" }
      .filter { !fillers.contains($0.lowercased()) }
  }

  /// `12.02.2025`: the line has these parts with full stops between them.
  private static func dotted(_ line: String, _ parts: [Substring]) -> PartialDate? {
    guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let year = year(parts[2]),
      let month = Int(parts[1]), (1...12).contains(month), parts[1].count <= 2,
      let day = day(parts[0], month, year), let last = parts.last,
      line[parts[0].startIndex..<last.endIndex].filter({ $0 == "." }).count == 2
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// `2025年2月12日`, `2025年2月`.
  private static func ideographic(_ text: String) -> PartialDate? {
    let trimmed = text.trimmingWhitespace
    guard let year = trimmed.firstIndex(of: "年"), let end = trimmed.last, "月日号".contains(end) else {
      return nil
    }
    let parts = trimmed.split { "年月日号".contains($0) || $0.isWhitespace }
    guard (2...3).contains(parts.count), trimmed[..<year].count == 4 else { return nil }
    let padded = parts.map { $0.count == 1 ? "0" + $0 : String($0) }
    return PartialDate(padded.joined(separator: "-"))
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
    guard name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return nil }
    if let month = months[name] { return month }
    guard (3...4).contains(name.count) else { return nil }
    let found = Set(months.filter { $0.key.hasPrefix(name) }.values)
    return found.count == 1 ? found.first : nil
  }

  private static func year(_ word: Substring) -> Int? {
    word.count == 4 && word.allSatisfy { $0.isASCII && $0.isNumber }
      ? Int(word).flatMap { $0 >= 1800 ? $0 : nil } : nil
  }

  private static func day(_ word: Substring, _ month: Int, _ year: Int) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th", "er", "º"].contains(word[digits.endIndex...].lowercased()),
      let day = Int(digits), (1...PartialDate.days(in: month, of: year)).contains(day)
    else { return nil }
    return day
  }
}
