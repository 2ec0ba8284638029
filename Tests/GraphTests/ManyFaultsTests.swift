import Graph
import SampleArchives
import Testing

@Suite("Very many errors")
struct ManyFaultsTests {
  @Test("each of many broken links is reported, the later ones without a suggestion")
  func brokenLinks() {
    let links = (0..<2_000).map { "[[Sanctoin \($0)]] [x](nowhere-\($0).md) [y](#plce-\($0))" }
    let diagnostics = SampleSite([
      ("reports/a.md", "# Place 1\n\n" + links.joined(separator: "\n") + "\n"),
      ("issues/s.md", "---\ntitle: Sanction 1\n---\n"),
    ]).build().diagnostics
    #expect(diagnostics.count == 6_000)
    #expect((1...300).contains(diagnostics.count { $0.suggestion != nil }))
  }

  @Test("an error about an ambiguous name of very many reports lists only some of them")
  func manyCandidates() {
    var files = (0..<40).map { ("reports/r\($0).md", "---\ntitle: Weekly\n---\n") }
    files.append(("pages/p.md", "[[Weekly]]\n"))
    let diagnostics = SampleSite(files).build().diagnostics
    #expect(diagnostics.map(\.message) == ["“Weekly” could mean any of 40 pages, each a report"])
    #expect(diagnostics.map(\.notes.count) == [8])
  }
}
