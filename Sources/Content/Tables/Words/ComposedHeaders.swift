import Text

/// Headers that are put together from words of which none names a party, such as “Current text” and “Phase 1”.
struct ComposedHeaders: Sendable {
  /// By word: whether it is for what columns hold, or one that goes with such words.
  private let isNoun: [String: Bool]

  /// - Parameters:
  ///   - nouns: words for what columns hold; a header has at least one of them.
  ///   - others: words that go with them, such as “for” and “the”.
  init(nouns: Set<NameKey>, others: Set<NameKey>) {
    var isNoun: [String: Bool] = [:]
    for key in others where !key.text.contains(" ") { isNoun[key.text] = false }
    for key in nouns where !key.text.contains(" ") { isNoun[key.text] = true }
    self.isNoun = isNoun
  }

  func contains(_ key: NameKey) -> Bool {
    // Most headers are one word.
    guard key.text.hasByte(where: Self.divides) else { return false }
    var count = 0
    var hasNoun = false
    for word in key.text.utf8.split(whereSeparator: Self.divides).map({ Substring($0) }) {
      count += 1
      if let noun = isNoun[String(word)] {
        hasNoun = hasNoun || noun
      } else if !word.allSatisfy(\.isNumber), word.unicodeScalars.count > 1 {
        return false
      }
    }
    return count > 1 && hasNoun
  }

  private static func divides(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "+"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
