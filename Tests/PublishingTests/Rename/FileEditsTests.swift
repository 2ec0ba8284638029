import TestSupport
import Testing

@testable import Publishing

@Suite("Changes to one file") struct FileEditsTests {
  private static func edits(_ changes: [(Range<Int>, String)]) -> FileEdits {
    var edits = FileEdits("a.md")
    for (range, text) in changes { edits.add(FileEdits.Edit(range, text)) }
    return edits
  }

  private static func applied(_ changes: [(Range<Int>, String)]) -> String {
    String(decoding: edits(changes).applied(to: Array("0123456789".utf8)), as: UTF8.self)
  }

  @Test("are applied in the order of the file, whatever the order in which they come") func order() {
    #expect(Self.applied([(8..<9, "b"), (1..<3, "a"), (4..<4, "c")]) == "0a3c4567b9")
    #expect(Self.applied([(3..<5, "b"), (1..<3, "a"), (5..<6, "c")]) == "0abc6789")
  }

  @Test("leave out those that overlap with another one, and a second insertion at one place") func overlap() {
    #expect(
      Self.applied([(2..<6, "a"), (5..<7, "b"), (1..<3, "c"), (3..<4, "d"), (0..<9, "e")]) == "01a6789")
    #expect(Self.applied([(2..<2, "a"), (2..<2, "b"), (2..<4, "c")]) == "01ac456789")
  }

  @Test("keep what a search through all of them keeps") func search() {
    var random = SeededGenerator(seed: 18)
    for _ in 0..<200 {
      let changes = (0..<12).map { number in
        let start = Int.random(in: 0..<40, using: &random)
        return (start..<start + Int.random(in: 0...4, using: &random), "\(number)")
      }
      var kept: [Range<Int>] = []
      for (range, _) in changes
      where !kept.contains(where: { $0.overlaps(range) || $0.isEmpty && $0 == range }) {
        kept.append(range)
      }
      #expect(Set(Self.edits(changes).edits.map(\.range)) == Set(kept))
    }
  }
}
