#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The kind, size, identity and modification time of a file.
package struct FileStatus: Sendable, Hashable {
  /// The kind of a file.
  package enum Kind: Sendable, Hashable {
    case regular, folder, link
    /// A FIFO, a socket or a device; described in words.
    case special(String)
  }

  /// Regular file, folder, symbolic link or special file.
  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// Device and inode.
  package let identity: Identity
  /// The modification time in nanoseconds since 1970.
  package let modified: Int
  /// Permissions and type, as in stat(2).
  let mode: mode_t

  /// Identifies a file independently of its path.
  package struct Identity: Sendable, Hashable {
    let device: UInt64
    package let inode: UInt64
  }

  private init(_ raw: stat) {
    kind = Self.kind(of: raw.st_mode)
    size = Int(raw.st_size)
    identity = Identity(device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(raw.st_ino))
    #if canImport(Glibc)
      modified = Int(raw.st_mtim.tv_sec) * 1_000_000_000 + Int(raw.st_mtim.tv_nsec)
    #else
      modified = Int(raw.st_mtimespec.tv_sec) * 1_000_000_000 + Int(raw.st_mtimespec.tv_nsec)
    #endif
    mode = raw.st_mode
  }

  /// The status of the file at `path`; nil if it does not exist.
  ///
  /// - Parameter followingLinks: whether a symbolic link counts as its target or as itself.
  package static func of(_ path: DiskPath, followingLinks: Bool) throws(EnvironmentError) -> FileStatus? {
    var raw = stat()
    let result = path.withCString { followingLinks ? stat($0, &raw) : lstat($0, &raw) }
    if result == 0 { return FileStatus(raw) }
    let code = errno
    if code == ENOENT || code == ENOTDIR { return nil }
    throw EnvironmentError("cannot read the status of", path, code: code)
  }

  /// The status of an open file; nil if the system call fails.
  static func of(descriptor: Int32) -> FileStatus? {
    var raw = stat()
    return fstat(descriptor, &raw) == 0 ? FileStatus(raw) : nil
  }

  private static func kind(of mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .special("a FIFO")
    case S_IFSOCK: .special("a socket")
    case S_IFBLK, S_IFCHR: .special("a device")
    default: .special("not a regular file")
    }
  }
}
