import Testing

@testable import Publishing

@Suite("Looking for passages in the text of sources") struct PassageSearchTests {
  private func finds(_ passage: String, in text: String) -> Bool { PassageSearch(text).contains(passage) }

  @Test(
    "quotation style, white space, hyphenation, case and invisible characters make no difference",
    arguments: [
      ("We will not accept this", "He said: we will\n  not\u{A0}accept this."),
      ("the party’s \"own\" words count", "the party's “own” words count"),
      ("no enlargement of the alliance", "there is no enlarge-\nment of the alli\u{AD}ance now"),
      ("a well-known long-term plan", "A well‐known long‑term plan"),
      ("the plan – in short – fails", "the plan—in short—fails"),
      ("« un plan pour la paix »", "un plan pour la paix"),
      ("efficient office workflows here", "eﬃcient oﬃce workﬂows here"),
      ("Straße und Öl für alle", "Stra\u{00DF}e und O\u{0308}l fu\u{0308}r alle"),
      ("We will not yield,", "we will not yield to anyone"),
      ("反対の立場を変えない", "我々は反対の\n立場を 変えない。"),
    ])
  func alike(passage: String, text: String) { #expect(finds(passage, in: text)) }

  @Test(
    "parts between omissions and insertions have to occur in their order",
    arguments: [
      ("We will […] never accept this", true), ("We will [...] never accept", true),
      ("We will (…) never accept", true), ("We will … never accept", true), ("We will . . . accept", true),
      ("[W]e will not", true), ("We will not [and shall] never accept this", true),
      ("never accept […] we will", false), ("We will […] accept that", false), ("[…]", false), ("", false),
    ])
  func omissions(passage: String, isThere: Bool) {
    #expect(finds(passage, in: "Indeed we will not, in any case, never accept this.") == isThere)
  }

  @Test(
    "other words, and parts of words, are not found",
    arguments: ["We will accept this", "no", "ill not accept", "will not accept thi"])
  func differences(passage: String) { #expect(!finds(passage, in: "Note: we will not accept this")) }
}

@Suite("The text of fetched pages") struct FetchedPageTests {
  @Test("HTML becomes the text that readers see")
  func html() {
    let html = """
      <!DOCTYPE html><title>A</title><style>p { color: red }</style><script>var a = "<p>no</p>"</script>
      <p title="a > b">We <b>w</b>ill&nbsp;not<sup><a href="#1">[1]</a></sup> accept<!-- never --> &ldquo;th&#105;s&rdquo;
      &amp; more</p><ul><li>one<li>two</ul> x<sup>th</sup> 1 < 2 &unknown; &#8220; <unclosed
      """
    let text = HTMLText.text(of: html).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text
        == "A We will\u{A0}not accept “this” & more one two xth 1 < 2 &unknown; “".replacing(
          "\u{A0}", with: " "))
  }

  @Test(
    "broken and hostile markup ends",
    arguments: ["<", "</", "<a", "<a href=\"", "<!--", "<script>", "&#x110000;", "&#"])
  func broken(html: String) { _ = HTMLText.text(of: html + html) }

  private func text(_ body: [UInt8], _ type: String) async -> FetchedPage.Text {
    await FetchedPage(body: body, type: type).text()
  }

  @Test("bytes count more than the type that the server gives")
  func types() async {
    let html = Array("<html><body><p>Hello there</p></body></html>".utf8)
    for type in ["text/html", "text/plain", "application/pdf", "image/png", ""] {
      guard case .text(let text) = await text(html, type) else {
        Issue.record("unreadable as \(type)")
        continue
      }
      #expect(text.filter { !$0.isWhitespace } == "Hellothere")
    }
    #expect(
      await text([0x89, 0x50, 0x4E, 0x47, 0, 1, 2], "text/html")
        == .unreadable("it is not text, HTML or PDF"))
    #expect(await text(Array(" \n".utf8), "text/html") == .unreadable("it is empty"))
    #expect(
      await text(Array("<html><script>x</script>".utf8), "text/html") == .unreadable("it contains no text"))
    #expect(await text(Array("%PDF-1.4 broken".utf8), "text/html") != .text("%PDF-1.4 broken"))
  }

  @Test("the encoding is that of the header or of the page")
  func encodings() async {
    let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect(await text(cyrillic, "text/plain; charset=windows-1251") == .text("Привет"))
    let page = Array("<html><meta charset=iso-8859-1><p>caf".utf8) + [0xE9]
    guard case .text(let text) = await text(page, "text/html") else { return #expect(Bool(false)) }
    #expect(text.contains("café"))
  }
}
