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
        "the site has 20001 files, but “host: cloudflare-pages” accepts 20000 on its free plan [host-limit]"),
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
    #expect(printed.contains("“page-kinds: {exports: false}”"), "\(printed)")
  }

  private static func sizes(_ files: some Sequence<(String, Int, String?)>, _ host: SiteHost) -> [String] {
    HostLimits.diagnostics(
      files.map { HostLimits.File(path: $0.0, size: $0.1, kind: $0.2) }, host: host
    ).map { Printed.line($0) { _ in "" } }
  }

  @Test(
    "a file and a site that are larger than a host takes are named, with their sizes and what to turn off")
  func sizes() throws {
    let mebibyte = 1 << 20
    let large = Self.sizes(
      [
        ("positions.csv", 25 * mebibyte + 1, "exports"), ("film.mp4", 30 * mebibyte, nil),
        ("b", 25 * mebibyte, nil),
      ],
      .cloudflarePages)
    #expect(large.count == 2, "\(large)")
    #expect(
      large[0].contains(
        "the file “film.mp4” is 30 MiB, but “host: cloudflare-pages” accepts files of up to 25 MiB [host-limit]"
      ))
    #expect(large[1].contains("“positions.csv” is 25.01 MiB"))
    #expect(large[1].contains("“page-kinds: {exports: false}” in site.yml leaves it out"))
    let site: [(String, Int, String?)] = [
      ("a.html", 940_000_000, nil), ("p.html", 30_000_000, "pairs"), ("s.html", 30_000_001, "sources"),
    ]
    let printed = Self.sizes(site, .githubPages)
    // A file above 100 MiB, and the sum.
    #expect(printed.count == 2, "\(printed)")
    #expect(printed[0].contains("the site is 1.01 GB, but “host: github-pages” accepts 1 GB"))
    #expect(printed[0].contains("“page-kinds: {sources: false}” in site.yml leaves out 0.04 GB"))
    #expect(Self.sizes(site.dropLast(), .githubPages).count == 1 && Self.sizes(site, .netlify).isEmpty)
  }
}
