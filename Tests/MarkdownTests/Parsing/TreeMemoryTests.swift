import Testing

@testable import Markdown

/// The trees of libcmark are allocated in an arena that is freed as a whole.
@Suite struct TreeMemoryTests {
  /// Collects the literal texts of a tree.
  private struct Texts: CMarkVisitor {
    var texts: [String] = []

    mutating func enter(_ node: borrowing CMarkNode) -> Bool {
      if node.kind == .text { texts.append(node.withLiteral { String(decoding: $0, as: UTF8.self) }) }
      return true
    }

    mutating func leave(_ node: borrowing CMarkNode) -> Bool { true }
  }

  private func texts(of text: String) -> [String] {
    var visitor = Texts()
    CMarkTree(Array(text.utf8), smartPunctuation: false)?.walk(&visitor)
    return visitor.texts
  }

  @Test("a tree stays intact while others are created and freed on the same thread")
  func overlappingTrees() {
    guard let first = CMarkTree(Array("one *two*".utf8), smartPunctuation: false) else {
      Issue.record("no tree")
      return
    }
    for count in [1, 5_000, 100_000] {
      let words = texts(of: String(repeating: "other *words* ", count: count)).filter { $0 == "words" }
      #expect(words.count == count)
    }
    var visitor = Texts()
    first.walk(&visitor)
    #expect(visitor.texts == ["one ", "two"])
  }

  @Test("a paragraph much larger than a block of the arena is complete")
  func largeBlocks() {
    let word = String(repeating: "long", count: 300_000)
    let found = texts(of: "[\(word)](/a) \(word)")
    #expect(found.map(\.count) == [word.count, word.count + 1])
    #expect(found.first?.elementsEqual(word) == true)
  }
}
