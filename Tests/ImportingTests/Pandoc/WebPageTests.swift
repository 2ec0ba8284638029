import Testing

@testable import Importing

@Suite("Web pages before pandoc reads them") struct WebPageTests {
  @Test(
    "a title without the tags of the head gets them",
    arguments: [
      "", "<!doctype html>", "<html lang=en>\n<meta charset=utf-8>",
      "<style>p > a { }</style><script>a<b</script>",
    ])
  func impliedHead(before: String) {
    #expect(
      prepared(before + "<TITLE>Plan</TITLE>\n<h1>Plan</h1>")
        == before + "<head><TITLE>Plan</TITLE></head>\n<h1>Plan</h1>")
  }

  @Test(
    "a page with a head, a title of a picture, and text before the title are left alone",
    arguments: [
      "<html><head><title>Plan</title></head><body>Text</body></html>",
      "<h1>Plan</h1><svg><title>A picture</title></svg>", "Text <title>Plan</title>", "<title>never closed",
      "",
    ])
  func leftAlone(page: String) {
    #expect(prepared(page) == page)
  }

  private func prepared(_ page: String) -> String {
    String(decoding: WebPage.prepared(Array(page.utf8)), as: UTF8.self)
  }
}
