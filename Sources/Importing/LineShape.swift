/// What can be said of a line by its form alone.
struct LineShape: Hashable {
  /// Words, split at white space.
  let words: Int
  /// Characters.
  let length: Int
  /// The last character, closing quotes and brackets aside.
  let last: Character?
  /// The first character, opening quotes and brackets aside.
  let first: Character?
  /// At least one letter.
  let hasLetters: Bool
  /// A full stop, question or exclamation mark inside, with a capital behind it.
  let hasInnerSentenceEnd: Bool
  /// Words of the text before its first colon, when more follows it; nil without.
  let wordsBeforeColon: Int?

  init(_ line: some StringProtocol) {
    let text = Substring(line)
    let parts = text.split(whereSeparator: \.isWhitespace)
    words = parts.count
    length = text.count
    last = text.reversed().first { !"\"'”’»)]*_".contains($0) }
    first = text.first { !"\"'“‘«([*_".contains($0) }
    hasLetters = text.contains(where: \.isLetter)
    // The number in front of a heading ends no sentence.
    let prose = parts.first.map { $0.contains(where: \.isLetter) } == true ? parts[...] : parts.dropFirst()
    hasInnerSentenceEnd = zip(prose, prose.dropFirst()).contains {
      Self.endsSentence($0) && Self.isCapital($1.first)
    }
    let colon = parts.firstIndex { $0.last == ":" }
    wordsBeforeColon = colon.flatMap { $0 + 1 < parts.count ? $0 + 1 : nil }
  }

  /// It ends as a sentence or a clause does.
  var isClosed: Bool { last.map { ".!?;:,…。！？".contains($0) } ?? false }
  /// It ends as a sentence does.
  var endsSentence: Bool { last.map { ".!?…。！？".contains($0) } ?? false }
  /// It announces what follows.
  var isLeadIn: Bool { last == ":" || last == "：" }
  var startsLowerCase: Bool { first?.isLowercase ?? false }
  /// All its letters are capitals, and it has a few.
  static func isAllCapitals(_ text: String) -> Bool {
    text.count(where: \.isLetter) > 3 && !text.contains(where: \.isLowercase)
      && text.contains(where: \.isUppercase)
  }

  private static func endsSentence(_ word: Substring) -> Bool {
    guard let last = word.last(where: { !"\"'”’»)".contains($0) }), ".!?".contains(last) else { return false }
    // An abbreviation such as “U.S.”, “Mr.” or “J.” ends no sentence.
    let letters = word.filter(\.isLetter)
    return letters.count > 3 || letters.first?.isLowercase ?? true
  }

  private static func isCapital(_ character: Character?) -> Bool {
    character.map { $0.isUppercase || "\"“‘«".contains($0) } ?? false
  }
}
