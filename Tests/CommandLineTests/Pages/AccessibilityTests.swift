import Foundation
import Testing

/// Pages as axe-core and a keyboard meet them; programs of `Browser/` drive Chromium.
@Suite("Pages for everybody", .serialized)
struct AccessibilityTests {
  @Test(
    "axe-core finds nothing on any page kind and in what opens there, light and dark, narrow and wide, and no page scrolls sideways at 320 px",
    .enabled(
      if: Checkers.hasAxe, "Chromium, its driver or axe-core is missing: Scripts/setup test installs all"))
  func axe() async throws {
    // The crowded one has the pages of single years and a matrix of signs, the guide pages in groups.
    let run = try await BuiltForChecks.look {
      try await Checkers.run(
        "accessible.py", $0.sample(), $0.guide(), $0.crowded(), $0.arabic())
    }
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(
    "everything of the interface is reached and used by keyboard alone, and the focus shows",
    .enabled(
      if: PreviewBrowserTests.hasBrowser,
      "there is no Chromium with a driver: Scripts/setup test installs both"))
  func keyboard() async throws {
    let run = try await BuiltForChecks.look { try await Checkers.run("keyboard.py", $0.sample()) }
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
