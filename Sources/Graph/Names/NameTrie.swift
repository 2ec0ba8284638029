import Content
import Text

/// The names of all issues and parties, as a trie of folded bytes.
///
/// A name in prose starts at the start of a word, so the trie is searched only from there. Nearly every
/// search ends after a letter or two, so there is no need for an automaton with failure links. The search
/// finds the longest name at the leftmost place.
struct NameTrie: Sendable {
  /// A name that ends at a state.
  struct Ending: Sendable {
    /// Issues first, then parties; −1: several subjects have the name, so it is not recognised in prose.
    let subject: Int32
    /// The bytes that the text must match exactly, for names in capitals; nil: case is ignored.
    let exact: [UInt8]?
  }

  private struct State: Sendable {
    /// The states of the children, one after the other, ascending by letter.
    var firstChild: Int32 = 0
    var childCount: Int32 = 0
    /// A bit for the low five bits of each child's letter, which ends most searches here.
    var childBits: UInt32 = 0
    /// The endings at this state: a range of `endings`.
    var firstEnding: Int32 = 0
    var endingCount: Int32 = 0
  }

  private var states: [State] = [State()]
  /// The letter that leads to each state, parallel to `states`.
  private var letters: [UInt8] = [0]
  /// The root's children by letter; 0: none.
  private var roots = [Int32](repeating: 0, count: 256)
  /// By the low five bits of the first two letters of names, a bit for those of each third one. It ends most searches.
  private var starts = [UInt32](repeating: 0, count: 1_024)
  private var endings: [Ending] = []
  let issueCount: Int
  /// The number of subjects, issues and parties together.
  let subjectCount: Int

  init(issues: NameRegistry, parties: NameRegistry) {
    issueCount = issues.members.count
    subjectCount = issueCount + parties.members.count
    var names: [ProseName] = []
    for (index, member) in issues.members.enumerated() { names += ProseName.all(of: member, subject: index) }
    for (index, member) in parties.members.enumerated() {
      names += ProseName.all(of: member, subject: issueCount + index)
    }
    build(ProseName.settled(names))
  }

  init(_ names: [ProseName], issueCount: Int, subjectCount: Int) {
    self.issueCount = issueCount
    self.subjectCount = subjectCount
    build(ProseName.settled(names))
  }

  /// Notes the first three letters of a name; any letters may follow a shorter one.
  private mutating func noteStart(of name: [UInt8]) {
    guard let first = name.first else { return }
    let third: UInt32 = name.count > 2 ? 1 << UInt32(name[2] & 31) : .max
    for second in name.count > 1 ? name[1]...name[1] : 0...31 {
      starts[Self.place(of: first, second)] |= third
    }
  }

