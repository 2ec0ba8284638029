import Content
import Diagnostics
import Graph
import Testing

@testable import Site

@Suite("A site's plan") struct SitePlanTests {
  private static let report = """
    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | None | [+] Some |
    """

  @Test("without a base URL has a note and no absolute links") func withoutBaseURL() {
    let plan = Self.plan(["reports/one.md": Self.report])
    #expect(
      plan.diagnostics.map { Printed.line($0) { _ in "" } } == [
        "note: the site has no “base-url”, so it has no canonical addresses, previews, feeds or sitemap [without-base-url]; "
          + "add “base-url: https://…/” to site.yml"
      ])
    #expect(!Self.page("index.html", of: plan).contains("canonical"))
    let notFound = Self.page("404.html", of: plan)
    #expect(notFound.contains("href=\"/assets/site.css\""))
    #expect(notFound.contains("href=\"/issues/\""))
    #expect(notFound.contains("There is no page at this address."))
  }

  @Test("with a base URL links the 404 page from its path") func notFound() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/briefs/")
    let plan = Self.plan(["reports/one.md": Self.report], settings)
    #expect(plan.diagnostics == [])
    let notFound = Self.page("404.html", of: plan)
    #expect(notFound.contains("href=\"/briefs/assets/site.css\""))
    #expect(notFound.contains("href=\"/briefs/issues/\""))
    #expect(
      Self.page("issues/tolls/index.html", of: plan).contains("https://example.org/briefs/issues/tolls/"))
  }

  @Test("reports a menu entry that leads to no page") func brokenMenu() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/")
    settings.navigation = [
      NavigationEntry(label: "Table", address: "/matrx/"),
      NavigationEntry(label: "Issues", address: "/issues/#water"),
      NavigationEntry(label: "Elsewhere", address: "https://example.org/x/"),
    ]
    let plan = Self.plan(["reports/one.md": Self.report], settings)
    #expect(
      plan.diagnostics.map { Printed.line($0) { _ in "" } } == [
        "error: the menu entry “Table” leads to “/matrx/”, which is not a page on this site [broken-link]; "
          + "did you mean “/matrix/”?"
      ])
  }

  @Test("has no pages of kinds that are switched off, and no links to them") func switchedOff() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    for known in PageRegistry.switches { settings.pageKinds[known] = false }
    let plan = Self.plan(["reports/one.md": Self.report], settings)
    #expect(
      plan.pages.map(\.path).filter { $0.hasSuffix(".html") } == [
        "index.html", "reports/one/index.html", "issues/tolls/index.html", "parties/blue/index.html",
        "parties/red/index.html",
      ])
    for page in plan.pages where page.path.hasSuffix(".html") {
      let html = Self.page(page.path, of: plan)
      for address in [
        "matrix/", "\"../../issues/\"", "\"../../reports/\"", "\"reports/\"", "options/", "compare/",
      ] {
        #expect(!html.contains(address), "\(page.path)")
      }
    }
  }

  @Test("splits the matrix by first letter if it is too large for one page") func largeMatrix() {
    let plan = Self.plan(["reports/one.md": Self.wideReport(issues: 101, parties: 50)])
    let parts = plan.pages.map(\.path).filter { $0.hasPrefix("matrix/") }
    #expect(
      parts == ["matrix/index.html", "matrix/a/index.html", "matrix/b/index.html", "matrix/c/index.html"])
    #expect(Self.page("matrix/index.html", of: plan).contains("<a href=\"b/\">B</a>"))
    #expect(!Self.page("matrix/b/index.html", of: plan).contains("Case 3<"))
  }

  private static func wideReport(issues: Int, parties: Int) -> String {
    let names = ["Affair", "Bill", "Case"]
    let header = "| Issue |" + (0..<parties).map { " P\($0) |" }.joined()
    let line = "|" + String(repeating: "---|", count: parties + 1)
    let rows = (0..<issues).map { row in
      "| \(names[row % 3]) \(row) |" + String(repeating: " [+] yes |", count: parties)
    }
    return ([header, line] + rows).joined(separator: "\n")
  }

  private static func plan(
    _ files: [String: String], _ settings: SiteSettings = SiteSettings(switches: PageRegistry.switches)
  ) -> SitePlan {
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2030, month: 1, day: 1), includesDrafts: false)
    let authored = files.keys.sorted().map { path in
      let source = SourceText(path: "Content/" + path, text: files[path] ?? "")
      let role: InputFile.Role = path.hasPrefix("pages/") ? .page : .report
      return reader.read(InputFile(path: path, role: role, source: source)).authored
    }
    return SitePlan(graph: GraphBuilder.build(authored, settings: settings).graph, theme: Theme())
  }

  private static func page(_ path: String, of plan: SitePlan) -> String {
    guard let page = plan.pages.first(where: { $0.path == path }) else { return "" }
    return String(decoding: plan.render(page).bytes, as: UTF8.self)
  }
}
