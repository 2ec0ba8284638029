import Text

/// The words of `TableWords`, prepared for comparison once per site.
package struct HeaderWords: Sendable {
  /// Corners that make a positions table.
  package let axis: Set<NameKey>
  /// Corners that make an options table.
  package let option: Set<NameKey>
  /// Corners that mean that the rows are parties.
  package let party: Set<NameKey>
  private let columns: [NameKey: TableColumn]
  private let stanceColumns: Set<NameKey>
  private let generalHeadings: Set<NameKey>
  private let stances: [NameKey: Stance]
  private let notAParty: Set<NameKey>
  private let articles: [String]
  private let suffixes: Suffixes
  private let matchingSuffixes: Suffixes
  private let nounFirst: NounFirstNames
  let facts: FactWords

  /// The words of English, which most sites have.
  private static let english = HeaderWords(preparing: TableWords())

  package init(_ words: TableWords) {
    self = words.isEnglish ? Self.english : HeaderWords(preparing: words)
  }

  private init(preparing words: TableWords) {
    axis = Self.keys(words[.axis])
    option = Self.keys(words[.option])
    party = Self.keys(words[.party])
    stanceColumns = Self.keys(words[.stanceColumns])
    generalHeadings = Self.keys(words[.generalHeadings])
    articles = words[.articles].map { NameKey($0).text }
    suffixes = Suffixes(words[.suffixes])
    matchingSuffixes = Suffixes(words[.matchingSuffixes])
    nounFirst = NounFirstNames(words)
    facts = FactWords(words)
    var columns: [NameKey: TableColumn] = [:]
    for (column, list) in TableColumn.lists {
      for word in words[list] where columns[NameKey(word)] == nil { columns[NameKey(word)] = column }
    }
    self.columns = columns
    var stances: [NameKey: Stance] = [:]
    for stance in Stance.allCases {
      for word in [stance.word] + words[.stance(stance)] { stances[NameKey(word)] = stance }
    }
    self.stances = stances
    notAParty = Self.keys(words[.notAParty]).union(axis).union(option).union(columns.keys)
  }

  private static func keys(_ words: [String]) -> Set<NameKey> { Set(words.map { NameKey($0) }) }

  /// The key of a corner or header without an article.
  ///
  /// - Parameter words: the words among which the key is looked for.
  private func bare(_ key: NameKey, in words: Set<NameKey>) -> Bool {
    if words.contains(key) { return true }
    for article in articles where key.text.hasPrefix(article) {
      let rest = key.text.dropFirst(article.count)
      guard rest.first == " " || article.hasSuffix("'") else { continue }
      if words.contains(NameKey(String(rest))) { return true }
    }
    return false
  }

  /// Whether a corner is an axis word, with or without an article; of two words such as “Issue / Party” the first counts.
  package func isAxis(_ corner: NameKey) -> Bool { isWord(corner, axis, before: party) }

  /// Whether a corner is a word for parties, with or without an article; of “Party / Issue” the first word counts.
  package func isParty(_ corner: NameKey) -> Bool { isWord(corner, party, before: axis) }

  private func isWord(_ corner: NameKey, _ words: Set<NameKey>, before others: Set<NameKey>) -> Bool {
    if bare(corner, in: words) { return true }
    let parts = corner.text.unicodeScalars.split(whereSeparator: Self.divides)
    guard parts.count == 2 else { return false }
    let keys = parts.map { NameKey(String($0).trimmingWhitespace.description) }
    return bare(keys[0], in: words) && (bare(keys[1], in: others) || bare(keys[1], in: words))
  }

  private static func divides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", "|", "→": true
    default: false
    }
  }

  /// Whether a corner is an option word, with or without an article.
  func isOption(_ corner: NameKey) -> Bool { bare(corner, in: option) }

  /// The meaning of a header in a table with a row for each party; nil: none.
  package func column(_ header: String) -> TableColumn? { columns[NameKey(header)] }

  /// The meanings of the headers of a table with a row for each party. A word for positions that is also one for stances,
  /// such as the German “Haltung”, means stances if another column has the positions.
  package func columns(_ header: [String]) -> [TableColumn?] {
    var columns = header.enumerated().map { $0.offset == 0 ? nil : column($0.element) }
    let positions = columns.indices.filter { columns[$0] == .position }
    let clear = positions.first { !stanceColumns.contains(NameKey(header[$0])) }
    for index in positions
    where clear != nil && index != clear && stanceColumns.contains(NameKey(header[index])) {
      columns[index] = .stance
    }
    return columns
  }

  /// Whether a heading names no issue, such as “Background”.
  package func isGeneral(_ heading: String) -> Bool { bare(NameKey(heading), in: generalHeadings) }

  /// The stance of a mark with or without brackets, a stance word, or a number from −2 to 2; nil for anything else.
  package func stance(_ text: String) -> Stance? {
    var inside = text.trimmingWhitespace
    if inside.first == "[", inside.last == "]" { inside = inside.dropFirst().dropLast() }
    if let stance = Stance(mark: inside) { return stance }
    let key = NameKey(String(inside)).text.map { "−–".contains($0) ? "-" : $0 }
    if let stance = Self.numbers[String(key)] { return stance }
    return stances[NameKey(String(inside))]
  }

  private static let numbers: [String: Stance] = [
    "2": .champions, "+2": .champions, "1": .supports, "+1": .supports, "-1": .opposes, "-2": .redLine,
  ]

  /// The name of a party in a header: see `PartyName`. The name is never empty: “Position” stays “Position”.
  package func partyName(_ header: String) -> PartyName {
    let shown = suffixes.drop(from: header)
    let rest = matchingSuffixes.drop(from: shown)
    return PartyName(shown: shown, key: nounFirst.key(rest) ?? NameKey(rest))
  }

  /// Whether a header may name a party (or, in a transposed table, an issue): it is not empty, not a date or number and
  /// not on the not-a-party list, with or without something in parentheses.
  package func mayBeParty(_ header: String) -> Bool {
    let key = NameKey(header)
    if key.isEmpty || bare(key, in: notAParty) || facts.isPeriodOrNumber(key.text) { return false }
    guard key.text.last == ")", let open = key.text.firstIndex(of: "("), open > key.text.startIndex else {
      return true
    }
    return !bare(NameKey(String(key.text[..<open])), in: notAParty)
  }
}

