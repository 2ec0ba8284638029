import FileSystem
import Foundation
import Testing

@testable import Publishing

/// Whether the external programs for importing are installed; prints a message if not.
enum Programs {
  static func areInstalled(_ names: String...) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let missing = names.filter { name in
      !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    if !missing.isEmpty {
      FileHandle.standardError.write(
        Data("SKIPPED: importing is not tested with \(missing.joined(separator: ", ")): not installed\n".utf8)
      )
    }
    return missing.isEmpty
  }

  /// Runs a program in a folder and waits for it.
  static func run(_ name: String, _ arguments: [String], in folder: DiskPath) async throws {
    _ = try await ExternalProgram(name: name, package: name, purpose: "makes a fixture").run(
      arguments, in: folder)
  }
}
