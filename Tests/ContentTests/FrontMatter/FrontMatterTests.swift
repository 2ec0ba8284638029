import Diagnostics
import Testing

@testable import Content

@Suite("Front matter")
struct FrontMatterTests {
  @Test("of a report gives every key its type")
  func reportKeys() throws {
    let reading = Reading(
      """
      ---
      title: The March plan  # a comment
      date: 2025-03-02
      updated: 2025-03-04T10:00:00Z
      expires: 2030
      draft: no
      summary: >-
        One sentence
        on two lines.
      authors: [Ann, "Ben: B."]
      tags: plan
      slug: march
      weight: -3
      core-issues:
        - Territorial integrity
        - 'Ukraine''s status'
      affects: [Ukraine]
      redirects: [/old/march-plan/]
      automatic-links: false
      review-after: 6 months
      reviewed: 2025-04
      ---
      Text.
      """)
    #expect(reading.printed == "")
    let report = try #require(reading.report)
    #expect(report.header.title == "The March plan")
    #expect(reading.text(report.header.titleRange) == "The March plan")
    #expect(report.date == PartialDate(year: 2025, month: 3, day: 2))
    #expect(report.dateOrigin == .frontMatter)
    #expect(report.updated == PartialDate(year: 2025, month: 3, day: 4))
    #expect(report.summary == "One sentence on two lines.")
    #expect(report.authors == ["Ann", "Ben: B."])
    #expect(report.tags == ["plan"])
    #expect(report.header.slug == "march")
    #expect(report.weight == -3)
    #expect(report.coreIssues.map(\.text) == ["Territorial integrity", "Ukraine's status"])
    #expect(
      report.coreIssues.map { reading.text($0.range) } == ["Territorial integrity", "'Ukraine''s status'"])
    #expect(report.affects.map { reading.text($0.range) } == ["Ukraine"])
    #expect(report.header.matter.redirects.pages.map(\.text) == ["/old/march-plan/"])
    #expect(report.automaticLinks == false)
    #expect(report.reviewAfter == ReviewPeriod(count: 6, unit: .months))
    #expect(report.reviewed == PartialDate(year: 2025, month: 4))
    #expect(report.header.withheld == nil)
  }

  @Test("of an issue and of a party gives their keys")
  func subjects() throws {
    let issue = try #require(
      Reading(
        """
        ---
        title: NATO expansion
        aliases: [Enlargement, "NATO: growth"]
        proposition: NATO should grow.
        group: Security
        broader: Security order
        related: [Neutrality]
        review-after: 90
        ---
        """, path: "issues/nato.md"
      ).issue)
    #expect(issue.aliases.map(\.text) == ["Enlargement", "NATO: growth"])
    #expect(issue.proposition == "NATO should grow.")
    #expect(issue.group == "Security")
    #expect(issue.broader.map(\.text) == ["Security order"])
    #expect(issue.related.map(\.text) == ["Neutrality"])
    #expect(issue.reviewAfter == ReviewPeriod(count: 90, unit: .days))
    let party = try #require(
      Reading(
        "---\nkind: government\nabbreviation: US\nacts-for: United States\nmember-of: NATO\nfrom: 2025-01-20\nto: 2029\n---\n",
        path: "parties/trump-administration.md"
      ).party)
    #expect(party.header.title == "Trump administration")
    #expect(party.kind == "government")
    #expect(party.abbreviation == "US")
    #expect(party.actsFor?.text == "United States")
    #expect(party.memberOf.map(\.bloc.text) == ["NATO"])
    #expect(party.from == PartialDate(year: 2025, month: 1, day: 20))
    #expect(party.to == PartialDate(year: 2029))
  }

  @Test("without values counts as absent")
  func emptyValues() throws {
    let reading = Reading(
      "---\ntitle:\ndate:\nsummary: ~\ntags: null\ndraft:\nweight:\nslug: ''\n---\n# From the text\n")
    #expect(reading.printed == "")
    let report = try #require(reading.report)
    #expect(report.header.title == "From the text")
    #expect(report.date == nil && report.dateOrigin == .none)
    #expect(report.summary == nil && report.tags.isEmpty && report.weight == 0)
    #expect(report.header.slug == "a")
  }

  @Test("texts that look like numbers, dates and truth values stay text")
  func untyped() {
    let reading = Reading("---\ntitle: 0042\nsummary: no\nauthors: [2025-01-01, 1e3]\n---\n")
    #expect(reading.header.title == "0042")
    #expect(reading.report?.summary == "no")
    #expect(reading.report?.authors == ["2025-01-01", "1e3"])
  }

  @Test(
    "is found with any line ends, fences and byte order marks",
    arguments: [
      "---\ntitle: T\n---\nText", "---\r\ntitle: T\r\n---\r\nText", "---\rtitle: T\r---\rText",
      "\u{FEFF}---\ntitle: T\n---\nText", "--- \ntitle: T\n...\nText", "---\n{title: T}\n---\nText",
      "---\n# comment\ntitle: T\n---\nText", "---\n\"title\": T\n---\nText", "---\ntitle: T\n---",
    ])
  func fences(text: String) {
    let reading = Reading(text)
    #expect(reading.printed == "")
    #expect(reading.header.title == "T")
    #expect(!reading.document.plainText(of: 0).contains("title"))
  }

  @Test(
    "is not recognised where there is none",
    arguments: [
      "---\n\nText between rules\n\n---\n", "---\nOne line\n---\n", "----\ntitle: T\n----\n",
      " ---\ntitle: T\n---\n",
      "Text\n---\ntitle: T\n---\n", "---\n# Heading\n\nNote: this.\n---\n", "---\n", "---", "", "\u{FEFF}",
    ])
  func noFrontMatter(text: String) {
    let reading = Reading(text)
    #expect(reading.printed == "")
    #expect(reading.header.title != "T")
  }

  @Test("empty front matter is front matter")
  func emptyBlock() {
    let reading = Reading("---\n---\nText")
    #expect(reading.printed == "")
    #expect(reading.document.plainText(of: 0) == "Text")
  }

  @Test("without a closing fence is reported and stays text")
  func unclosed() {
    let reading = Reading("---\ntitle: T\n\nAll of this is text.\n")
    #expect(
      reading.printed == """
        Content/reports/a.md:1:1: error: the front matter that starts here is never closed, so all of it is read as text [invalid-yaml]
           1 | ---
             | ^~~
             = help: put a line of “---” below the last key

        """)
    #expect(reading.document.plainText(of: 0).contains("All of this is text."))
  }

  @Test("the Markdown below it has places relative to the whole file")
  func bodyPlaces() throws {
    let reading = Reading("---\ntitle: Ä\n---\nText\n")
    let paragraph = try #require(reading.document.nodes.first { $0.kind == .paragraph })
    #expect(reading.text(paragraph.source.range)?.hasPrefix("Text") == true)
  }
}
