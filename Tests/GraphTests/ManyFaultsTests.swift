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

  @Test("a name of many reports, pages and withheld files and one issue means what its prefix says")
  func manyKinds() {
    var files = [("issues/weekly.md", "---\ntitle: Weekly\n---\n")]
    for number in 0..<20 {
      files.append(("reports/r\(number).md", "---\ntitle: Weekly\n---\n"))
      files.append(("pages/p\(number).md", "---\ntitle: Weekly\naliases: [Weekly]\n---\n"))
      files.append(("pages/w\(number).md", "---\ntitle: Weekly\ndraft: true\n---\n"))
      files.append(("parties/v\(number).md", "---\ntitle: Weekly\ndraft: true\n---\n"))
    }
    files.append(
      ("pages/q.md", "[[Weekly]] [[report:Weekly]] [[page:Weekly]] [[issue:Weekly]] [[party:Weekly]]\n"))
    let diagnostics = SampleSite(files).build().diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "“Weekly” could mean an issue, a report or a page",
        "“Weekly” could mean any of 20 pages, each a report",
        "“Weekly” could mean any of 20 pages, each a page",
        "“Weekly” is withheld (a draft), so the text is shown without a link",
      ])
    #expect(diagnostics.map(\.notes.count) == [8, 8, 8, 1])
  }
}
