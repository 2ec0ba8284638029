import Foundation

/// A temporary folder for a test, removed with this object.
final class TestFolder: Sendable {
  let url: URL
  /// A folder inside another test folder, which it keeps alive.
  private let owner: TestFolder?
  var path: String { url.path }

  init(_ name: String = UUID().uuidString) throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = base.appendingPathComponent("standpoint-\(UUID().uuidString)").appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    owner = nil
  }

  /// An existing folder inside another test folder, which it keeps alive.
  init(in owner: TestFolder, _ name: String) throws {
    url = owner.url.appendingPathComponent(name)
    self.owner = owner
  }

  deinit { if owner == nil { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) } }

  func write(_ relative: String, _ text: String) throws {
    let file = url.appendingPathComponent(relative)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func exists(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(relative).path)
  }

  func text(_ relative: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(relative), encoding: .utf8)
  }

  /// Every file below a folder, including hidden files, by path.
  func tree(_ relative: String) throws -> [String: Data] {
    let root = url.appendingPathComponent(relative).path
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let full = root + "/" + path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }

  /// The names in a folder, sorted.
  func names(_ relative: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(relative).path).sorted()
  }
}
