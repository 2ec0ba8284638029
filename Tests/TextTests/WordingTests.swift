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
}
