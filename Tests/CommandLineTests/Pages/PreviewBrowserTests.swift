import Foundation
import TestSupport
import Testing

/// `standpoint serve` in a real browser, controlled by `Browser/preview.py`.
@Suite(.serialized) struct PreviewBrowserTests {
  /// The Python environment with the browser's driver; `Scripts/setup test` creates it.
  static let python = packageRoot.appendingPathComponent(".build/browser/bin/python3")

  static var hasBrowser: Bool {
    let paths = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let hasChromium = paths.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/chromium")
    }
    return hasChromium && FileManager.default.isExecutableFile(atPath: python.path)
  }

  static let script = packageRoot.appendingPathComponent("Tests/CommandLineTests/Browser/preview.py")

  @Test(
    "the browser follows the author's changes",
    .enabled(if: hasBrowser, "requires Chromium with a driver; Scripts/setup test installs both"),
    arguments: [
      "edit", "scripts", "overlay", "style", "redirect", "missing", "draft", "saves", "base", "polling",
      "restart",
    ])
  func browser(_ scenario: String) async throws {
    let tool = Tool(program: Self.python)
    let run = try await tool.withBrowser([Self.script.path, Tool.location.path, scenario])
    #expect(run.exitCode == 0, "\(run.errors)\(run.output)")
  }

  @Test("every scenario in the script is run")
  func scenarios() throws {
    let text = try String(contentsOf: Self.script, encoding: .utf8)
    let list = try #require(text.split(separator: "SCENARIOS = [").last?.split(separator: "]").first)
    let names = list.split(separator: ", ").map(String.init)
    #expect(
      names == [
        "edit", "scripts", "overlay", "style", "redirect", "missing", "draft", "saves", "base", "polling",
        "restart",
      ])
  }
}
