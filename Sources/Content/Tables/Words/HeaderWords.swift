import Text

/// The words of `TableWords`, prepared for comparison once per site.
///
/// A class, because every table of every file is read with the same words, by all threads.
package final class HeaderWords: Sendable {
  /// Corners that make a positions table.
  package let axis: WordSet
  /// Corners that make an options table.
  package let option: WordSet
  /// Corners that mean that the rows are parties.
  package let party: WordSet
  private let columns: [NameKey: TableColumn]
  /// The words of `columns`.
  private let columnWords: WordSet
  private let stanceColumns: WordSet
  private let evidenceColumns: WordSet
  private let generalHeadings: WordSet
  private let stances: [NameKey: Stance]
  private let kindsOfEvidence: [NameKey: Evidence]
  private let notAParty: WordSet
  /// The first and the last words of the words for columns, by which `side(_:)` begins or ends.
  private let sideEnds: Set<String>
  private let countries: WordSet
  private let corners: CornerWords
  private let composed: ComposedHeaders
  private let articles: [String]
  /// The bits of the first bytes of articles; see `WordSet`.
  private let articleStarts: UInt64
  private let suffixes: Suffixes
  private let matchingSuffixes: Suffixes
  private let nounFirst: NounFirstNames
  let facts: FactWords

  /// The words of English, which most sites have.
  private static let english = HeaderWords(TableWords())

  /// The words prepared; those of English only once.
  package static func of(_ words: TableWords) -> HeaderWords {
    words.isEnglish ? english : HeaderWords(words)
  }

  package init(_ words: TableWords) {
    axis = WordSet(Self.keys(words[.axis] + words[.coreIssues]))
    countries = WordSet(Self.keys(words[.countries]))
    corners = CornerWords(axis: axis.keys, modifiers: Self.keys(words[.axisModifiers]))
    option = WordSet(Self.keys(words[.option]))
    party = WordSet(Self.keys(words[.party]))
    stanceColumns = WordSet(Self.keys(words[.stanceColumns]))
    evidenceColumns = WordSet(Self.keys(words[.evidenceColumns]))
    generalHeadings = WordSet(Self.keys(words[.generalHeadings]))
    articles = words[.articles].map { NameKey($0).text }
    articleStarts = articles.reduce(0) { $0 | WordSet.start(of: $1) }
    suffixes = Suffixes(words[.suffixes])
    matchingSuffixes = Suffixes(words[.matchingSuffixes])
    nounFirst = NounFirstNames(words)
    facts = FactWords(words)
    var columns: [NameKey: TableColumn] = [:]
    for (column, list) in TableColumn.lists {
      for word in words[list] where columns[NameKey(word)] == nil { columns[NameKey(word)] = column }
    }
    self.columns = columns
    columnWords = WordSet(Set(columns.keys))
    var stances: [NameKey: Stance] = [:]
    for stance in Stance.allCases {
      for word in [stance.word] + words[.stance(stance)] { stances[NameKey(word)] = stance }
    }
    self.stances = stances
    var evidence: [NameKey: Evidence] = [:]
    for kind in Evidence.allCases {
      for word in words[.evidence(kind)] { evidence[NameKey(word)] = kind }
    }
    kindsOfEvidence = evidence
    let notAParty = Self.keys(words[.notAParty]).union(axis.keys).union(option.keys).union(columns.keys)
    self.notAParty = WordSet(notAParty)
    sideEnds = Set(
      notAParty.flatMap { key in
        let words = Side.words(of: key)
        return [words.first, words.last].compactMap { $0.map(String.init) }
      })
    let periods = words[.time].filter { $0.contains(where: \.isNumber) }
    let marks = Set(stances.keys)
    composed = ComposedHeaders(
      nouns: notAParty.subtracting(party.keys).subtracting(marks).union(Self.keys(periods)),
      others: Self.keys(words[.articles] + words[.time] + words[.units]).union(marks).subtracting(party.keys))
  }

  private static func keys(_ words: [String]) -> Set<NameKey> { Set(words.map { NameKey($0) }) }

  /// The key of a corner or header without an article.
  ///
  /// - Parameter words: the words among which the key is looked for.
  private func bare(_ key: NameKey, in words: WordSet) -> Bool {
    if words.contains(key) { return true }
    guard articleStarts & WordSet.start(of: key.text) != 0 else { return false }
    for article in articles where key.text.hasPrefix(article) {
      let rest = key.text.dropFirst(article.count)
      guard rest.first == " " || article.hasSuffix("'") else { continue }
      if words.contains(NameKey(String(rest))) { return true }
    }
    return false
  }

  /// Whether a corner is an axis word, with or without an article, signs such as a colon, and words such as “key”; of two
  /// words such as “Issue / Party” the first counts, and “No. / Issue” is one as well.
  package func isAxis(_ corner: NameKey) -> Bool {
    guard let parts = corners.parts(of: corner) else { return isAxisWord(corners.bare(corner)) }
    if isAxisWord(parts.0) { return bare(parts.1, in: party) || isAxisWord(parts.1) }
    return isAxisWord(parts.1) && !bare(parts.0, in: party) && bare(parts.0, in: notAParty)
  }

  private func isAxisWord(_ key: NameKey) -> Bool {
    bare(key, in: axis) || !bare(key, in: party) && corners.isQualified(key)
  }

  /// Whether a corner is a word for parties, with or without an article; of “Party / Issue” the first word counts.
  package func isParty(_ corner: NameKey) -> Bool {
    guard let parts = corners.parts(of: corner) else { return bare(corners.bare(corner), in: party) }
    return bare(parts.0, in: party) && (isAxisWord(parts.1) || bare(parts.1, in: party))
  }

  /// The column of the parties in a table with a row for each position: the first, but countries beside parties say where
  /// the parties are. nil: no header means parties.
  package func partyColumn(_ header: [NameKey]) -> Int? {
    let columns = header.indices.filter { isParty(header[$0]) }
    return columns.first { !bare(header[$0], in: countries) } ?? columns.first
  }

  /// Whether a corner is an option word, with or without an article.
  func isOption(_ corner: NameKey) -> Bool { bare(corners.bare(corner), in: option) }

  /// The meaning of a header in a table with a row for each party; nil: none.
  package func column(_ header: String) -> TableColumn? { column(NameKey(header)) }

  func column(_ key: NameKey) -> TableColumn? {
    if columnWords.contains(key) { return columns[key] }
    let bare = corners.bare(key)
    return columnWords.contains(bare) ? columns[bare] : nil
  }

  /// The meanings of the headers of a table with a row for each party. A word for positions that is also one for stances,
  /// such as the German “Haltung”, means stances if another column has the positions; one for sources that is also one for
  /// kinds of evidence, such as “Evidence”, means kinds if another column has the sources.
  package func columns(_ header: [String]) -> [TableColumn?] {
    var columns = header.enumerated().map { $0.offset == 0 ? nil : column($0.element) }
    settle(&columns, header, .position, or: .stance, among: stanceColumns)
    settle(&columns, header, .source, or: .evidence, among: evidenceColumns)
    return columns
  }

  private func settle(
    _ columns: inout [TableColumn?], _ header: [String], _ usual: TableColumn, or other: TableColumn,
    among words: WordSet
  ) {
    let found = columns.indices.filter { columns[$0] == usual }
    guard found.count > 1 else { return }
    let clear = found.first { !isHeader(header[$0], among: words) }
    for index in found where clear != nil && index != clear && isHeader(header[index], among: words) {
      columns[index] = other
    }
  }

  private func isHeader(_ header: String, among words: WordSet) -> Bool {
    let key = NameKey(header)
    return words.contains(key) || words.contains(corners.bare(key))
  }

  /// Whether a column of sources may hold kinds of evidence in their place, as “Evidence” may.
  package func mayHoldEvidence(_ header: String) -> Bool { isHeader(header, among: evidenceColumns) }

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

  /// The kinds of evidence in a cell, by their words or as cells of reports have them; nil if the cell has something else.
  package func evidence(_ text: some StringProtocol) -> EvidenceKinds? {
    EvidenceKinds(written: text) { kindsOfEvidence[NameKey(String($0))] ?? Evidence(written: $0) }
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
  /// not on the not-a-party list, with or without something in parentheses, nor put together from words of that list.
  package func mayBeParty(_ header: String) -> Bool {
    mayBeParty(NameKey(header))
  }

  func mayBeParty(_ key: NameKey) -> Bool { mayBeIssue(key) && !composed.contains(key) }

  /// Whether a word begins or ends a word for what columns hold.
  func mayEndSide(_ word: Substring) -> Bool { sideEnds.contains(String(word)) }

  /// Whether a header is for what columns hold beside positions, such as “Notes”.
  func isAside(_ header: NameKey) -> Bool {
    notAParty.contains(header) && !axis.contains(header) && !option.contains(header)
      && !party.contains(header)
  }

  /// Whether a heading may name an issue: it is not empty, not a date or number and not on the not-a-party list.
  package func mayBeIssue(_ heading: String) -> Bool { mayBeIssue(NameKey(heading)) }

  private func mayBeIssue(_ key: NameKey) -> Bool {
    if key.isEmpty || bare(key, in: notAParty) || facts.isPeriodOrNumber(key.text) { return false }
    guard key.text.last == ")", let open = key.text.firstIndex(of: "("), open > key.text.startIndex else {
      return true
    }
    return !bare(NameKey(String(key.text[..<open])), in: notAParty)
  }
}

/// What a column means in a table that has a row for each party.
package enum TableColumn: Sendable, Hashable {
  case position, stance, date, source, quote, evidence

  static let lists: [(TableColumn, WordList)] = [
    (.position, .positionColumns), (.stance, .stanceColumns), (.date, .dateColumns),
    (.source, .sourceColumns),
    (.quote, .quoteColumns), (.evidence, .evidenceColumns),
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
