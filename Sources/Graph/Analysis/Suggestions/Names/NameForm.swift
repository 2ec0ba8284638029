/// One name of an issue or party, split up for comparison.
struct NameForm: Sendable {
  /// As it is shown on the site.
  let text: String
  /// All folded words.
  let words: [String]
  /// The words without small ones, folded only.
  let content: [String]
  /// The words of `content` prepared for comparison: reduced to roots, with the name or demonym of a state as
  /// one word.
  let core: [String]
  /// `core`, sorted and joined: equal for the same words in a different order.
  let sortedCore: String
  /// The state that the whole name means; nil: none.
  let state: StateTable.Found?
  /// The name without generic, formal and small words; nil if there are none to drop, or nothing would be
  /// left.
  let rest: Rest?
  /// The name without the words for who acts; nil if there are none, or nothing would be left.
  let principal: Rest?

  /// A name without some of its words.
  struct Rest: Sendable {
    let sortedCore: String
    let state: StateTable.Found?
    /// The dropped words, folded.
    let dropped: [String]
  }

  init(_ text: String, isParty: Bool, states: StateTable) {
    self.text = text
    words = NameWords.split(text)
    let content = words.filter { !NameWords.small.contains($0) }
    self.content = content.isEmpty ? words : content
    core = Self.core(self.content, states)
    sortedCore = Self.sorted(core)
    state = isParty ? states.find(words) : nil
    let optional = isParty ? NameWords.formal : NameWords.generic
    rest = Self.rest(of: self.content, states) { optional.contains($0) }
    principal = isParty ? Self.principal(of: self.content, states) : nil
  }

  /// The numbers in the name, in order, also within words, such as 77 in “G77”; names with different numbers
  /// never mean the same.
  var numbers: [String] {
    words.flatMap { word in word.split { !("0"..."9").contains($0) }.map(String.init) }
  }

  /// The words joined without spaces.
  var squeezed: String { words.joined() }

  /// Whether the name is a single word in capitals, such as “ASEAN” or “U.S.”.
  var isAcronym: Bool {
    guard words.count == 1, (2...8).contains(words[0].count) else { return false }
    return text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
  }

  /// The first letters of the words that are not small; nil for a single word.
  var initials: String? { content.count > 1 ? String(content.compactMap(\.first)) : nil }

  /// The first letters of all words; nil for a single word.
  var allInitials: String? { words.count > 1 ? String(words.compactMap(\.first)) : nil }

  /// The words of direction, in order.
  var directions: [String] { words.filter(NameWords.directions.contains) }

  /// The states that the name contains.
  var states: [String] { core.filter { $0.hasPrefix("@") }.sorted() }

  /// Whether a word of `content` is abbreviated with a full stop, such as “Nucl.”.
  func isCut(_ word: String) -> Bool {
    text.lowercased().split(whereSeparator: \.isWhitespace).contains { $0 == word + "." }
  }

  private static func core(_ content: [String], _ states: StateTable) -> [String] {
    var core: [String] = []
    var place = 0
    while place < content.count {
      var length = min(states.longest, content.count - place)
      while length > 0 {
        if let found = states.find(content[place..<(place + length)]), found.manner != .seat {
          core.append("@\(found.state)")
          break
        }
        length -= 1
      }
      if length == 0 {
        let root = WordRoots.root(content[place])
        core.append(content.count > 1 ? WordRoots.stem(root) : root)
      }
      place += max(1, length)
    }
    return core
  }

  private static func sorted(_ core: [String]) -> String { core.sorted().joined(separator: " ") }

  private static func rest(
    of content: [String], _ states: StateTable, dropping isDropped: (String) -> Bool
  ) -> Rest? {
    let kept = content.filter { !isDropped(WordRoots.root($0)) }
    guard !kept.isEmpty, kept.count < content.count else { return nil }
    return Rest(
      sortedCore: sorted(core(kept, states)), state: states.find(kept),
      dropped: content.filter { isDropped(WordRoots.root($0)) })
  }

  private static func principal(of content: [String], _ states: StateTable) -> Rest? {
    guard content.contains(where: { NameWords.acting.contains(WordRoots.root($0)) }) else { return nil }
    return rest(of: content, states) {
      NameWords.acting.contains($0) || NameWords.actingDetail.contains($0) || NameWords.formal.contains($0)
    }
  }
}
