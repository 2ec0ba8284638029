import TestSupport
import Testing

@testable import Graph

@Suite("Recognising names in prose")
struct NameTrieTests {
  private struct Hit: Hashable, CustomStringConvertible {
    let range: Range<Int>
    let subject: Int32
    var description: String { "\(range) → \(subject)" }
  }

  private func hits(_ text: String, _ trie: NameTrie) -> [Hit] {
    var result: [Hit] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      trie.scan(bytes, 0..<bytes.count) { result.append(Hit(range: $0, subject: $1)) }
    }
    return result
  }

  /// All names at all places, sorted, then selected: leftmost, longest, without overlaps.
  private func reference(_ text: String, _ names: [(name: String, exact: Bool)]) -> [Hit] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var all: [(start: Int, end: Int, subject: Int32)] = []
    for start in scalars.indices where start == 0 || !LetterFold.isWord(scalars[start - 1].value) {
      for end in start..<scalars.count
      where end + 1 == scalars.count || !LetterFold.isWord(scalars[end + 1].value) {
        let piece = String(String.UnicodeScalarView(scalars[start...end]))
        let exact = names.firstIndex { $0.exact && $0.name == piece }
        let found = exact ?? names.firstIndex { !$0.exact && $0.name.lowercased() == piece.lowercased() }
        if let found { all.append((start, end + 1, Int32(found))) }
      }
    }
    all.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var result: [Hit] = []
    var free = 0
    for hit in all where hit.start >= free {
      result.append(Hit(range: offsets[hit.start]..<offsets[hit.end], subject: hit.subject))
      free = hit.end
    }
    return result
  }

  @Test("the selection equals that of a simple search on random texts", arguments: 0..<20)
  func equalsReference(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1)
    let parts = ["a", "b", "ab", "é", "É", "A", "AB", "жя", "Жя", "中", "-", "’"]
    func word(_ count: Int) -> String {
      (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<300 {
      var names: [(name: String, exact: Bool)] = []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let name = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          word(Int.random(in: 1...2, using: &random))
        }.joined(separator: " ").replacing("’", with: "'")
        let exact = Bool.random(using: &random)
        let known = names.contains {
          $0.exact == exact && (exact ? $0.name == name : $0.name.lowercased() == name.lowercased())
        }
        if !known { names.append((name, exact)) }
      }
      let trie = NameTrie(
        names.enumerated().map { index, name in
          ProseName(
            folded: LetterFold.folded(name.name), subject: Int32(index),
            exact: name.exact ? LetterFold.keepingCase(name.name) : nil, level: 0)
        }, issueCount: names.count, subjectCount: names.count)
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        word(Int.random(in: 1...2, using: &random))
      }.joined(separator: [" ", ", ", " "].randomElement(using: &random) ?? " ")
      let plain = text.replacing("’", with: "'")
      let expected = reference(plain, names)
      #expect(hits(plain, trie) == expected, "\(names) in “\(plain)”")
    }
  }

  @Test("a long run of words that could start a name is read in linear time")
  func adversarial() {
    let name = Array(repeating: "a", count: 70).joined(separator: " ") + " b"
    let trie = NameTrie(ProseName.all(name, subject: 0, level: 0), issueCount: 1, subjectCount: 1)
    let text = Array(repeating: "a", count: 20_000).joined(separator: " ")
    #expect(hits(text, trie).isEmpty)
    #expect(hits(text + " b", trie).map(\.range.upperBound) == [text.utf8.count + 2])
  }

  @Test("text that is cut within a letter does not crash")
  func brokenText() {
    let trie = NameTrie(ProseName.all("Côte", subject: 0, level: 0), issueCount: 1, subjectCount: 1)
    let bytes: [UInt8] = [0x43, 0xC3, 0xC3, 0xB4, 0xE4, 0xBD, 0xFF, 0x20, 0x63, 0xC3, 0xB4, 0x74, 0x65, 0xF0]
    var count = 0
    bytes.withUnsafeBufferPointer { trie.scan($0, 0..<$0.count) { _, _ in count += 1 } }
    #expect(count == 1)
  }
}
