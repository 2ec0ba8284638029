import Testing

@testable import Publishing

@Suite("The text of a page that is searched") struct SearchedTextTests {
  private static func text(_ main: String, lang: String = "en", head: String = "") -> SearchedText? {
    SearchedText(
      Array("<!doctype html><html lang=\"\(lang)\"><head>\(head)</head><body>\(main)<footer>a</footer>".utf8))
  }

  private static let main = "<main data-pagefind-body><h1>Water</h1><script>1</script></main>"

  @Test("is the same if only scripts, the head or what stands around it changes")
  func same() {
    let one = Self.text(Self.main, head: "<link href=a.css>")
    #expect(one != nil)
    #expect(Self.text("<nav>b</nav>" + Self.main.replacing("1</script>", with: "2</script>")) == one)
    #expect(Self.text(Self.main, head: "<link href=b.css>") == one)
  }

  @Test("is another if its words, the language or a filter changes")
  func other() {
    let one = Self.text(Self.main)
    let filter = "<meta name=\"search-year\" data-pagefind-filter=\"year[content]\" content=\"2025\">"
    #expect(Self.text(Self.main.replacing("Water", with: "Wells")) != one)
    #expect(Self.text(Self.main, lang: "de") != one)
    #expect(Self.text(Self.main, head: filter) != one)
    #expect(
      Self.text(Self.main, head: filter) != Self.text(Self.main, head: filter.replacing("2025", with: "2026"))
    )
  }

  @Test(
    "is nil on a page without the mark, and ends with the page if a tag is open", arguments: ["", "<main>"])
  func none(main: String) {
    #expect(Self.text(main) == nil)
    #expect(Self.text("<main data-pagefind-body><script>never closed") != nil)
  }
}
