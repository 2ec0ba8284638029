/// The words for a cell that records no position, such as “not discussed”. They are compared as names are: without markup,
/// notes, case and full stops.
package struct SilenceWords: Sendable, Hashable {
  /// No words: only dashes and “n/a” are silent.
  package static let none = SilenceWords([])

  private let keys: Set<NameKey>
  /// The number of UTF-8 bytes of the longest key.
  let longest: Int
  /// Whether a key starts with a byte, by byte; upper-case ASCII letters are included.
  private let initials: [Bool]

  /// - Parameters:
  ///   - language: the site's language, a BCP 47 tag; the words of English count in every language.
  ///   - others: the words that `silence-words:` adds.
  package init(language: String, others: [String]) {
    let own = LanguageWords(language: language)?[.silence] ?? []
    let isEnglish = own == LanguageWords.english[.silence]
    self.init(Self.englishKeys.union(Self.keys(of: isEnglish ? others : own + others)))
  }

  private static let englishKeys = keys(of: LanguageWords.english[.silence])

  private static func keys(of words: [String]) -> Set<NameKey> {
    Set(words.lazy.map { NameKey($0) }.filter { !$0.isEmpty })
  }

  private init(_ keys: Set<NameKey>) {
    self.keys = keys
    longest = keys.map(\.text.utf8.count).max() ?? 0
    var initials = [Bool](repeating: false, count: 256)
    for key in keys {
      guard let first = key.text.utf8.first else { continue }
      initials[Int(first)] = true
      if (0x61...0x7A).contains(first) { initials[Int(first - 0x20)] = true }
      // Capital letters beyond ASCII start with various bytes.
      if first >= 0x80 { for byte in 0x80...0xFF { initials[byte] = true } }
    }
    self.initials = initials
  }

  /// Whether a cell's text, without mark and attribute, means that there is no position.
  func contains(_ text: String) -> Bool {
    mayBe(text.utf8) && keys.contains(NameKey(text))
  }

  /// Whether a text is worth comparing: false for nearly all positions.
  package func mayBe(_ text: some Collection<UInt8>) -> Bool {
    guard text.count <= longest + Self.mostExtra else { return false }
    guard let first = text.first(where: { $0 > 0x20 }) else { return false }
    return initials[Int(first)]
  }

  /// The most bytes of white space, quotation marks and full stops that a text may have beyond its key.
  private static let mostExtra = 12
}
