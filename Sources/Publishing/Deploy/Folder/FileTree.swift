import FileSystem

/// Lists all files below a folder.
enum FileTree {
  /// The paths of all files below `folder`, symbolic links and special files included, in no particular order. Entries whose
  /// names start with `.git` at the top level are left out.
  static func files(of folder: DiskPath) throws(EnvironmentError) -> [String] {
    var files: [String] = []
    try FolderListing.walk(folder) { entry, path throws(EnvironmentError) in
      let isOfGit = entry.name == path && entry.name.utf8.starts(with: ".git".utf8)
      if isOfGit || !entry.isUTF8 { return false }
      if try entry.kind(at: folder.appending(path)) == .folder { return true }
      files.append(path)
      return false
    }
    return files
  }
}
