import Graph
import Testing

@Suite("What changed between two texts")
struct WordDifferenceTests {
  private static func marked(_ before: String, _ after: String) -> String {
    WordDifference.runs(from: before, to: after).map { run in
      switch run.kind {
      case .equal: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      }
    }.joined()
  }

  @Test(
    "changes are told word by word",
    arguments: [
      ("open to Ukraine joining", "open to Ukraine staying", "open to Ukraine [-joining-]{+staying+}"),
      ("keeps them", "keeps them, for now", "keeps them{+, for now+}"),
      ("a red line", "a very red line", "a {+very +}red line"),
      ("one two three", "four five three", "[-one two-]{+four five+} three"),
      ("", "new", "{+new+}"), ("old", "", "[-old-]"), ("same", "same", "same"), ("", "", ""),
      ("東方拡大に反対", "東方拡大に賛成", "東方拡大に[-反対-]{+賛成+}"),
      ("don't", "do not", "[-don't-]{+do not+}"),
    ])
  func words(before: String, after: String, marked: String) {
    #expect(Self.marked(before, after) == marked)
  }

  private static func text(_ numbers: inout SeededNumbers, words: Int) -> String {
    let pieces = ["the ", "plan", " ", ", ", "talks", "NATO ", "é", "—", "border ", "."]
    return (0..<Int.random(in: 0...words, using: &numbers)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
    }.joined()
  }

  @Test("the runs give both texts back, alternate, and turn round", arguments: 0..<UInt64(300))
  func laws(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let before = Self.text(&numbers, words: 24)
    let after = Self.text(&numbers, words: 24)
    let runs = WordDifference.runs(from: before, to: after)
    #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == before)
    #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == after)
    #expect(runs.allSatisfy { !$0.text.isEmpty })
    for (run, next) in zip(runs, runs.dropFirst()) {
      #expect(run.kind != next.kind)
      #expect(!(run.kind == .added && next.kind == .removed))
    }
    let back = WordDifference.runs(from: after, to: before)
    #expect(back.filter { $0.kind == .equal } == runs.filter { $0.kind == .equal })
    #expect(back.filter { $0.kind == .added }.map(\.text) == runs.filter { $0.kind == .removed }.map(\.text))
  }

  @Test("no more words are called changed than must be", arguments: 0..<UInt64(200))
  func shortest(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let letters = ["a", "b", "c"]
    func words() -> [String] {
      (0..<Int.random(in: 0...9, using: &numbers)).map { _ in letters[Int.random(in: 0..<3, using: &numbers)]
      }
    }
    // Signs stand next to each other without white space, so that every piece counts.
    let old = words().map { "東方国"[$0] }
    let new = words().map { "東方国"[$0] }
    let runs = WordDifference.runs(from: old.joined(), to: new.joined())
    let equal = runs.filter { $0.kind == .equal }.map(\.text.count).reduce(0, +)
    #expect(equal == Self.longestCommon(old, new))
  }

  private static func longestCommon(_ old: [String], _ new: [String]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for word in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }

  @Test("long texts without a word in common are replaced as a whole, and soon")
  func bounded() {
    let before = "start " + (0..<20_000).map { "a\($0)" }.joined(separator: " ") + " end"
    let after = "start " + (0..<20_000).map { "b\($0)" }.joined(separator: " ") + " end"
    let runs = WordDifference.runs(from: before, to: after)
    #expect(runs.map(\.kind) == [.equal, .removed, .added, .equal])
    let edited = before.replacing("a700 ", with: "changed ")
    #expect(WordDifference.runs(from: before, to: edited).count == 4)
  }
}

extension String {
  /// The letter that stands for `a`, `b` or `c`.
  fileprivate subscript(_ letter: String) -> String {
    let offset = ["a": 0, "b": 1, "c": 2][letter] ?? 0
    return String(self[index(startIndex, offsetBy: offset)])
  }
}