  /// The place in `starts` of two letters.
  @inline(__always)
  private static func place(of first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Whether a name may start with the letters at `place`. The texts of which it is sure have ASCII letters only: other
  /// letters may fold into several bytes, and white space may be a run.
  @inline(__always)
  private func mayStart(_ text: UnsafeBufferPointer<UInt8>, at place: Int, end: Int) -> Bool {
    guard place + 1 < end, Self.isOneLetter(text[place + 1]) else { return true }
    let thirds = starts[Self.place(of: text[place].lowered, text[place + 1].lowered)]
    guard place + 2 < end, Self.isOneLetter(text[place + 2]) else { return thirds != 0 }
    return thirds >> UInt32(text[place + 2].lowered & 31) & 1 == 1
  }

  /// Whether the letter is its own fold, but for its case.
  @inline(__always)
  private static func isOneLetter(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  /// Builds the trie level by level, so that the children of a state are adjacent.
  ///
  /// - Parameter names: sorted by their folded bytes.
  private mutating func build(_ names: [ProseName]) {
    for name in names { noteStart(of: name.folded) }
    var level: [(state: Int, names: Range<Int>)] = [(0, 0..<names.count)]
    var depth = 0
    while !level.isEmpty {
      var next: [(state: Int, names: Range<Int>)] = []
      for (state, range) in level {
        var index = range.lowerBound
        states[state].firstEnding = Int32(endings.count)
        while index < range.upperBound, names[index].folded.count == depth {
          endings.append(Ending(subject: names[index].subject, exact: names[index].exact))
          index += 1
        }
        states[state].endingCount = Int32(endings.count) - states[state].firstEnding
        states[state].firstChild = Int32(states.count)
        while index < range.upperBound {
          let letter = names[index].folded[depth]
          let start = index
          while index < range.upperBound, names[index].folded[depth] == letter { index += 1 }
          next.append((states.count, start..<index))
          if state == 0 { roots[Int(letter)] = Int32(states.count) }
          states.append(State())
          letters.append(letter)
          states[state].childCount += 1
          states[state].childBits |= 1 << UInt32(letter & 31)
        }
      }
      level = next
      depth += 1
    }
  }

  /// The longest name that starts at `start`, which must be the start of a word, and that ends at the end of
  /// a word.
  ///
  /// - Returns: the end of the name and its subject (−1: ambiguous); nil: no name starts here.
  func longest(in text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> (end: Int, subject: Int32)?
  {
    var best: (end: Int, subject: Int32)?
    var state = 0
    var place = start
    while place < end {
      let step = LetterFold.step(text, at: place, end: end)
      guard let next = child(of: state, step.folded) else { break }
      state = next
      place = step.next
      let count = Int(states[state].endingCount)
      guard count > 0, LetterFold.isEndOfWord(text, at: place, end: end) else { continue }
      let first = Int(states[state].firstEnding)
      if let subject = subject(of: endings[first..<first + count], in: text, start..<place) {
        best = (place, subject)
      }
    }
    return best
  }

  /// The state after all bytes of a folded letter; nil: no name continues like this.
  @inline(__always) private func child(of state: Int, _ folded: FoldedLetter) -> Int? {
    var state = state
    var bytes = folded.bytes
    for _ in 0..<folded.count {
      let letter = UInt8(truncatingIfNeeded: bytes)
      bytes >>= 8
      if state == 0 {
        state = Int(roots[Int(letter)])
        if state == 0 { return nil }
        continue
      }
      guard states[state].childBits >> UInt32(letter & 31) & 1 == 1 else { return nil }
      let first = Int(states[state].firstChild)
      let end = first + Int(states[state].childCount)
      var child = first
      while child < end, letters[child] < letter { child += 1 }
      guard child < end, letters[child] == letter else { return nil }
      state = child
    }
    return state
  }

  /// The subject of a name that the text matches exactly, otherwise of the name that ignores case.
  private func subject(
    of endings: ArraySlice<Ending>, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int32? {
    var anyCase: Int32?
    for ending in endings {
      guard let exact = ending.exact else {
        anyCase = ending.subject
        continue
      }
      if LetterFold.keepingCase(text, range) == exact { return ending.subject }
    }
    return anyCase
  }

  /// The names in a range of prose, from left to right: the longest at each place, without overlaps.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    found: (_ range: Range<Int>, _ subject: Int32) -> Void
  ) {
    guard states.count > 1 else { return }
    var place = range.lowerBound
    var afterWord = false
    while place < range.upperBound {
      if !afterWord, let name = start(in: text, at: place, end: range.upperBound) {
        found(place..<name.end, name.subject)
        afterWord = Self.endsInWord(text, place..<name.end)
        place = name.end
        continue
      }
      guard text[place] >= 0x80 else {
        afterWord = LetterFold.isWordByte(text[place])
        place += 1
        if afterWord { place = Self.endOfWord(text, from: place, end: range.upperBound) }
        continue
      }
      let (scalar, length) = LetterFold.decode(text, at: place, end: range.upperBound)
      afterWord = LetterFold.isWord(scalar)
      place += length
    }
  }

  /// The end of the ASCII letters that continue a word.
  @inline(__always)
  private static func endOfWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> Int {
    var place = start
    while place < end, text[place] < 0x80, LetterFold.isWordByte(text[place]) { place += 1 }
    return place
  }

  /// The longest name at `place`, which must be the start of a word.
  @inline(__always)
  private func start(
    in text: UnsafeBufferPointer<UInt8>, at place: Int, end: Int
  ) -> (end: Int, subject: Int32)? {
    let byte = text[place]
    let lower = byte.lowered
    guard byte >= 0x80 || roots[Int(lower)] != 0 else { return nil }
    if byte < 0x80, !mayStart(text, at: place, end: end) { return nil }
    return longest(in: text, from: place, end: end)
  }

  private static func endsInWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var last = range.upperBound - 1
    while last > range.lowerBound, text[last] & 0xC0 == 0x80 { last -= 1 }
    return LetterFold.isWord(LetterFold.decode(text, at: last, end: range.upperBound).scalar)
  }
}
