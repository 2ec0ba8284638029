import FileSystem

/// Lists all files below a folder.
enum FileTree {
  /// The paths of all files below `folder`, symbolic links and special files included, in no particular order. Entries whose
  /// names start with `.git` at the top level are left out.
  static func files(of folder: DiskPath) throws(EnvironmentError) -> [String] {
    var files: [String] = []
    var open = [""]
    while let path = open.popLast() {
      for entry in try FolderListing.entries(of: folder.appending(path)) {
        guard entry.isUTF8 else { continue }
        if path.isEmpty, entry.name.utf8.starts(with: ".git".utf8) { continue }
        let below = path.isEmpty ? entry.name : path + "/" + entry.name
        if try entry.kind(at: folder.appending(below)) == .folder {
          open.append(below)
        } else {
          files.append(below)
        }
      }
    }
    return files
  }
}
