import Content
import Diagnostics
import Editions
import Testing

@testable import Site

@Suite("Pages of issues whose proposition has changed")
struct PropositionPagesTests {
  private static func site(_ proposition: String, history: String) -> WrittenSite {
    WrittenSite([
      "issues/dam.md":
        "---\nproposition: \(proposition)\nproposition-history: [\(history)]\n---\n",
      "reports/a.md": report("2025-01-10", "[+] for it", "[-] against it"),
      "reports/b.md": report("2025-05-02", "[-] not for it", "—"),
    ])
  }

  private static func report(_ day: String, _ north: String, _ south: String) -> String {
    "---\ndate: \(day)\n---\n\n| Issue | North | South |\n|---|---|---|\n| Dam | \(north) | \(south) |\n"
  }

  private static let old = "{until: 2025-03, text: Plan a dam <soon>.}"

  @Test("a position under an earlier statement shows it, and is not comparable with a newer one")
  func issuePage() {
    let site = Self.site("Build a dam.", history: Self.old)
    #expect(site.messages == [])
    let page = site.page("issues/dam/index.html")
    let answers =
      "<p class=\"answered\">Answers an earlier statement, until <time datetime=\"2025-03\">March 2025</time>: Plan a dam &lt;soon&gt;.</p>"
    #expect(page.components(separatedBy: answers).count == 3)
    #expect(page.contains("Not comparable</span> with the position from <a href=\"#north--a\">"))
    #expect(page.contains("</a>, which answers an earlier statement: Plan a dam &lt;soon&gt;."))
    #expect(!page.contains("change-reversed") && !page.contains("step-line"))
    let pair = site.page("compare/north--south/index.html")
    #expect(pair.contains("Not comparable: the two positions answer different statements"))
    #expect(pair.contains(answers))
    let matrix = site.page("matrix/index.html")
    #expect(matrix.contains("<td class=\"s-opposes earlier-question\""))
    #expect(matrix.contains(" <small>earlier statement</small></a></td>"))
  }

  @Test("issues that cannot be compared stand together by reason, which is said once")
  func reasons() {
    let site = WrittenSite([
      "reports/a.md":
        "# A\n\n| Issue | North | South |\n|---|---|---|\n| Dam | [+] a | [-] b |\n| Tolls | a | [-] b |\n"
        + "| Ports | [--] a | b |\n| Locks | [+] a | [-] b |\n| Fees | a | [+] b |\n"
    ])
    let page = site.page("compare/north--south/index.html")
    let section = page.components(separatedBy: "<h2>Not comparable</h2>").last?
      .components(separatedBy: "</section>").first
    let groups = (section ?? "").components(separatedBy: "<h3 class=\"reason\">").dropFirst()
    let found = groups.map { group in
      (
        group.components(separatedBy: "<")[0],
        group.matches(of: /<tr id="([a-z]+)"/).map { String($0.output.1) }
      )
    }
    #expect(
      found.map(\.0) == [
        "the issue has no statement for the stances to answer", "the position of North has no marked stance",
      ])
    // The red line on ports is listed above.
    #expect(found.map(\.1) == [["dam", "locks"], ["fees", "tolls"]])
    #expect(section?.contains("class=\"distance\"") == false)
    #expect(
      page.contains("<div data-distance=\"Not comparable: the position of North has no marked stance\">"))
    #expect(
      page.contains(
        "<span class=\"distance\">Not comparable: the position of South has no marked stance</span>"))
  }

  @Test("a proposition with the same meaning is shown, and stances are compared")
  func sameMeaning() {
    let site = Self.site(
      "Build a dam.", history: "{until: 2025-03, text: A dam should be built., same-meaning: true}")
    let page = site.page("issues/dam/index.html")
    #expect(page.contains("A dam should be built.</p>"))
    #expect(page.contains("change-reversed") && page.contains("step-line"))
    #expect(site.page("compare/north--south/index.html").contains("Same stance"))
  }

  @Test("a build asks about what differs from the newest edition that readers could see")
  func questions() {
    func plan(drafts: Bool) -> [DiagnosticID] {
      let day = PartialDate(year: 2025, month: 6, day: 1)
      let before = Self.site("Do not build a dam.", history: "").graph
      let edition = Edition(
        freezing: before, name: "one", date: day,
        origin: Edition.Origin(made: day, includesDrafts: drafts))
      let now = Self.site("Build a dam.", history: "").graph
      return SitePlan(graph: now, theme: Theme(), archive: EditionArchive([edition])).diagnostics.map(\.id)
    }
    #expect(plan(drafts: false).contains(.propositionChanged))
    #expect(!plan(drafts: true).contains(.propositionChanged))
  }
}
