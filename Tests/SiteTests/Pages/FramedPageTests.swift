import Content
import Testing

@testable import Site

@Suite("A page for frames of other sites") struct FramedPageTests {
  private static let report = """
    ---
    title: Tolls
    date: 2025-03-02
    ---

    | Issue | North | South | West |
    |---|---|---|---|
    | Tolls | [+] Yes[^1] | [-] No | |
    | Fish | [~] Perhaps | [+] Yes | Says so |

    [^1]: A statement. https://north.example/tolls
    """

  private static func site(offers: Bool = true, base: String? = "https://a.example/b/") throws -> WrittenSite
  {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.offersFrames = offers
    settings.licence = "CC BY 4.0"
    settings.baseURL = try base.map(BaseURL.init)
    return WrittenSite(
      [
        "reports/a.md": report,
        "issues/tolls.md": "---\ntitle: Tolls\nproposition: There should be tolls.\n---\n",
        "issues/empty.md": "---\ntitle: Empty\n---\n",
      ], settings: settings)
  }

  @Test("exists for the matrix, each issue with positions and each pair, if the site asks for it")
  func pages() throws {
    let pages = try Self.site().pages.filter { $0.hasPrefix("embed/") }
    #expect(
      pages == [
        "embed/matrix/index.html", "embed/issues/fish/index.html", "embed/issues/tolls/index.html",
        "embed/compare/north--south/index.html", "embed/compare/north--west/index.html",
        "embed/compare/south--west/index.html",
      ])
    let without = try Self.site(offers: false)
    #expect(!without.pages.contains { $0.hasPrefix("embed/") })
    #expect(!without.page("matrix/index.html").contains("<iframe") && without.messages.isEmpty)
  }

  @Test("says where it is from, is not for search engines, and names the page that it shows as the original")
  func source() throws {
    let site = try Self.site()
    for path in site.pages where path.hasPrefix("embed/") {
      let page = site.page(path)
      let shown = path.dropFirst("embed/".count).dropLast("index.html".count)
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
      #expect(page.contains("<link rel=\"canonical\" href=\"https://a.example/b/\(shown)\">"), "\(path)")
      #expect(page.contains("<base target=\"_top\">"))
      let footer = try #require(page.firstRange(of: "<footer>")).lowerBound
      #expect(
        page[footer...].contains("<a href=\"../../") && page[footer...].contains("/\(shown)\">"), "\(path)")
      #expect(
        page[footer...].contains(
          ", Briefing, as of <time>2 March 2025</time>. Licence: <a rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a>"
        ) || page[footer...].contains("datetime=\"2025-03-02\""), "\(page[footer...])")
      #expect(!page.contains("site-menu") && !page.contains("search-open") && !page.contains("data-pagefind"))
      #expect(!page.contains("assets/site."), "\(path)")
    }
  }

  @Test("has no link to a place on itself, because links open in the window around the frame")
  func places() throws {
    let site = try Self.site()
    for path in site.pages where path.hasPrefix("embed/") {
      #expect(!site.page(path).contains("href=\"#"), "\(path)")
    }
    #expect(
      site.page("embed/issues/tolls/index.html").contains(
        "<a href=\"../../../issues/tolls/#north\">North</a>"))
  }

  @Test("is neither in the sitemap nor in llms.txt") func lists() throws {
    let site = try Self.site()
    #expect(
      site.page("sitemap.xml").contains("issues/tolls/") && !site.page("sitemap.xml").contains("embed/"))
    #expect(site.page("llms.txt").contains("issues/tolls/") && !site.page("llms.txt").contains("embed/"))
  }

  @Test("of an issue has the anchors of its positions") func anchors() throws {
    let site = try Self.site()
    let ids = HTMLScan(Array(site.page("issues/tolls/index.html").utf8)).ids.filter { $0.hasPrefix("north") }
    #expect(!ids.isEmpty)
    for id in ids { #expect(site.page("embed/issues/tolls/index.html").contains("id=\"\(id)\""), "\(id)") }
  }

  @Test("is offered as code on the page that it shows, with a full address if the site has one")
  func code() throws {
    let code =
      "&lt;iframe src=&quot;https://a.example/b/embed/issues/tolls/&quot; title=&quot;Tolls – Briefing&quot;"
    #expect(try Self.site().page("issues/tolls/index.html").contains(code))
    #expect(
      try Self.site(base: nil).page("issues/tolls/index.html").contains(
        "&lt;iframe src=&quot;../../embed/issues/tolls/&quot;"))
    for path in ["matrix/index.html", "compare/north--south/index.html"] {
      #expect(try Self.site().page(path).contains("class=\"citations frame-code\""), "\(path)")
    }
    #expect(try !Self.site().page("issues/empty/index.html").contains("iframe"))
  }

  @Test("has the colours and sizes of the site, and its own style sheet alone") func tokens() throws {
    let own = try Self.tokens("assets/framed.css").filter { $0.key != "--measure" }
    let others = try Self.tokens("assets/site.css")
    #expect(own.count > 30)
    for (name, value) in own { #expect(others[name] == value, "\(name)") }
  }

  /// The custom properties of a style sheet’s first rule.
  private static func tokens(_ path: String) throws -> [String: String] {
    let css = String(decoding: try #require(Theme.builtIn[path]), as: UTF8.self)
    let rule = css[
      try #require(css.firstRange(of: path.hasSuffix("framed.css") ? "html {" : ":root {")).upperBound...
    ].prefix { $0 != "}" }
    return Dictionary(
      rule.matches(of: /(--[a-z0-9-]+): ([^;]+);/).map { (String($0.1), String($0.2)) },
      uniquingKeysWith: { $1 })
  }
}
