import Foundation

/// A folder for one test, which removes it.
package final class ScratchFolder: Sendable {
  /// Its path, with symbolic links resolved and without a trailing slash.
  package let root: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("standpoint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    root = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The absolute path of something in the folder; an empty path is the folder itself.
  package func absolute(_ relative: String) -> String { relative.isEmpty ? root : root + "/" + relative }

  /// Writes a file, and creates the folders above it.
  package func write(_ relative: String, _ text: String = "") throws {
    try write(relative, bytes: Array(text.utf8))
  }

  package func write(_ relative: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: absolute(relative))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: absolute(relative), withIntermediateDirectories: true)
  }

  /// Creates a symbolic link, and the folders above it.
  package func link(_ relative: String, to target: String) throws {
    let url = URL(fileURLWithPath: absolute(relative))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
  }

  /// Creates an empty file in a folder that exists, whose name need not be valid UTF-8; false if the file system does not
  /// accept the name.
  package func create(_ name: [UInt8], in folder: String = "") -> Bool {
    let path = Array((absolute(folder) + "/").utf8) + name + [0]
    guard let file = fopen(path.map { CChar(bitPattern: $0) }, "w") else { return false }
    fclose(file)
    return true
  }

  /// The text of a file; nil if there is none.
  package func text(_ relative: String) -> String? {
    try? String(contentsOfFile: absolute(relative), encoding: .utf8)
  }

  /// Whether there is a file, folder or link with that path.
  package func exists(_ relative: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: absolute(relative))) != nil
  }
}

/// The error of type `Failure` that `work` throws; nil if it throws none.
package func failure<Failure: Error>(_ type: Failure.Type, _ work: () throws -> Void) -> Failure? {
  do {
    try work()
    return nil
  } catch {
    return error as? Failure
  }
}
