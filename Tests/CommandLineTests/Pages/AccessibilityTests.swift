import Foundation
import Testing

/// Accessibility of pages, checked with axe-core and the keyboard; programs in `Browser/` control Chromium.
@Suite("Accessibility", .serialized)
struct AccessibilityTests {
  @Test(
    "axe-core finds no problems on any kind of page, in light and dark, narrow and wide; no page scrolls sideways at 320 px or with large text; targets have room, and links have names of their own",
    .enabled(
      if: Checkers.hasAxe, "Chromium, its driver or axe-core is missing: Scripts/setup test installs all"))
  func axe() async throws {
    // The crowded site has pages of single years and a matrix of symbols, the guide has pages in groups.
    let run = try await BuiltForChecks.look {
      try await Checkers.run(
        "accessible.py", $0.sample(), $0.guide(), $0.crowded(), $0.arabic())
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "the whole interface can be used with the keyboard, and the focus is visible",
    .enabled(
      if: PreviewBrowserTests.hasBrowser,
      "requires Chromium with a driver; Scripts/setup test installs both"))
  func keyboard() async throws {
    let run = try await BuiltForChecks.look { try await Checkers.run("keyboard.py", $0.sample()) }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "a reader finds a position, a comparison, the last change, a citation and a source in one or two clicks",
    .enabled(
      if: PreviewBrowserTests.hasBrowser,
      "requires Chromium with a driver; Scripts/setup test installs both"))
  func tasks() async throws {
    let run = try await BuiltForChecks.look { try await Checkers.run("tasks.py", $0.sample()) }
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
