import Content

/// Splits names into words, and lists the words that carry little meaning.
enum NameWords {
  /// The folded words of a name, without apostrophes and a genitive “s”. Everything that is not a letter or
  /// digit separates words.
  static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func finish() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for part in NameKey(name).text.split(separator: " ") {
      for scalar in genitiveDropped(part).unicodeScalars where scalar != "'" {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          word.append(scalar)
        } else {
          finish()
        }
      }
      finish()
    }
    return words
  }

  private static func genitiveDropped(_ word: Substring) -> Substring {
    if word.hasSuffix("'s") { return word.dropLast(2) }
    return word.hasSuffix("s'") ? word.dropLast() : word
  }

  /// Words that connect others; names that differ only in these are the same.
  static let small: Set<String> = [
    "a", "about", "across", "along", "among", "an", "and", "around", "as", "at", "beside", "between",
    "concerning",
    "for", "in", "near", "of", "on", "or", "over", "regarding", "s", "the", "toward", "towards", "upon",
    "with",
    "within", "after", "before", "below", "beyond", "by", "during", "from", "into", "through", "to", "under",
  ]

  /// Small words of direction: if both names have such words, the words have to be the same.
  static let directions: Set<String> = [
    "after", "before", "below", "beyond", "by", "during", "from", "into", "over", "through", "to", "under",
  ]

  /// Words that are optional in the name of an issue.
  static let generic: Set<String> = [
    "aspect", "debate", "discussion", "dispute", "dossier", "file", "issue", "matter", "point", "problem",
    "question",
    "subject", "theme", "topic",
  ]

  /// Words that are optional in the name of a party.
  static let formal: Set<String> = [
    "ag", "camp", "co", "company", "confederation", "corp", "corporation", "federation", "gmbh", "group",
    "inc",
    "islamic", "kingdom", "limited", "ltd", "movement", "party", "plc", "republic", "side", "state",
  ]

  /// Words for those who act for a party.
  static let acting: Set<String> = [
    "administration", "army", "authority", "cabinet", "congress", "delegation", "diplomacy", "diplomat",
    "embassy",
    "executive", "government", "leadership", "military", "ministry", "negotiator", "official", "parliament",
    "presidency", "president", "regime", "representative", "senate", "spokesperson",
  ]

  /// Words that qualify a word of `acting`.
  static let actingDetail: Set<String> = [
    "armed", "current", "defense", "economy", "energy", "federal", "finance", "foreign", "affair", "interim",
    "interior", "national", "new", "prime", "trade", "transitional",
  ]
}
