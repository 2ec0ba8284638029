import Foundation
import TestSupport
import Testing
import Text

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "one typing error is corrected",
    arguments: [
      ("titel", "title"), ("tilte", "title"), ("itle", "title"), ("titlee", "title"), ("TITLE", "title"),
      ("sumary", "summary"), ("core-isues", "core-issues"),
    ])
  func slip(written: String, meant: String) {
    #expect(NearestName.match(written, among: ["summary", "title", "core-issues", "date"]) == meant)
  }

  @Test("a word that shares little with every candidate has no nearest name")
  func farAway() {
    #expect(NearestName.match("weather", among: ["title", "summary"]) == nil)
    #expect(NearestName.match("ab", among: ["cd"]) == nil)
    #expect(NearestName.match("", among: ["a-long-name"]) == nil)
  }

  @Test("at most a third of the letters, and at most three, may differ")
  func limits() {
    #expect(NearestName.match("abcdefghijkl", among: ["xxxdefghijkl"]) == "xxxdefghijkl")
    #expect(NearestName.match("abcdefghijkl", among: ["xxxxefghijkl"]) == nil)
    #expect(NearestName.match("abcdef", among: ["xxxdef"]) == nil)
  }

  @Test("ties go to the name that sorts first, regardless of the order of candidates")
  func ties() {
    #expect(NearestName.match("cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(NearestName.match("cat", among: ["hat", "bat", "rat"]) == "bat")
  }

  @Test("a name never suggests itself, but it suggests the same name in another case")
  func itself() {
    #expect(NearestName.match("title", among: ["title"]) == nil)
    #expect(NearestName.match("Title", among: ["title"]) == "title")
  }

  @Test("letters are counted as readers see them")
  func graphemes() {
    #expect(NearestName.match("Тирасполь", among: ["Тираспoль"]) == "Тираспoль")
    #expect(NearestName.match("cafe\u{301}s", among: ["cafés"]) == nil)
    let party = "Đảng Cộng sản Việt Nan"
    for name in [party.precomposedStringWithCanonicalMapping, party.decomposedStringWithCanonicalMapping] {
      #expect(NearestNames(["Đảng Cộng sản Việt Nam"]).match(name) == "Đảng Cộng sản Việt Nam")
    }
    #expect(NearestName.match("naïvete", among: ["naïveté"]) == "naïveté")
  }

  @Test("the search in many names finds what a comparison with each finds", arguments: 0..<40)
  func search(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aábcé Ee\u{301}ñ日-")
    func name() -> String {
      let length = Int.random(in: 1...14, using: &random)
      return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<40 {
      let names = (0..<30).map { _ in name() }
      let wanted = name()
      let found = NearestNames(names).match(wanted)
      #expect(found == NearestName.match(wanted, among: names), "\(wanted) \(names)")
    }
  }
}
