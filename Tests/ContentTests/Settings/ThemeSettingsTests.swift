import Testing

@testable import Content

@Suite("Settings of the theme") struct ThemeSettingsTests {
  @Test(
    "the addresses of editing and of reporting an error follow the code host",
    arguments: [
      (
        "https://github.com/o/n", "https://github.com/o/n/edit/main/Content/a%20b.md",
        "https://github.com/o/n/issues/new?title=A%26B&body=C%0A"
      ),
      (
        "https://github.com/o/n.git", "https://github.com/o/n/edit/main/Content/a%20b.md",
        "https://github.com/o/n/issues/new?title=A%26B&body=C%0A"
      ),
      (
        "https://gitlab.example.org/g/h/n/-/tree/draft/site",
        "https://gitlab.example.org/g/h/n/-/edit/draft/site/Content/a%20b.md",
        "https://gitlab.example.org/g/h/n/-/issues/new?issue%5Btitle%5D=A%26B&issue%5Bdescription%5D=C%0A"
      ),
      (
        "https://codeberg.org/o/n/src/branch/dev", "https://codeberg.org/o/n/_edit/dev/Content/a%20b.md",
        "https://codeberg.org/o/n/issues/new?title=A%26B&body=C%0A"
      ),
    ])
  func repository(_ text: String, _ edit: String, _ report: String) throws {
    let repository = try CodeRepository(text)
    #expect(repository.edit("Content/a b.md") == edit)
    #expect(repository.report(title: "A&B", text: "C\n") == report)
  }

  @Test(
    "an address that is not a repository on a known code host is refused",
    arguments: [
      "github.com/o/n", "https://example.org/o/n", "https://github.com/o", "https://github.com/o/n?x=1",
    ])
  func noRepository(_ text: String) {
    #expect(throws: InvalidValue.self) { try CodeRepository(text) }
  }

  @Test("HTML for the head keeps its lines, and its policy is read as directives")
  func head() {
    let reading = SettingsReading(
      "head:\n  html: |\n    <meta name=\"a\">\n    <meta name=\"b\">\n  policy: Script-Src https://a.example 'self'; img-src https://b.example\n"
    )
    #expect(reading.diagnostics.isEmpty)
    let head = reading.settings.theme.head
    #expect(head.html == "<meta name=\"a\">\n<meta name=\"b\">\n")
    #expect(head.policy.map(\.name) == ["script-src", "img-src"])
    #expect(head.policy.map(\.sources) == [["https://a.example", "'self'"], ["https://b.example"]])
  }

  @Test("a link can lead to a page, another site or a mailbox")
  func links() {
    let reading = SettingsReading(
      "links: [{A: /a/}, {B: https://b.example/}, {C: mailto:c@d.example}, {D: e}]\n")
    #expect(
      reading.settings.theme.links.map(\.address) == ["/a/", "https://b.example/", "mailto:c@d.example"])
    #expect(reading.diagnostics.map(\.message) == ["“e” cannot be the address of a link"])
  }
}
