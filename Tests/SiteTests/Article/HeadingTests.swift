import Testing

@testable import Site

@Suite("Headings of a report") struct HeadingTests {
  /// The page of a report with these headings.
  private static func page(_ headings: [String]) -> String {
    let text = headings.map { "## \($0)\n\nText.\n\n" }.joined()
    let site = WrittenSite(["reports/a.md": "---\ntitle: A\ndate: 2025-03-02\n---\n\n\(text)"])
    return site.page("reports/a/index.html")
  }

  @Test("those without text are neither in the contents nor have a link, because it would have no name")
  func empty() throws {
    let page = Self.page(["One", "", "Two", "![](a.png)", "Three"])
    let contents = try #require(page.range(of: "<nav class=\"contents\"")).lowerBound
    let list = page[contents...].prefix(upTo: try #require(page[contents...].range(of: "</nav>")).lowerBound)
    #expect(list.components(separatedBy: "<li>").count == 4, "\(list)")
    #expect(page.components(separatedBy: "class=\"permalink\"").count == 4)
    #expect(page.contains("<h2 id=\"section\"></h2>"))
  }

  @Test("those without text do not count towards the contents")
  func few() {
    #expect(!Self.page(["One", "", "Two"]).contains("<nav class=\"contents\""))
    #expect(Self.page(["One", "", "Two", "Three"]).contains("<nav class=\"contents\""))
  }
}
