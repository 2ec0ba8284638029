/// One name of an issue or party, taken apart for comparison.
struct NameForm: Sendable {
  /// As it is shown.
  let text: String
  /// All folded words.
  let words: [String]
  /// The words that are not small, folded and no further.
  let content: [String]
  /// What is left of `content` for comparison: roots, a state's name or demonym as one word.
  let core: [String]
  /// `core`, sorted and joined: equal for the same words in a different order.
  let sortedCore: String
  /// The state that the whole name stands for; nil: none.
  let state: StateTable.Found?
  /// The words without generic, formal and small ones; nil when none is dropped, or nothing would be left.
  let rest: Rest?
  /// The words without those that name who acts; nil when there are none, or nothing would be left.
  let principal: Rest?

  /// What is left of a name without some of its words.
  struct Rest: Sendable {
    let sortedCore: String
    let state: StateTable.Found?
    /// The words that are dropped, folded.
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

  /// The digits in the name, in order; names that differ in them are never one.
  var numbers: [String] { words.filter { $0.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } } }

  /// The words without anything between them.
  var squeezed: String { words.joined() }

  /// The name is one word in capitals, such as “ASEAN” or “U.S.”.
  var isAcronym: Bool {
    guard words.count == 1, (2...8).contains(words[0].count) else { return false }
    return text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
  }

  /// The first letters of the words that are not small; nil for a single word.
  var initials: String? { content.count > 1 ? String(content.compactMap(\.first)) : nil }

  /// The first letters of all words; nil for a single word.
  var allInitials: String? { words.count > 1 ? String(words.compactMap(\.first)) : nil }

  /// Small words that say which way, in order.
  var directions: [String] { words.filter(NameWords.directions.contains) }

  /// The states that the name speaks of.
  var states: [String] { core.filter { $0.hasPrefix("@") }.sorted() }

  /// Whether a word of `content` is cut short with a full stop: “Nucl.”.
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
