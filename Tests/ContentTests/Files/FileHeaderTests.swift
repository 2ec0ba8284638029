import Diagnostics
import Testing

@testable import Content

@Suite("Titles, addresses and withholding")
struct FileHeaderTests {
  @Test("the first H1 is the title if none is set")
  func titleFromHeading() throws {
    let header = Reading("Intro\n\n# The *plan*\n\n## Part\n").header
    #expect(header.title == "The plan")
    let node = try #require(header.titleNode)
    #expect(header.document.nodes[node].kind == .heading)
    #expect(header.titleRange == header.document.nodes[node].source.range)
  }

  @Test("an H1 of a document with its own title is not the title; the first of several H1s is")
  func titleAndHeading() {
    let both = Reading("---\ntitle: T\n---\n# Other\n").header
    #expect(both.title == "T" && both.titleNode == nil)
    #expect(Reading("# A\n\n# B\n").header.title == "A")
  }

  @Test("an H1 without text, or in a quote, is not a title")
  func noTitle() {
    #expect(Reading("#\n\n# Real\n").header.title == "Real")
    #expect(Reading("> # Quoted\n").header.title == "A")
  }

  @Test(
    "without both, the file name is the title",
    arguments: [
      ("reports/2025-03-02-march_plan.md", "March plan", "2025-03-02-march-plan"),
      ("reports/2025.md", "2025", "2025"),
      ("issues/nato-expansion.md", "Nato expansion", "nato-expansion"), ("pages/about.md", "About", "about"),
      ("reports/2025/The Plan.md", "The Plan", "the-plan"), ("reports/plan/index.md", "Plan", "plan"),
      ("reports/index.md", "Index", "index"), ("a.b.md", "A.b", "a-b"),
      ("reports/Österreich.md", "Österreich", "österreich"),
      ("reports/!!!.md", "!!!", "page"),
    ])
  func fromFileName(path: String, title: String, slug: String) {
    let header = Reading("Text", path: path).header
    #expect(header.title == title)
    #expect(header.slug == slug)
    #expect(header.titleRange == 0..<0)
    #expect(header.path == path)
    #expect(header.sourcePath == "Content/" + path)
  }

  @Test(
    "a page outside pages/ has the address of its path, and the index of a folder that of the folder",
    arguments: [
      ("setup.md", "", "setup"), ("Guide/The Setup.md", "", "guide/the-setup"),
      ("guide/README.md", "", "guide"),
      ("guide/deep/index.md", "", "guide/deep"), ("guide/a.md", "slug: b", "guide/b"),
      ("pages/guide/setup.md", "", "setup"),
    ])
  func pageAddress(path: String, matter: String, slug: String) {
    let source = SourceText(path: path, text: "---\n\(matter)\n---\nText\n")
    let reader = ContentReader(
      settings: SiteSettings(), today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
    let (authored, faults) = reader.read(InputFile(path: path, role: .page, source: source))
    #expect(authored.header.slug == slug)
    #expect(faults.isEmpty)
  }

  @Test("the home page has the title of the site and no slug")
  func home() {
    var settings = SiteSettings()
    settings.title = "Briefings"
    let reading = Reading("Welcome.", path: "index.md", settings: settings)
    #expect(reading.header.title == "Briefings")
    #expect(reading.header.slug == "")
    #expect(Reading("# Hello", path: "index.md").header.title == "Hello")
  }

  @Test("a report's date is that of its front matter, otherwise of its file name")
  func date() {
    let named = Reading("Text", path: "reports/2025-03-plan.md").report
    #expect(named?.date == PartialDate(year: 2025, month: 3) && named?.dateOrigin == .fileName)
    let folder = Reading("Text", path: "reports/2025-03-02-plan/index.md").report
    #expect(folder?.date == PartialDate(year: 2025, month: 3, day: 2))
    let both = Reading("---\ndate: 2024\n---\n", path: "reports/2025-03-plan.md").report
    #expect(both?.date == PartialDate(year: 2024) && both?.dateOrigin == .frontMatter)
    let none = Reading("Text", path: "reports/plan.md").report
    #expect(none?.date == nil && none?.dateOrigin == DateOrigin.none)
  }

  private let today = PartialDate(year: 2025, month: 3, day: 15)

  @Test(
    "drafts, future and expired files are withheld",
    arguments: [
      ("draft: true", Withholding.draft),
      ("date: 2025-03-16", .future(PartialDate(year: 2025, month: 3, day: 16))),
      ("date: 2025-04", .future(PartialDate(year: 2025, month: 4))),
      ("date: 2026", .future(PartialDate(year: 2026))),
      ("expires: 2025-03-15", .expired(PartialDate(year: 2025, month: 3, day: 15))),
      ("expires: 2025", .expired(PartialDate(year: 2025))),
    ])
  func withheld(line: String, reason: Withholding) {
    #expect(Reading("---\n\(line)\n---\n", today: today).header.withheld == reason)
    #expect(Reading("---\n\(line)\n---\n", path: "pages/a.md", today: today).header.withheld == reason)
  }

  @Test(
    "files that are neither future nor expired are shown",
    arguments: ["draft: false", "date: 2025-03-15", "date: 2025-03", "date: 2025", "expires: 2025-03-16"])
  func shown(line: String) {
    #expect(Reading("---\n\(line)\n---\n", today: today).header.withheld == nil)
  }

  @Test("a future date in a file name withholds the file, too, and drafts can be included")
  func furtherWithholding() {
    #expect(
      Reading("Text", path: "reports/2025-03-16-x.md", today: today).header.withheld
        == .future(PartialDate(year: 2025, month: 3, day: 16)))
    #expect(Reading("---\ndraft: true\n---\n", today: today, drafts: true).header.withheld == nil)
    #expect(
      Reading("---\ndraft: true\ndate: 2026\n---\n", today: today, drafts: true).header.withheld
        == .future(PartialDate(year: 2026)))
  }
}
