import FileSystem

/// The files of a site's own Templates/ folder.
enum TemplateListing {
  /// Paths below `folder`, sorted by bytes, without hidden files.
  static func list(_ folder: DiskPath) throws(EnvironmentError) -> [String] {
    var files: [String] = []
    var seen: Set<FileStatus.Identity> = []
    var open = [""]
    while let path = open.popLast() {
      for entry in try FolderListing.entries(of: folder.appending(path)) {
        if entry.name.utf8.first == UInt8(ascii: ".") || !entry.isUTF8 { continue }
        let below = path.isEmpty ? entry.name : path + "/" + entry.name
        guard let status = try FileStatus.of(folder.appending(below), followingLinks: true) else { continue }
        switch status.kind {
        case .folder: if seen.insert(status.identity).inserted { open.append(below) }
        // Special files such as FIFOs cause an error when they are read.
        default: files.append(below)
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
