#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Removes folders with their contents, without recursion and without following links.
package enum FolderRemoval {
  /// Removes `folder` with everything in it; does nothing if it does not exist.
  package static func removeAll(_ folder: DiskPath) throws(EnvironmentError) {
    guard let status = try FileStatus.of(folder, followingLinks: false) else { return }
    guard status.kind == .folder else {
      guard folder.withCString(unlink) == 0 else {
        throw EnvironmentError("cannot remove", folder, code: errno)
      }
      return
    }
    var open = [folder]
    var found: [DiskPath] = []
    while let next = open.popLast() {
      found.append(next)
      for entry in try FolderListing.entries(of: next) {
        let path = next.appending(entry)
        if path.withCString(unlink) == 0 { continue }
        let code = errno
        guard code == EISDIR || code == EPERM, try entry.kind(at: path) == .folder else {
          throw EnvironmentError("cannot remove", path, code: code)
        }
        open.append(path)
      }
    }
    for folder in found.reversed() where folder.withCString(rmdir) != 0 {
      throw EnvironmentError("cannot remove the folder", folder, code: errno)
    }
  }

  /// Removes the files at `paths` (below `folder`, sorted) and then all empty folders, including `folder`.
  ///
  /// - Returns: whether everything was removed; false if `folder` contains files that are not in `paths`.
  package static func remove(_ paths: [String], in folder: DiskPath) -> Bool {
    let root = open(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard root >= 0 else { return errno == ENOENT }
    var parents: [String] = []
    for path in paths {
      unlinkat(root, path, 0)
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
      let parent = String(path[..<slash])
      if parents.last != parent { parents.append(parent) }
    }
    for parent in parents { removeEmpty(parent, in: root) }
    SystemCalls.close(root)
    return rmdir(folder.text) == 0
  }

  private static func removeEmpty(_ folder: String, in root: Int32) {
    var path = folder[...]
    while !path.isEmpty, unlinkat(root, String(path), Int32(AT_REMOVEDIR)) == 0 {
      path = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
    }
  }
}
