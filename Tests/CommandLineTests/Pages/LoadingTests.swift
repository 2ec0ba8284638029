import Foundation
import Testing

/// The sample as browsers load it; programs of `Browser/` drive Chromium.
@Suite(
  "Pages in a browser", .serialized,
  .enabled(
    if: PreviewBrowserTests.hasBrowser, "there is no Chromium with a driver: Scripts/setup test installs both"
  ))
struct LoadingTests {
  /// One browser and one site for all: each check looks at every page, and says its name where it complains.
  @Test(
    "pages load in silence and from below any path, lack nothing without scripts, work under a strict policy, and are light"
  )
  func loading() async throws {
    let run = try await BuiltForChecks.look {
      try await Checkers.run("loading.py", $0.sample(), "quiet", "mounted", "plain", "strict", "light")
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "with plain addresses the site is read from the disk, from page to page, and its matrix can be filtered")
  func files() async throws {
    let run = try await BuiltForChecks.look {
      try await Checkers.run("loading.py", $0.sample(settings: "addresses: plain\n"), "files")
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "the search opens, finds places, narrows down and closes, below a path and under a strict policy",
    .enabled(if: BuiltForChecks.hasPagefind, "Pagefind is missing: Scripts/setup test installs it"))
  func searching() async throws {
    let run = try await BuiltForChecks.look {
      try await Checkers.run("searching.py", $0.sample(), $0.sample("without", settings: "search: off\n"))
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
