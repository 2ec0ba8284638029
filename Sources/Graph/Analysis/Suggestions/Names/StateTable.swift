import Content

/// Recognises states by their names, their demonyms and their seats of government.
struct StateTable: Sendable {
  /// How a text names a state.
  enum Manner: Int, Sendable, Hashable {
    /// One of its own names, in full or short.
    case name
    /// The name of its people, such as “Russian”.
    case demonym
    /// Its seat of government, such as “Moscow”.
    case seat
  }

  /// The state that a text names.
  struct Found: Sendable, Hashable {
    /// The index of the state in the list.
    let state: Int
    let manner: Manner
  }

  /// The usual name of each state.
  let names: [String]
  /// By folded words, joined with spaces.
  private let byWords: [String: Found]
  /// The first words of all names and seats, in UTF-8.
  let firstWords: Set<[UInt8]>
  /// The number of words in the longest entry.
  private(set) var longest = 0

  init() {
    var names: [String] = []
    var byWords: [String: Found] = [:]
    for (state, line) in StateList.text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: ";", omittingEmptySubsequences: false)
      names.append(String(parts[0].prefix { $0 != "," }))
      for (part, manner) in zip(parts, [Manner.name, .demonym, .seat]) {
        for name in part.split(separator: ",") {
          let words = NameWords.split(String(name)).drop { $0 == "the" }.joined(separator: " ")
          if !words.isEmpty, byWords[words] == nil { byWords[words] = Found(state: state, manner: manner) }
        }
      }
    }
    self.names = names
    self.byWords = byWords
    firstWords = Set(
      byWords.lazy.filter { $0.value.manner != .demonym }.map { Array($0.key.utf8.prefix { $0 != 0x20 }) })
    longest = byWords.keys.reduce(0) { max($0, $1.split(separator: " ").count) }
  }

  /// The state that `words` name, ignoring a leading “the”; nil: none.
  func find(_ words: some Collection<String>) -> Found? {
    byWords[words.drop { $0 == "the" }.joined(separator: " ")]
  }
}
