import Foundation
import Testing

/// The sample as browsers load it; programs of `Browser/` drive Chromium.
@Suite(
  "Pages in a browser", .serialized,
  .enabled(
    if: PreviewBrowserTests.hasBrowser, "there is no Chromium with a driver: Scripts/setup test installs both"
  ))
struct LoadingTests {
  @Test(
    "every page loads as it should",
    arguments: [
      ("quiet", "without a word in the console, a request that fails, or one to anybody else"),
      ("mounted", "from below any path"),
      ("plain", "with every text, table and link where there are no scripts"),
      ("strict", "under a strict Content-Security-Policy, with filters and buttons that work"),
      ("light", "at most 75 KB for a report, in at most four requests"),
    ])
  func loading(_ check: String, _ what: String) throws {
    let run = try BuiltForChecks.look { try Checkers.run("loading.py", check, $0.sample()) }
    #expect(run.exitCode == 0, "\(what): \(run.errors)")
  }

  @Test(
    "with plain addresses the site is read from the disk, from page to page, and its matrix can be filtered")
  func files() throws {
    let run = try BuiltForChecks.look {
      try Checkers.run("loading.py", "files", $0.sample(settings: "addresses: plain\n"))
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "the search opens, finds places, narrows down and closes, below a path and under a strict policy",
    .enabled(if: BuiltForChecks.hasPagefind, "Pagefind is missing: Scripts/setup test installs it"))
  func searching() throws {
    let run = try BuiltForChecks.look {
      try Checkers.run("searching.py", $0.sample(), $0.sample("without", settings: "search: off\n"))
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
