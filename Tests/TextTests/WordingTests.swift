import TestSupport
import Testing
import Text

@Suite("Wording")
struct WordingTests {
  @Test("only the first character is capitalized")
  func capitalized() {
    #expect("two Words".capitalizingFirst == "Two Words")
    #expect("éa".capitalizingFirst == "Éa")
    #expect("".capitalizingFirst == "")
  }

  @Test("a number has its noun in the singular only if it is one")
  func counted() {
    #expect([0, 1, 2].map { $0.counted("page") } == ["0 pages", "1 page", "2 pages"])
    #expect([1, 2].map { $0.counted("party", "parties") } == ["1 party", "2 parties"])
  }

  @Test("names are listed with commas and a conjunction, or with the number of those left out")
  func listed() {
    #expect(
      [[], ["a"], ["a", "b"], ["a", "b", "c"]].map { $0.listed() } == ["", "a", "a and b", "a, b and c"])
    #expect(["a", "b", "c"].listed(before: "or") == "a, b or c")
    #expect(
      [1, 2, 3].map { ["a", "b", "c"].listed(most: $0) } == ["a and 2 more", "a, b and 1 more", "a, b, c"])
  }

  @Test("white space becomes single spaces between words, whatever it is made of") func spacing() {
    let pieces = [
      "a", "Zölle", "“x”", "中", " ", "  ", "\t", "\n", "\r\n", "\u{A0}", "\u{85}", "\u{2009}", "\u{3000}",
      "\u{1680}", "é",
    ]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let expected = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.singleSpaced == expected, "\(text.debugDescription)")
    }
  }
}
