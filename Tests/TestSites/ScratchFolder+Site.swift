import FileSystem
import Foundation
import TestSupport
import Workspace

extension ScratchFolder {
  /// Its path.
  package var path: DiskPath { DiskPath(root) }

  /// The path of something in the folder.
  package func disk(_ relative: String) -> DiskPath { path.appending(relative) }

  package func makeFolder(_ path: DiskPath) throws { try FileWriter.makeFolders(path) }

  /// The inode of a file; nil if there is none.
  package func inode(_ relative: String) throws -> UInt64? {
    try FileStatus.of(disk(relative), followingLinks: false)?.identity.inode
  }

  /// Writes a program that runs a shell script, and gives its path.
  package func program(_ name: String, _ script: String) throws -> String {
    try write(name, "#!/bin/sh\n" + script)
    let path = disk(name).text
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// Every file below a folder, by path, with its text.
  package func tree(_ relative: String) throws -> [String: String] {
    var files: [String: String] = [:]
    try FolderListing.walk(disk(relative)) { entry, path throws(EnvironmentError) in
      if try entry.kind(at: disk(relative).appending(path)) == .folder { return true }
      files[path] = text(relative + "/" + path)
      return false
    }
    return files
  }

  /// The folders of a site in here, each given relative to this folder.
  package func folders(
    site: String = "", content: String? = nil, templates: String? = nil, output: String? = nil
  ) throws -> SiteFolders {
    try SiteFolders(
      SiteFolders.Arguments(
        site: disk(site).text, content: content.map { disk($0).text },
        templates: templates.map { disk($0).text },
        output: output.map { disk($0).text }))
  }
}

/// The error that `work` throws.
package func fault(_ work: () throws -> Void) -> EnvironmentError? { failure(EnvironmentError.self, work) }
