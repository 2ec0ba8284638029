import Content
import Testing

@Suite("Comparing names")
struct NameKeyTests {
  @Test(
    "ignores case, style of quotation marks, full stops and repeated spaces",
    arguments: [
      ("NATO expansion", "Nato Expansion"), ("U.S.", "US"), ("  United   States ", "united states"),
      ("Ukraine’s sovereignty", "Ukraine's sovereignty"), ("the “plan”", "the \"Plan\""),
      ("«план»", "\"План\""), ("St. Petersburg", "St Petersburg"), ("Österreich", "ÖSTERREICH"),
      ("Straße", "STRASSE"), ("Cafe\u{301}", "Café"), ("a\u{A0}b", "a b"),
      ("co\u{AD}operation", "cooperation"),
      ("ΣΊΣΥΦΟΣ", "Σίσυφος"), ("line\nend", "line end"), ("N.A.T.O.", "NATO"),
    ])
  func same(left: String, right: String) {
    #expect(NameKey(left) == NameKey(right))
    #expect(Array(NameKey(left).text.utf8) == Array(NameKey(right).text.utf8))
  }

  @Test(
    "but not the differences between names",
    arguments: [
      ("Article 2.5", "Article 25"), ("U S", "US"), ("co-operation", "cooperation"), ("Resumé", "Resume"),
      ("Phase 1.", "Phase 1.0"),
    ])
  func different(left: String, right: String) {
    #expect(NameKey(left) != NameKey(right))
  }

  @Test("a full stop stays only between digits")
  func fullStops() {
    #expect(NameKey("Sect. 2.5. of 1.2.3.").text == "sect 2.5 of 1.2.3")
    #expect(NameKey("v2.x 3. 4").text == "v2x 3 4")
    #expect(NameKey("1..2").text == "1.2")
  }

  @Test("a name without letters is empty", arguments: ["", "  ", ".", " . . "])
  func empty(name: String) {
    #expect(NameKey(name).isEmpty)
  }

  @Test("bytes and strings have the same key, valid or not")
  func bytes() {
    for name in ["U.S. Position", "Ukraine’s", "", "Ünïcode 1.5"] {
      #expect(NameKey(utf8: Array(name.utf8)) == NameKey(name))
    }
    #expect(NameKey(utf8: [0x41, 0xFF]).text == "a\u{FFFD}")
  }
}
