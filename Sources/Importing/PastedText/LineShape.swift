/// The form of a line.
struct LineShape: Hashable {
  /// The number of words, separated by white space.
  let words: Int
  /// The number of characters.
  let length: Int
  /// The last character, ignoring closing quotes and brackets.
  let last: Character?
  /// The first character, ignoring opening quotes and brackets.
  let first: Character?
  /// Whether the line has a letter.
  let hasLetters: Bool
  /// Whether a sentence ends inside the line: a full stop, question or exclamation mark is followed by a capital.
  let hasInnerSentenceEnd: Bool
  /// The number of words before the first colon; nil if there is none or nothing follows it.
  let wordsBeforeColon: Int?

  init(_ line: some StringProtocol) {
    let text = Substring(line)
    let parts = text.split(whereSeparator: \.isWhitespace)
    words = parts.count
    length = text.count
    last = Self.last(of: text)
    first = text.first { !"\"'“‘«([*_".contains($0) }
    hasLetters = text.contains(where: \.isLetter)
    // The number of a heading does not end a sentence.
    let prose = parts.first.map { $0.contains(where: \.isLetter) } == true ? parts[...] : parts.dropFirst()
    hasInnerSentenceEnd = zip(prose, prose.dropFirst()).contains {
      Self.endsSentence($0) && Self.isCapital($1.first)
    }
    let colon = parts.firstIndex { $0.last == ":" }
    wordsBeforeColon = colon.flatMap { $0 + 1 < parts.count ? $0 + 1 : nil }
  }

  /// Whether the line ends with closing punctuation.
  var isClosed: Bool { Self.isClosed(last) }
  /// Whether a text ends with closing punctuation; looks at its end only, whatever its length.
  static func isClosed(_ text: String) -> Bool { isClosed(last(of: text[...])) }
  /// Whether the line ends like a sentence.
  var endsSentence: Bool { last.map { ".!?…。！？".contains($0) } ?? false }
  /// Whether the line ends with a colon and so introduces the next one.
  var isLeadIn: Bool { last == ":" || last == "：" }
  var startsLowerCase: Bool { first?.isLowercase ?? false }
  /// Whether the text has more than three letters, all of them capitals.
  static func isAllCapitals(_ text: String) -> Bool {
    text.count(where: \.isLetter) > 3 && !text.contains(where: \.isLowercase)
      && text.contains(where: \.isUppercase)
  }

  private static func isClosed(_ last: Character?) -> Bool {
    last.map { ".!?;:,…。！？".contains($0) } ?? false
  }

  /// The last character, ignoring closing quotes and brackets.
  private static func last(of text: Substring) -> Character? {
    text.last { !"\"'”’»)]*_".contains($0) }
  }

  private static func endsSentence(_ word: Substring) -> Bool {
    guard let last = word.last(where: { !"\"'”’»)".contains($0) }), ".!?".contains(last) else { return false }
    // An abbreviation such as “U.S.”, “Mr.” or “J.” does not end a sentence.
    let letters = word.filter(\.isLetter)
    return letters.count > 3 || letters.first?.isLowercase ?? true
  }

  private static func isCapital(_ character: Character?) -> Bool {
    character.map { $0.isUppercase || "\"“‘«".contains($0) } ?? false
  }
}
