import Diagnostics
import Text

/// Finds pairs of names that are worth comparing, without comparing every name with every other.
///
/// Each name has about thirty keys: its words sorted, its words without generic ones, a word with one letter
/// removed, and so on, each with the numbers in the name, because names with different numbers never mean the
/// same. Names that share a key are candidates. Keys are hashes; a collision only costs a comparison.
struct CandidateIndex {
  /// Keys that more names share than this are ignored.
  private static let largestGroup = 40
  /// No letters are removed from longer words.
  private static let longestWord = 24

  private struct Entry {
    let key: UInt64
    let member: Int32
    /// The name is looked up by this key but cannot be found by it.
    let isQuery: Bool
  }

  private let isParty: Bool
  private var entries: [Entry] = []
  /// The hash of the numbers in the name that is being added.
  private var numbers = StableHash()

  init(isParty: Bool) { self.isParty = isParty }

  /// Adds a name, unless it is too long for comparisons.
  mutating func add(_ form: NameForm, member: Int) {
    guard !form.words.isEmpty, form.text.utf8.count <= Limit.comparedNames.value else { return }
    let member = Int32(member)
    numbers = StableHash()
    for number in form.numbers { Self.mix(number, into: &numbers) }
    add("words", form.sortedCore, member)
    add("squeezed", form.squeezed, member)
    for rest in [form.rest, form.principal].compactMap({ $0 }) {
      add("words", rest.sortedCore, member)
      if let state = rest.state { add("state", String(state.state), member) }
    }
    if let state = form.state { add("state", String(state.state), member) }
    if form.isAcronym { add("initials", form.words[0], member) }
    for initials in [form.initials, form.allInitials].compactMap({ $0 }) {
      add("initials", initials, member, isQuery: true)
    }
    addSpellings(form, member)
    if !isParty { addParts(form, member) }
  }

  /// One key for each word with one letter removed, together with the other words of the name.
  private mutating func addSpellings(_ form: NameForm, _ member: Int32) {
    for place in form.content.indices {
      let word = Array(form.content[place].unicodeScalars)
      guard word.count >= 3, word.count <= Self.longestWord else { continue }
      var key = start("spelling")
      for other in form.content.indices where other != place { Self.mix(form.content[other], into: &key) }
      key.add(UInt8(truncatingIfNeeded: place))
      add(Self.hash(word, without: [], from: key), member)
      add(Self.hash(Array(word.prefix(3)) + [Unicode.Scalar(".")], without: [], from: key), member)
      if word.count < NameComparer.shortestWord { continue }
      for gap in word.indices { add(Self.hash(word, without: [gap], from: key), member) }
      guard word.count >= NameComparer.longWord else { continue }
      for first in word.indices {
        for second in (first + 1)..<max(first + 1, word.count) {
          add(Self.hash(word, without: [first, second], from: key), member)
        }
      }
    }
  }

  /// The name without one of its words, without the first ones, and without the last ones.
  private mutating func addParts(_ form: NameForm, _ member: Int32) {
    let core = form.core
    guard (2...12).contains(core.count) else { return }
    for place in core.indices {
      var rest = core
      rest.remove(at: place)
      add("words", rest.sorted().joined(separator: " "), member, isQuery: true)
      if place > 1 {
        add("words", core[..<place].sorted().joined(separator: " "), member, isQuery: true)
        add("words", core[place...].sorted().joined(separator: " "), member, isQuery: true)
      }
    }
  }

  private mutating func add(_ kind: String, _ text: String, _ member: Int32, isQuery: Bool = false) {
    var key = start(kind)
    Self.mix(text, into: &key)
    add(key.value, member, isQuery: isQuery)
  }

  private mutating func add(_ key: UInt64, _ member: Int32, isQuery: Bool = false) {
    entries.append(Entry(key: key, member: member, isQuery: isQuery))
  }

  /// Calls `visit` with pairs of members, the lower first, in ascending order, each once. The pairs of all members together
  /// can be many, so those of one member are found at a time.
  consuming func forEachPair(_ visit: (MemberPair) -> Void) {
    entries.sort { ($0.key, $0.member, $0.isQuery ? 1 : 0) < ($1.key, $1.member, $1.isQuery ? 1 : 0) }
    let groups = groups()
    let places = places(in: groups)
    var others: [Int32] = []
    for (start, end) in zip(places.starts, places.starts.dropFirst()) where start < end {
      others.removeAll(keepingCapacity: true)
      let member = entries[Int(places.entries[start].entry)].member
      for place in places.entries[start..<end] {
        for other in entries[groups[Int(place.group)]] where other.member > member {
          if !other.isQuery || !entries[Int(place.entry)].isQuery { others.append(other.member) }
        }
      }
      others.sort()
      var last: Int32?
      for other in others where other != last {
        visit(MemberPair(member, other))
        last = other
      }
    }
  }

  /// The ranges of entries with the same key that can be candidates of each other.
  private func groups() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    while start < entries.count {
      var (end, found) = (start, 0)
      while end < entries.count, entries[end].key == entries[start].key {
        let isNew = end == start || entries[end - 1].isQuery || entries[end - 1].member != entries[end].member
        if !entries[end].isQuery, isNew { found += 1 }
        end += 1
      }
      if end - start > 1, (1...Self.largestGroup).contains(found) { groups.append(start..<end) }
      start = end
    }
    return groups
  }

  private struct PlaceInGroup {
    var entry: Int32 = 0
    var group: Int32 = 0
  }

  /// The places of all members in groups, by member: those of member `n` are between `starts[n]` and `starts[n + 1]`.
  private func places(in groups: [Range<Int>]) -> (entries: [PlaceInGroup], starts: [Int]) {
    var starts = Array(repeating: 0, count: Int(entries.map(\.member).max() ?? -1) + 2)
    for group in groups {
      for entry in group { starts[Int(entries[entry].member) + 1] += 1 }
    }
    for member in starts.indices.dropFirst() { starts[member] += starts[member - 1] }
    var next = starts
    var places = Array(repeating: PlaceInGroup(), count: starts.last ?? 0)
    for (number, group) in groups.enumerated() {
      for entry in group {
        let member = Int(entries[entry].member)
        places[next[member]] = PlaceInGroup(entry: Int32(entry), group: Int32(number))
        next[member] += 1
      }
    }
    return (places, starts)
  }

  // The hashes are stable, so that the order of keys is the same in every run.

  private func start(_ kind: String) -> StableHash {
    var key = numbers
    Self.mix(kind, into: &key)
    return key
  }

  private static func mix(_ text: String, into key: inout StableHash) {
    key.add(text)
    key.add(0xFF)
  }

  private static func hash(
    _ word: [Unicode.Scalar], without gaps: [Int], from start: StableHash
  ) -> UInt64 {
    var key = start
    for place in word.indices where !gaps.contains(place) { key.add(word[place]) }
    return key.value
  }
}

/// Two different members, the lower first.
struct MemberPair: Sendable, Hashable, Comparable {
  let first: Int
  let second: Int

  init(_ one: Int32, _ other: Int32) {
    first = Int(min(one, other))
    second = Int(max(one, other))
  }

  static func < (left: MemberPair, right: MemberPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }

  /// Sorted, without duplicates.
  static func unique(_ pairs: [MemberPair]) -> [MemberPair] {
    var result: [MemberPair] = []
    for pair in pairs.sorted() where result.last != pair { result.append(pair) }
    return result
  }
}
