import Text

/// Names of parties in languages whose adjectives follow the noun and agree with it: “Position russe”, “Gouvernement
/// américain”, «Позиція російська».
///
/// They are only matched without the noun and the ending of the adjective: “Position américaine” and “Gouvernement américain”
/// are one party.
struct NounFirstNames: Sendable {
  private struct Language: Sendable {
    let nouns: Set<NameKey>
    let adjective: @Sendable (String) -> String
  }

  private let languages: [Language]

  /// The languages whose words a site reads.
  init(_ words: TableWords) {
    if words.isEnglish {
      languages = []
      return
    }
    let known = Set(words[.matchingSuffixes].map { NameKey($0) })
    languages = Self.all.filter { known.isSuperset(of: $0.government) }.map(\.language)
  }

  /// The key without a noun at the start and the ending of the adjectives after it; nil: the name has no such noun.
  func key(_ name: String) -> NameKey? {
    if languages.isEmpty { return nil }
    let words = NameKey(name).text.split(separator: " ").map(String.init)
    for language in languages {
      for length in stride(from: min(3, words.count - 1), to: 0, by: -1)
      where language.nouns.contains(NameKey(words[..<length].joined(separator: " "))) {
        let rest = words[length...].drop { Self.links.contains($0) }
        guard !rest.isEmpty else { return nil }
        let first = rest.count == 1 ? Self.unlinked(rest[rest.startIndex]) : rest[rest.startIndex]
        // Only an adjective follows its noun directly.
        if first != words[length] || rest.count < words.count - length {
          return NameKey(([first] + rest.dropFirst()).joined(separator: " "))
        }
        return NameKey(rest.map(language.adjective).joined(separator: " "))
      }
    }
    return nil
  }

  /// Words between a noun and a name, as in “Position de la Russie”.
  private static let links: Set<String> = [
    "de", "du", "des", "la", "le", "les", "del", "el", "los", "las", "di", "della", "dello", "dei", "degli",
    "delle",
  ]

  /// A name without an article that is joined to it, as in “l'Ukraine”.
  private static func unlinked(_ word: String) -> String {
    for article in ["l'", "d'", "dell'"] where word.hasPrefix(article) && word.count > article.count {
      return String(word.dropFirst(article.count))
    }
    return word
  }

  private static let all: [(government: Set<NameKey>, language: Language)] = [
    language("fr", french), language("es", romance), language("it", romance), language("uk", ukrainian),
    language("pl", polish),
  ].compactMap(\.self)

  private static func language(
    _ tag: String, _ adjective: @escaping @Sendable (String) -> String
  ) -> (government: Set<NameKey>, language: Language)? {
    guard let words = LanguageWords(language: tag) else { return nil }
    let government = Set(words[.matchingSuffixes].map { NameKey($0) })
    if government.isEmpty { return nil }
    let nouns = government.union(words[.suffixes].map { NameKey($0) })
    return (government, Language(nouns: nouns, adjective: adjective))
  }

  // MARK: Endings

  private static func french(_ word: String) -> String {
    let endings = [
      ("cque", "c"), ("enne", "en"), ("aine", "ain"), ("oise", "ois"), ("aise", "ais"), ("ande", "and"),
      ("ine", "in"),
      ("ole", "ol"), ("ale", "al"), ("ive", "if"), ("que", "c"),
    ]
    for (feminine, masculine) in endings where word.hasSuffix(feminine) && word.count > feminine.count + 1 {
      return word.dropLast(feminine.count) + masculine
    }
    return word
  }

  private static func romance(_ word: String) -> String {
    guard word.count > 3, let last = word.last, "oaei".contains(last) else { return word }
    return String(word.dropLast())
  }

  private static func ukrainian(_ word: String) -> String {
    stem(word, ["ськ", "цьк", "зьк"]) ?? word
  }

  private static func polish(_ word: String) -> String { stem(word, ["sk", "ck", "dzk"]) ?? word }

  /// The word up to the last of the letters that end the stems of adjectives, if at most three letters follow.
  private static func stem(_ word: String, _ ends: [String]) -> String? {
    for count in 1...3 where word.count > count + 3 {
      let start = word.dropLast(count)
      if ends.contains(where: start.hasSuffix) { return String(start) }
    }
    return nil
  }
}
