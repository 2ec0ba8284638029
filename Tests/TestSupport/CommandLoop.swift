import Foundation

/// A command that is run for many small documents from one shell loop.
package enum CommandLoop {
  /// What the command prints for each document, whose file is its last argument.
  ///
  /// - Throws: if the command fails for one of them, or the disk does.
  package static func run(_ command: String, on documents: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "standpoint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, document) in documents.enumerated() {
      try Data(document.utf8).write(to: folder.appending(path: "\(index)"))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      "i=0; while [ $i -lt \(documents.count) ]; do \(command) $i > $i.html || exit 1; i=$((i+1)); done",
    ]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CocoaError(.executableLoad) }
    return try documents.indices.map {
      String(decoding: try Data(contentsOf: folder.appending(path: "\($0).html")), as: UTF8.self)
    }
  }
}
