import FileSystem
import Text

/// The files of a site's own Templates/ folder.
enum TemplateListing {
  /// Paths below `folder`, sorted by bytes, without hidden files.
  static func list(_ folder: DiskPath) throws(EnvironmentError) -> [String] {
    var files: [String] = []
    var seen: Set<FileStatus.Identity> = []
    try FolderListing.walk(folder) { entry, path throws(EnvironmentError) in
      if entry.name.utf8.first == UInt8(ascii: ".") || !entry.isUTF8 { return false }
      guard let status = try FileStatus.of(folder.appending(path), followingLinks: true) else { return false }
      if status.kind == .folder { return seen.insert(status.identity).inserted }
      // Special files such as FIFOs cause an error when they are read.
      files.append(path)
      return false
    }
    return files.sortedByBytes()
  }
}
