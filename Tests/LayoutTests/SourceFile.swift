import Foundation
import Testing

/// One Swift file below `Sources`, as text.
struct SourceFile: CustomTestStringConvertible {
  /// Below `Sources`, such as `Graph/Model/Issue.swift`.
  let path: String
  let text: String

  var room: String { String(path.prefix { $0 != "/" }) }
  /// The folder that contains the file, below `Sources`.
  var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var testDescription: String { path }

  /// The modules that the file imports, with submodules as their module.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").filter {
        !$0.hasPrefix("@") && !["public", "package"].contains($0)
      }
      guard words.first == "import", let module = words.last else { return nil }
      return module.split(separator: ".").first.map(String.init)
    }
  }

  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file of the project.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// All Swift files below a folder of the project, sorted by path.
  static func all(below folder: String = "Sources") throws -> [SourceFile] {
    let root = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { SourceFile(path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
  }
}
