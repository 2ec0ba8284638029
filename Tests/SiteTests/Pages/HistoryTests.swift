import Content
import Diagnostics
import Foundation
import Graph
import Testing

@testable import Site

@Suite("History on pages") struct HistoryTests {
  private static func plan(
    _ reports: [(path: String, date: String, red: String)], _ change: (inout SiteSettings) -> Void = { _ in }
  ) -> SitePlan {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/")
    change(&settings)
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2030, month: 1, day: 1), includesDrafts: false)
    let files = reports.map { report in
      let text =
        "---\ndate: \(report.date)\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | \(report.red) | b |\n"
      return reader.read(
        InputFile(path: report.path, role: .report, source: SourceText(path: report.path, text: text))
      ).authored
    }
    return SitePlan(graph: GraphBuilder.build(files, settings: settings).graph, theme: Theme())
  }

  private static func page(_ path: String, of plan: SitePlan) -> String {
    guard let page = plan.pages.first(where: { $0.path == path }) else { return "" }
    return String(decoding: plan.render(page).bytes, as: UTF8.self)
  }

  private static let reports = [
    (path: "a.md", date: "2023-01-01", red: "[-] Wants no toll"),
    (path: "b.md", date: "2024-01-01", red: "[--] Wants no toll & tax"),
    (path: "c.md", date: "2025-01-01", red: "Wants no toll ever"),
  ]

  @Test("a change of stance is shown as a word, and changed words are announced and marked") func words() {
    let page = Self.page("issues/tolls/index.html", of: Self.plan(Self.reports))
    let plan = Self.plan(Self.reports) { $0.positionsPerPage = 2 }
    let year = Self.page("issues/tolls/2024/index.html", of: plan)
    #expect(
      year.contains(
        """
        <p class="step-stance"><span class="change change-hardened">Hardened</span> since \
        <a href="../../../issues/tolls/2023/#red--a"><time datetime="2023-01-01">1 January 2023</time></a></p>
        """))
    #expect(
      year.contains(
        """
        Wants no toll<ins><span class="unseen">[added: </span> &amp; tax<span class="unseen">]</span></ins>
        """))
    #expect(
      page.contains(
        """
        Wants no toll <del><span class="unseen">[removed: </span>&amp; tax<span class="unseen">]</span></del>\
        <ins><span class="unseen">[added: </span>ever<span class="unseen">]</span></ins>
        """))
    #expect(
      page.contains("<span class=\"change change-unrated\">No stance marked</span> here; “Red line” as of <a")
    )
  }

  @Test("an earlier position that was a move is marked as one") func marks() {
    let page = Self.page("issues/tolls/index.html", of: Self.plan(Self.reports))
    #expect(
      page.contains(
        """
        <p class="source"><span class="change change-hardened">Hardened</span> \
        <a href="../../reports/b/#tolls--red">
        """))
    #expect(page.components(separatedBy: "change-hardened").count == 2)
  }

  @Test("where all words changed, they are not compared") func otherWords() {
    let page = Self.page(
      "issues/tolls/index.html",
      of: Self.plan([
        (path: "a.md", date: "2023-01-01", red: "[-] Wants no toll"),
        (path: "b.md", date: "2024-01-01", red: "[--] Blocks every proposal"),
      ]))
    #expect(page.contains("Hardened</span> since") && !page.contains("<del>"))
  }

  @Test("an unchanged position takes one line") func unchanged() {
    let reports = [
      (path: "a.md", date: "2023-01-01", red: "Wants no toll"),
      (path: "b.md", date: "2024-01-01", red: "Wants no toll"),
      (path: "c.md", date: "2025-01-01", red: "[~] Wants no toll"),
      (path: "d.md", date: "2026-01-01", red: "[++] Wants no toll"),
    ]
    let page = Self.page("issues/tolls/index.html", of: Self.plan(reports))
    let plan = Self.plan(reports) { $0.positionsPerPage = 2 }
    let years = ["2024", "2025"].map { Self.page("issues/tolls/\($0)/index.html", of: plan) }
    #expect(
      years[0].contains(
        "No stance marked</span> here or as of <a href=\"../../../issues/tolls/2023/#red--a\">"))
    #expect(
      years[1].contains("No stance marked</span> as of <a href=\"../../../issues/tolls/2024/#red--b\">"))
    #expect(page.contains("Changed</span> since <a href=\"#red--c\">"))
    #expect(page.contains("</a>, from “Mixed” to “Champions”, same wording</p>\n</div>"))
  }

  @Test("on split pages, the link leads to the year of the earlier position") func years() {
    let plan = Self.plan(Self.reports) { $0.positionsPerPage = 2 }
    let latest = Self.page("issues/tolls/index.html", of: plan)
    #expect(latest.contains("“Red line” as of <a href=\"../../issues/tolls/2024/#red--b\">"))
    let year = Self.page("issues/tolls/2024/index.html", of: plan)
    #expect(year.contains("Hardened</span> since <a href=\"../../../issues/tolls/2023/#red--a\">"))
  }

  @Test("a party's divided page lists its newest reports and counts the others") func manyReports() {
    let reports = (100...202).map { (path: "r\($0).md", date: "2024-01-01", red: "Wants \($0)") }
    let listed = /<li><a href="..\/..\/reports\/r\d+\/">/
    let whole = Self.page("parties/red/index.html", of: Self.plan(reports) { $0.positionsPerPage = 200 })
    #expect(whole.matches(of: listed).count == 103)
    let divided = Self.page("parties/red/index.html", of: Self.plan(reports) { $0.positionsPerPage = 50 })
    #expect(divided.matches(of: listed).count == 30)
    #expect(divided.contains("<p class=\"further\">73 more</p>"))
  }

  @Test("switched off, it leaves no trace") func switchedOff() {
    let plan = Self.plan(Self.reports) { $0.pageKinds[.history] = false }
    #expect(!Self.page("issues/tolls/index.html", of: plan).contains("class=\"step"))
  }

  @Test("switched off, pairs have no pages, no menu entry and no links") func noPairs() {
    let plan = Self.plan(Self.reports) { $0.pageKinds[.pairs] = false }
    #expect(plan.pages.filter { $0.path.hasPrefix("compare") }.isEmpty)
    for page in plan.pages where page.path.hasSuffix(".html") {
      #expect(!Self.page(page.path, of: plan).contains("compare/"), "\(page.path)")
    }
    let usual = Self.plan(Self.reports)
    #expect(
      usual.pages.map(\.path).filter { $0.hasPrefix("compare") } == [
        "compare/index.html", "compare/blue--red/index.html",
      ])
    #expect(Self.page("index.html", of: usual).contains("<a href=\"matrix/\">Compare</a>"))
    #expect(
      Self.page("matrix/index.html", of: usual).contains("<a href=\"../compare/\">Compare two parties</a>"))
    #expect(Self.page("parties/red/index.html", of: usual).contains("../../compare/blue--red/"))
  }

  @Test("a pair with an unknown party is an error of the whole site") func unknownPair() {
    let plan = Self.plan(Self.reports) {
      $0.pairs = [
        AuthoredPair(
          AuthoredName("Rad", range: 8..<11), AuthoredName("Blue", range: 13..<17), sourcePath: "site.yml")
      ]
    }
    #expect(
      plan.diagnostics.map { Printed.line($0) { _ in "pairs: [[Rad, Blue]]" } } == [
        "site.yml:1:9: error: unknown party “Rad” [unknown-name]; did you mean “Red”?"
      ])
  }
}
