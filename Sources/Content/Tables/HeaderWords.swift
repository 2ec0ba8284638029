/// The words of `TableWords`, prepared for comparison once per site.
package struct HeaderWords: Sendable {
  /// Corners that make a positions table.
  package let axis: Set<NameKey>
  /// Corners that make an options table.
  package let option: Set<NameKey>
  /// Corners that mean that the rows are parties.
  package let party: Set<NameKey>
  private let notAParty: Set<NameKey>
  private let suffixes: Suffixes
  private let matchingSuffixes: Suffixes

  package init(_ words: TableWords) {
    axis = Set(words.axis.map { NameKey($0) })
    option = Set(words.option.map { NameKey($0) })
    party = Set(words.party.map { NameKey($0) })
    notAParty = Set(words.notAParty.map { NameKey($0) })
    suffixes = Suffixes(words.suffixes)
    matchingSuffixes = Suffixes(words.matchingSuffixes)
  }

  /// The name of a party in a header: see `PartyName`. The name is never empty: “Position” stays “Position”.
  package func partyName(_ header: String) -> PartyName {
    let shown = suffixes.drop(from: header)
    return PartyName(shown: shown, key: NameKey(matchingSuffixes.drop(from: shown)))
  }

  /// Whether a header may name a party (or, in a transposed table, an issue): it is not empty and not on the
  /// not-a-party list.
  package func mayBeParty(_ header: String) -> Bool {
    let key = NameKey(header)
    return !key.isEmpty && !notAParty.contains(key)
  }
}

/// Words that are dropped from the end of a name.
private struct Suffixes: Sendable {
  private let keys: Set<NameKey>
  /// The numbers of words in the suffixes, longest first.
  private let lengths: [Int]

  init(_ words: [String]) {
    keys = Set(words.map { NameKey($0) }.filter { !$0.isEmpty })
    lengths = Set(keys.map { $0.text.split(separator: " ").count }).sorted(by: >)
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
      var rest = name[whole.lowerBound..<start]
      while let end = rest.last, end.isWhitespace || "-–—:,/".contains(end) { rest.removeLast() }
      if !NameKey(utf8: rest.utf8).isEmpty { return String(rest) }
    }
    return whole == name.startIndex..<name.endIndex ? name : String(name[whole])
  }

  /// The words of a name; by bytes if all are ASCII, which is much faster.
  private static func words(of name: String) -> [Range<String.Index>] {
    if name.utf8.contains(where: { $0 >= 0x80 }) {
      return name.split(whereSeparator: \.isWhitespace).map { $0.startIndex..<$0.endIndex }
    }
    return name.utf8.split { $0 == 0x20 || (9...13).contains($0) }.map { $0.startIndex..<$0.endIndex }
  }
}
