import Foundation
import Testing

/// The sample site in a browser; programs in `Browser/` control Chromium.
@Suite(
  "Pages in a browser", .serialized,
  .enabled(
    if: PreviewBrowserTests.hasBrowser, "requires Chromium with a driver; Scripts/setup test installs both"
  ))
struct LoadingTests {
  /// All tests use one browser and one site. Each check covers every page and names those with problems.
  @Test(
    "pages load without errors below any path, are complete without scripts, work under a strict policy, are small, and fit into frames of other sites"
  )
  func loading() async throws {
    let run = try await BuiltForChecks.look {
      try await Checkers.run(
        "loading.py", $0.sample(), "quiet", "mounted", "plain", "strict", "light", "framed")
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "with plain addresses, the site works from disk, with links between pages and a matrix that can be filtered"
  )
  func files() async throws {
    let run = try await BuiltForChecks.look {
      try await Checkers.run("loading.py", $0.sample(settings: "addresses: plain\n"), "files")
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "search opens, finds places, filters and closes, below a path and under a strict policy",
    .enabled(if: BuiltForChecks.hasPagefind, "Pagefind is missing: Scripts/setup test installs it"))
  func searching() async throws {
    let run = try await BuiltForChecks.look {
      try await Checkers.run("searching.py", $0.sample(), $0.sample("without", settings: "search: off\n"))
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
