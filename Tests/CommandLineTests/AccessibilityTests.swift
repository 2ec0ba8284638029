import Foundation
import Testing

/// Pages as axe-core and a keyboard meet them; programs of `Browser/` drive Chromium.
@Suite("Pages for everybody", .serialized)
struct AccessibilityTests {
  @Test(
    "axe-core finds nothing on any page kind, light and dark, narrow and wide, and no page scrolls sideways at 320 px",
    .enabled(
      if: Checkers.hasAxe, "Chromium, its driver or axe-core is missing: Scripts/setup test installs all"),
    .enabled(
      if: BuiltForChecks.canMakeArchive, "what writes the archive, ../shared/bench/make_corpus.py, is missing"
    ))
  func axe() throws {
    let sites = try BuiltForChecks()
    // The archive has the pages of single years and a matrix with many parties, the guide pages in groups.
    let run = try Checkers.run(
      "accessible.py", sites.sample(), sites.guide(), sites.archive(reports: 200))
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
