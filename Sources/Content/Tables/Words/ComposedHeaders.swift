/// Headers that are put together from words of which none names a party, such as “Current text” and “Phase 1”.
struct ComposedHeaders: Sendable {
  private let nouns: Set<String>
  private let others: Set<String>

  /// - Parameters:
  ///   - nouns: words for what columns hold; a header has at least one of them.
  ///   - others: words that stand beside them, such as “for” and “the”.
  init(nouns: Set<NameKey>, others: Set<NameKey>) {
    self.nouns = Self.single(nouns)
    self.others = Self.single(others)
  }

  private static func single(_ keys: Set<NameKey>) -> Set<String> {
    Set(keys.lazy.map(\.text).filter { !$0.contains(" ") })
  }

  func contains(_ key: NameKey) -> Bool {
    let words = key.text.split { " /,&+()".contains($0) }
    guard words.count > 1, words.contains(where: { nouns.contains(String($0)) }) else { return false }
    return words.allSatisfy { word in
      nouns.contains(String(word)) || others.contains(String(word)) || word.allSatisfy(\.isNumber)
        || word.unicodeScalars.count == 1
    }
  }
}
