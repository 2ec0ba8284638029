#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The names in one folder, read with `readdir` (many times faster than Foundation's enumerator).
package enum FolderListing {
  /// An entry of a folder.
  package struct Entry: Sendable {
    /// The name, with invalid UTF-8 replaced.
    package let name: String
    /// Whether the name is valid UTF-8, so that `name` can be used to open the file.
    package var isUTF8: Bool { rawName == nil }
    /// The bytes of a name that is not valid UTF-8, zero-terminated; nil for all others.
    let rawName: [CChar]?
    fileprivate let hint: FileStatus.Kind?

    /// The kind of the entry, without following links; nil if it no longer exists.
    ///
    /// - Parameter path: the entry's path, used only if the directory listing did not include the kind.
    package func kind(at path: DiskPath) throws(EnvironmentError) -> FileStatus.Kind? {
      if let hint { return hint }
      return try FileStatus.of(path, followingLinks: false)?.kind
    }
  }

  /// Everything in `folder` except `.` and `..`, in no particular order.
  package static func entries(of folder: DiskPath) throws(EnvironmentError) -> [Entry] {
    guard let stream = folder.withCString({ opendir($0) }) else {
      throw EnvironmentError("cannot read the folder", folder, code: errno)
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let next = readdir(stream) else {
        if errno != 0 { throw EnvironmentError("cannot read the folder", folder, code: errno) }
        return entries
      }
      if let entry = entry(next) { entries.append(entry) }
    }
  }

  private static func entry(_ raw: UnsafeMutablePointer<dirent>) -> Entry? {
    let type = raw.pointee.d_type
    return withUnsafeBytes(of: &raw.pointee.d_name) { name in
      let bytes = name.prefix { $0 != 0 }
      if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { return nil }
      let valid = String(validating: bytes, as: UTF8.self)
      return Entry(
        name: valid ?? String(decoding: bytes, as: UTF8.self),
        rawName: valid == nil ? bytes.map { CChar(bitPattern: $0) } + [0] : nil, hint: kind(of: type))
    }
  }

  private static func kind(of type: UInt8) -> FileStatus.Kind? {
    switch Int(type) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO): .special("a FIFO")
    case Int(DT_SOCK): .special("a socket")
    case Int(DT_BLK), Int(DT_CHR): .special("a device")
    default: nil
    }
  }

  /// The paths of all regular files below `root`, relative to it, sorted by bytes.
  ///
  /// - Throws: if a folder cannot be read, or a name is not valid UTF-8, so that no path could be used to open the file.
  package static func files(below root: DiskPath) throws(EnvironmentError) -> [String] {
    var files: [String] = []
    try walk(root) { entry, path throws(EnvironmentError) in
      guard entry.isUTF8 else {
        throw EnvironmentError("the name of “\(root.appending(path).shown)” is not valid UTF-8")
      }
      let kind = try entry.kind(at: root.appending(path))
      if kind == .regular { files.append(path) }
      return kind == .folder
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Visits everything below `root`, in no particular order.
  ///
  /// - Parameters:
  ///   - visit: called with each entry and its path relative to `root`; returns whether the entry is a folder whose
  ///     entries are visited too.
  ///   - empty: called with the path of each visited folder that is empty, but not for `root`.
  package static func walk(
    _ root: DiskPath, visit: (Entry, String) throws(EnvironmentError) -> Bool,
    empty: (String) -> Void = { _ in }
  ) throws(EnvironmentError) {
    var open = [""]
    while let folder = open.popLast() {
      let entries = try entries(of: root.appending(folder))
      if entries.isEmpty, !folder.isEmpty { empty(folder) }
      for entry in entries {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if try visit(entry, path) { open.append(path) }
      }
    }
  }
}
