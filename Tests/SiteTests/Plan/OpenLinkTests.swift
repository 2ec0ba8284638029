import Content
import Graph
import Testing

@testable import Site

@Suite("Links to generated pages") struct OpenLinkTests {
  private static let table = """
    | Issue | Red | Blue |
    |---|---|---|
    | Tolls | [-] None | [+] Some |

    """

  /// A site whose first report contains a table and a tension, and whose second one has links.
  private static func site(
    _ links: String, settings: SiteSettings = SiteSettings(switches: PageRegistry.switches)
  ) -> WrittenSite {
    let tension = "\n> [!tension] [[Tolls#Red]]\n> They say otherwise.\n"
    return WrittenSite(
      [
        "reports/one.md": "---\ndate: 2025-03\n---\n\n" + table + tension,
        "reports/two.md": "---\ndate: 2025-04\n---\n\n" + table + "\n" + links + "\n",
        "pages/about.md": "---\ntitle: About\n---\n",
      ], settings: settings)
  }

  private static let unmade = [
    ("/changes/", "the page “/changes/” does not exist because it would be empty [broken-link]"),
    ("../changes/", "the file “changes” does not exist [broken-link]"),
    ("/options/", "the page “/options/” does not exist because it would be empty [broken-link]"),
    ("/changes/march/", "the site has no page “/changes/march/” [broken-link]"),
    ("/compare/blue--green/", "the site has no page “/compare/blue--green/” [broken-link]"),
    ("/compare/blue--rad/", "did you mean “/compare/blue--red/”?"),
    (
      "/reports/three/positions/",
      "the site has no page “/reports/three/positions/” [broken-link]; cards open on the page of the report: link to “/reports/three/”"
    ),
    ("/issues/tolls/2025/", "the site has no page “/issues/tolls/2025/” [broken-link]"),
    ("/abuot/", "the site has no page “/abuot/” [broken-link]; did you mean “/about/”?"),
    ("/position.csv", "did you mean “/positions.csv”?"),
    (
      "/reports/one/positions/#tolls--red",
      "[broken-link]; cards open on the page of the report: link to “/reports/one/#tolls--red”"
    ),
    ("/tensions/#nowhere", "“/tensions/” has no anchor “#nowhere” [broken-anchor]"),
    ("/reports/one/#tension:tolls--blue", "“One” has no anchor “#tension:tolls--blue” [broken-anchor]"),
  ]

  @Test("a link to a page that does not exist is reported at its place", arguments: unmade)
  func reported(address: String, message: String) {
    let messages = Self.site("[x](\(address))").messages
    #expect(messages.count == 1)
    #expect(messages[0].hasPrefix("Content/reports/two.md:"))
    #expect(messages[0].contains(message), "\(messages)")
  }

  private static let made = [
    ("/compare/", "../../compare/"), ("/compare/blue--red/", "../../compare/blue--red/"),
    ("../compare/blue--red/#tolls", "../../compare/blue--red/#tolls"),
    ("/tensions/", "../../tensions/"), ("/matrix/index.html", "../../matrix/"),
    ("/reports/one/#tension:tolls--red", "../../reports/one/#tension:tolls--red"),
    ("one.md#tension:tolls--red", "../../reports/one/#tension:tolls--red"),
    ("/positions.csv", "../../positions.csv"), ("../graph.json", "../../graph.json"),
  ]

  @Test("generated pages and places on them can be linked", arguments: made)
  func linked(address: String, href: String) {
    let site = Self.site("[There](\(address))")
    #expect(site.messages == [])
    #expect(site.page("reports/two/index.html").contains("<a href=\"\(href)\">There</a>"))
  }

  @Test("if an issue has too many positions, there is a page for each year, which can be linked")
  func years() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.positionsPerPage = 1
    let site = Self.site("[x](/issues/tolls/2025/) [y](/parties/red/2025/)", settings: settings)
    #expect(site.messages == [])
    #expect(site.page("reports/two/index.html").contains("<a href=\"../../issues/tolls/2025/\">x</a>"))
  }

  @Test("a page that is switched off cannot be linked")
  func switchedOff() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.data] = false
    settings.pageKinds[.pairs] = false
    let messages = Self.site("[x](/data/)\n\n[y](/compare/)", settings: settings)
      .messages
    #expect(
      messages.map { $0.drop { $0 != " " } } == [
        " error: the site has no page “/data/” [broken-link]",
        " error: the site has no page “/compare/” [broken-link]",
      ])
  }
}