/// What a column means in a table that has a row for each party.
package enum TableColumn: Sendable, Hashable {
  case position, stance, date, source, quote

  static let lists: [(TableColumn, WordList)] = [
    (.position, .positionColumns), (.stance, .stanceColumns), (.date, .dateColumns),
    (.source, .sourceColumns),
    (.quote, .quoteColumns),
  ]
}

/// Words that are dropped from the end of a name.
private struct Suffixes: Sendable {
  private let keys: Set<NameKey>
  /// The numbers of words in the suffixes, longest first.
  private let lengths: [Int]
  /// Suffixes in scripts without spaces, longest first.
  private let joined: [String]

  init(_ words: [String]) {
    keys = Set(words.map { NameKey($0) }.filter { !$0.isEmpty })
    lengths = Set(keys.map { $0.text.split(separator: " ").count }).sorted(by: >)
    joined = words.filter { $0.unicodeScalars.first.map { Self.isUnspaced($0) } ?? false }
      .sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// Han, kana, Thai, Lao, Khmer and Burmese.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The name without one suffix and what precedes it; the whole name if it has no suffix, or if nothing
  /// would be left.
  func drop(from name: String) -> String {
    let words = Self.words(of: name)
    guard let first = words.first, let last = words.last else { return "" }
    let whole = first.lowerBound..<last.upperBound
    for length in lengths where length < words.count {
      let start = words[words.count - length].lowerBound
      guard keys.contains(NameKey(utf8: name.utf8[start..<whole.upperBound])) else { continue }
      if let rest = Self.rest(name[whole.lowerBound..<start]) { return rest }
    }
    for suffix in joined where name[whole].hasSuffix(suffix) {
      if let rest = Self.rest(name[whole].dropLast(suffix.count)) { return rest }
    }
    return whole == name.startIndex..<name.endIndex ? name : String(name[whole])
  }

  private static func rest(_ text: Substring) -> String? {
    var rest = text
    while let end = rest.last, end.isWhitespace || "-–—:,/".contains(end) { rest.removeLast() }
    return NameKey(utf8: rest.utf8).isEmpty ? nil : String(rest)
  }

  /// The words of a name; by bytes if all are ASCII, which is much faster.
  private static func words(of name: String) -> [Range<String.Index>] {
    if name.utf8.contains(where: { $0 >= 0x80 }) {
      return name.split(whereSeparator: \.isWhitespace).map { $0.startIndex..<$0.endIndex }
    }
    return name.utf8.split { $0 == 0x20 || (9...13).contains($0) }.map { $0.startIndex..<$0.endIndex }
  }
}
