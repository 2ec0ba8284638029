import Content
import Testing

@testable import Site

@Suite("A comparison as CSV") struct ComparisonTableTests {
  private static let report = """
    ---
    title: Talks
    ---
    <!-- standpoint: positions id=core -->
    | Issue | Red, the old | Blue |
    |---|---|---|
    | Tolls | [+] For *them*[^1] | — |
    | Ports | says "no" | |

    | Strategy | Outcome |
    |---|---|
    | Wait | Calm |

    | Name | Count |
    |---|---|
    | a | 1 |

    [^1]: A note.

    """

  private static func site(_ settings: SiteSettings = SiteSettings(switches: PageRegistry.switches))
    -> WrittenSite
  {
    WrittenSite(["reports/talks.md": report], settings: settings)
  }

  @Test("is next to its report, with stances in words for columns that have any") func positions() {
    let site = Self.site()
    #expect(
      site.page("reports/talks/core.csv")
        == [
          "Issue,\"Red, the old\",\"Red, the old: stance\",Blue", "Tolls,For them,Supports,—",
          "Ports,\"says \"\"no\"\"\",,", "",
        ].joined(separator: "\r\n"))
    let page = site.page("reports/talks/index.html")
    #expect(page.contains("<a href=\"core.csv\" download>"))
  }

  @Test("exists for options, but not for plain tables") func options() {
    let site = Self.site()
    #expect(site.page("reports/talks/table-2.csv") == "Strategy,Outcome\r\nWait,Calm\r\n")
    #expect(!site.plan.pages.contains { $0.path == "reports/talks/table-3.csv" })
  }

  @Test("can be switched off together with the other exports") func off() {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.pageKinds[.exports] = false
    let site = Self.site(settings)
    #expect(!site.plan.pages.contains { $0.path == "reports/talks/core.csv" })
    #expect(!site.page("reports/talks/index.html").contains("core.csv"))
  }
}
