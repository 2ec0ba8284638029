import Testing

@testable import Site

@Suite("A link to another site") struct BareAddressTests {
  @Test(
    "is recognised if it shows its own address, so that print does not repeat it",
    arguments: [
      ("<https://a.example/x>", true), ("https://a.example/x", true), ("www.a.example/x", true),
      ("[a.example/x](https://a.example/x)", true), ("[there](https://a.example/x)", false),
      ("[*https://a.example/x*](https://a.example/x)", false),
      ("[https://a.example/y](https://a.example/x)", false),
      ("[https://a.example/x](https://a.example/x \"Title\")", false),
    ])
  func bare(markdown: String, isBare: Bool) {
    let page = WrittenSite(["reports/a.md": "# A\n\nSee \(markdown) now.\n"]).page("reports/a/index.html")
    #expect(page.contains("<a class=\"url\" href=\"http") == isBare)
    #expect(page.contains(" href=\"http"))
  }
}
