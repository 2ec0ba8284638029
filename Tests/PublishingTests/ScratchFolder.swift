import FileSystem
import Foundation
import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of a test's own, removed with it.
final class ScratchFolder: Sendable {
  let path: DiskPath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("standpoint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = DiskPath(url.path).resolved
  }

  deinit { try? FileManager.default.removeItem(atPath: path.text) }

  func disk(_ relative: String) -> DiskPath { path.appending(relative) }

  /// Writes a file, and the folders above it.
  func write(_ relative: String, _ text: String = "") throws {
    try write(relative, bytes: Array(text.utf8))
  }

  func write(_ relative: String, bytes: [UInt8]) throws {
    try makeFolder(disk(relative).parent)
    try Data(bytes).write(to: URL(fileURLWithPath: disk(relative).text))
  }

  func makeFolder(_ path: DiskPath) throws {
    try FileManager.default.createDirectory(atPath: path.text, withIntermediateDirectories: true)
  }

  func makeFolder(_ relative: String) throws { try makeFolder(disk(relative)) }

  func link(_ relative: String, to target: String) throws {
    try makeFolder(disk(relative).parent)
    try #require(symlink(target, disk(relative).text) == 0)
  }

  func text(_ relative: String) -> String? {
    try? String(contentsOfFile: disk(relative).text, encoding: .utf8)
  }

  func exists(_ relative: String) -> Bool {
    (try? FileStatus.of(disk(relative), followingLinks: false)) != nil
  }

  func inode(_ relative: String) throws -> UInt64? {
    try FileStatus.of(disk(relative), followingLinks: false)?.identity.inode
  }

  /// Every file below a folder, by path, with its text.
  func tree(_ relative: String) throws -> [String: String] {
    var files: [String: String] = [:]
    var open = [""]
    while let folder = open.popLast() {
      for entry in try FolderListing.entries(of: disk(relative).appending(folder)) {
        let below = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if try entry.kind(at: disk(relative).appending(below)) == .folder {
          open.append(below)
        } else {
          files[below] = text(relative + "/" + below)
        }
      }
    }
    return files
  }

  func folders(
    site: String = "", content: String? = nil, templates: String? = nil, output: String? = nil
  ) throws -> SiteFolders {
    try SiteFolders(
      SiteFolders.Arguments(
        site: disk(site).text, content: content.map { disk($0).text },
        templates: templates.map { disk($0).text },
        output: output.map { disk($0).text }))
  }
}

/// The fault that `work` throws.
func fault(_ work: () throws -> Void) -> EnvironmentError? {
  do {
    try work()
    return nil
  } catch {
    return error as? EnvironmentError
  }
}
