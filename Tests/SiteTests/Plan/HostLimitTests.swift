import Content
import Diagnostics
import Testing

@testable import Site

@Suite("Limits of hosts") struct HostLimitTests {
  private static func printed(_ files: Int, _ kinds: [String: Int], _ host: SiteHost?) -> String? {
    HostLimits.diagnostic(files: files, of: kinds, host: host).map { Printed.line($0) { _ in "" } }
  }

  @Test(
    "a site with more files than its host takes is warned of, with the kind of page that makes most of them")
  func files() throws {
    let printed = try #require(Self.printed(20_001, ["pairs": 9_000, "sources": 400], .cloudflarePages))
    #expect(
      printed.contains(
        "the site has 20001 files, but “host: cloudflare-pages” takes 20000 in its free plan [host-limit]"),
      "\(printed)")
    #expect(printed.contains("“page-kinds: {pairs: false}” in site.yml leaves out 9000 of them"))
    #expect(Self.printed(20_000, ["pairs": 9_000], .cloudflarePages) == nil)
    #expect(Self.printed(90_000, [:], .githubPages) == nil && Self.printed(90_000, [:], nil) == nil)
  }

  @Test("the pages of a plan are counted with the files that are copied, each for its key of page-kinds")
  func plan() throws {
    let site = WrittenSite(["reports/a.md": "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | Yes | No |\n"])
    #expect(HostLimits.diagnostic(site.plan.pages, copied: 0, host: .cloudflarePages) == nil)
    let diagnostic = HostLimits.diagnostic(site.plan.pages, copied: 20_000, host: .cloudflarePages)
    let printed = Printed.line(try #require(diagnostic)) { _ in "" }
    #expect(printed.contains("the site has \(20_000 + site.plan.pages.count) files"))
    #expect(printed.contains("“page-kinds: {lists: false}”"), "\(printed)")
  }
}
