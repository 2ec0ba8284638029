import FileSystem
import Publishing
import TestSupport

extension ScratchFolder {
  var path: DiskPath { DiskPath(root) }

  func disk(_ relative: String) -> DiskPath { path.appending(relative) }

  func makeFolder(_ path: DiskPath) throws { try FileWriter.makeFolders(path) }

  func inode(_ relative: String) throws -> UInt64? {
    try FileStatus.of(disk(relative), followingLinks: false)?.identity.inode
  }

  /// The text of every file below a folder, by path.
  func tree(_ relative: String) throws -> [String: String] {
    var files: [String: String] = [:]
    try FolderListing.walk(disk(relative)) { entry, path throws(EnvironmentError) in
      if try entry.kind(at: disk(relative).appending(path)) == .folder { return true }
      files[path] = text(relative + "/" + path)
      return false
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

/// The error that `work` throws; nil if it throws none.
func fault(_ work: () throws -> Void) -> EnvironmentError? { failure(EnvironmentError.self, work) }
