import Text

/// Reads dates in figures or in the words of the languages that tables are read in.
package enum WrittenDate {
  /// The numbers of the months by name, in all languages: the first twelve words of each list of times, and the next twelve
  /// where a language has other forms in dates.
  private static let months: [String: Int] = {
    var months = ["jänner": 1, "setiembre": 9]
    for language in LanguageWords.languages {
      guard let words = LanguageWords(language: language)?[.time].map({ $0.lowercased() }) else { continue }
      let count = ["uk", "pl", "ar"].contains(language) ? 24 : 12
      let names = words.filter { $0 != "jänner" && $0 != "setiembre" }
      for (index, name) in names.prefix(count).enumerated() { months[name] = index % 12 + 1 }
    }
    return months
  }()

  /// Words between the parts of a date, and after it.
  private static let fillers: Set<String> = [
    "de", "del", "of", "року", "р", "roku", "r", "le", "el", "il", "den", "am", "vom", "dnia", "du", "º", "°",
    "م",
  ]

  /// The date if `text` is one: `2025-02-12`, `12 February 2025`, `Feb. 12, 2025`, `February 2025`, `2025/02/12`,
  /// `12.02.2025` (the day comes before the month), `12. März 2025`, `2025年2月12日` or `2025`. Otherwise nil, including for dates
  /// such as 02/03/2025 that mean different days in different countries.
  package static func read(_ text: String) -> PartialDate? {
    let text = western(text)
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 3, slashed[0].count == 4 { return PartialDate(slashed.joined(separator: "-")) }
    if let date = PartialDate(text.trimmingWhitespace) { return date }
    if let found = ideographic(text) { return found.isWhole ? found.date : nil }
    var parts = parts(of: text)[...]
    while let first = parts.first, isDayOfWeek(first) { parts.removeFirst() }
    if parts.count == 3, let date = dotted(text, Array(parts)) { return date }
    guard let found = find(in: parts), found.count == parts.count else { return nil }
    return found.date
  }

  /// The first day, or month with its year, in a short line such as `Published: Wednesday, 12 February 2025, 10:00`.
  package static func first(in line: String) -> PartialDate? {
    let line = western(line)
    let parts = parts(of: line)
    for start in parts.indices {
      if let found = find(in: parts[start...]) { return found.date }
      if let date = PartialDate(parts[start]), date.day != nil { return date }
      let slashed = parts[start].split(separator: "/", omittingEmptySubsequences: false)
      if slashed.count == 3, slashed[0].count == 4, let date = PartialDate(slashed.joined(separator: "-")) {
        return date
      }
      if parts.count - start >= 3, let date = dotted(line, Array(parts[start..<start + 3])) { return date }
    }
    return ideographic(line)?.date
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

  /// The parts of a text between white space, commas, full stops and, next to the name of a month, hyphens.
  private static func parts(of text: String) -> [Substring] {
    let words = text.split {
      $0.isWhitespace || $0 == "," || $0 == "." || $0 == "،" || $0 == "，" || $0 == "º" || $0 == "°"
    }
    return words.flatMap { word in
      let pieces = word.split(separator: "-")
      return pieces.count == 3 && month(pieces[1]) != nil ? pieces : [word]
    }
    .filter { !fillers.contains($0.lowercased()) }
  }

  /// The text with the digits of other scripts as those of ASCII.
  private static func western(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value > 0x7F && $0.properties.numericType == .decimal })
    else { return text }
    return String(
      text.map { character in
        character.wholeNumberValue.flatMap { $0 < 10 ? Character(String($0)) : nil } ?? character
      })
  }

  private static let daysOfWeek: Set<String> = {
    var days: Set<String> = []
    for language in LanguageWords.languages where !["ar", "zh"].contains(language) {
      let words = LanguageWords(language: language)?[.time].suffix(7) ?? []
      for word in words { days.formUnion([word.lowercased(), String(word.lowercased().prefix(3))]) }
    }
    return days
  }()

  private static func isDayOfWeek(_ word: Substring) -> Bool { daysOfWeek.contains(word.lowercased()) }

  /// `12.02.2025` or `2025.02.12`: the line has these parts with full stops between them.
  private static func dotted(_ line: String, _ parts: [Substring]) -> PartialDate? {
    guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let last = parts.last,
      line[parts[0].startIndex..<last.endIndex].filter({ $0 == "." }).count == 2
    else { return nil }
    let parts = parts[0].count == 4 ? parts.reversed() : parts
    guard let year = year(parts[2]), let month = Int(parts[1]), (1...12).contains(month), parts[1].count <= 2,
      let day = day(parts[0], month, year)
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// The first date such as `2025年2月12日`, `2025年2月`, `二〇二五年二月十二日` or `2025년 2월 12일` in a text, and whether nothing
  /// but white space is around it.
  private static func ideographic(_ text: String) -> (date: PartialDate, isWhole: Bool)? {
    guard let sign = text.firstIndex(where: { $0 == "年" || $0 == "년" }) else { return nil }
    let (before, digits) = numeral(endingAt: sign, in: text)
    guard digits.count == 4, let year = Int(digits) else { return nil }
    var rest = text[text.index(after: sign)...]
    guard let month = number(before: ["月", "월"], in: &rest), (1...12).contains(month) else { return nil }
    let ahead = rest
    let day = number(before: ["日", "号", "일", "號"], in: &rest)
    if let day, !(1...PartialDate.days(in: month, of: year)).contains(day) { return nil }
    if day == nil { rest = ahead }
    let isWhole = text[..<before].allSatisfy(\.isWhitespace) && rest.allSatisfy(\.isWhitespace)
    return (PartialDate(year: year, month: month, day: day), isWhole)
  }

  private static let numerals: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func digit(_ character: Character) -> Int? {
    character.isASCII ? character.wholeNumberValue : numerals[character]
  }

  /// The digits before `end`, and where they start.
  private static func numeral(endingAt end: String.Index, in text: String) -> (String.Index, String) {
    let before = text[..<end].reversed().drop { $0 == " " }
    let digits = before.prefix { digit($0) != nil }
    return (digits.endIndex.base, digits.reversed().compactMap(digit).map(String.init).joined())
  }

  /// The number up to 39 at the start of `rest` before one of the signs, both of which are dropped; nil if there is none.
  private static func number(before signs: Set<Character>, in rest: inout Substring) -> Int? {
    let start = rest.drop { $0 == " " }
    let written = start.prefix { digit($0) != nil || $0 == "十" }
    let tail = start[written.endIndex...].drop { $0 == " " }
    guard let sign = tail.first, signs.contains(sign), (1...3).contains(written.count) else { return nil }
    rest = tail.dropFirst()
    let parts = written.split(separator: "十", omittingEmptySubsequences: false)
    let values = parts.map { Int($0.compactMap(digit).map(String.init).joined()) }
    return values.count == 1 ? values[0] : (values[0] ?? 1) * 10 + (values[1] ?? 0)
  }

  /// The date at the start of `parts`: a day, the name of a month and a year in either order, or a month and a year.
  private static func find(in parts: some Collection<Substring>) -> (date: PartialDate, count: Int)? {
    let words = Array(parts.prefix(4))
    // Some months of Arabic have two words.
    if words.count == 4, let year = year(words[3]), let month = months["\(words[1]) \(words[2])"],
      let day = day(words[0], month, year)
    {
      return (PartialDate(year: year, month: month, day: day), 4)
    }
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
    // The two names of a month in Arabic: “آذار/مارس”.
    let names = name.split(separator: "/")
    if names.count == 2, let first = months[String(names[0])], first == months[String(names[1])] {
      return first
    }
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
