#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file among an author's own.
enum PlainFile {
  /// Writes `bytes` to `path`, making the folders above it.
  ///
  /// - Parameter replaces: an existing file is replaced in one step; else it is a fault, and stays as it is.
  static func write(_ bytes: [UInt8], to path: DiskPath, replaces: Bool) throws(EnvironmentError) {
    try makeFolder(path.parent)
    let target = replaces ? path.parent.appending(".\(path.name).\(getpid()).new") : path
    let descriptor = openNew(target.text)
    guard descriptor >= 0 else {
      if errno == EEXIST, !replaces { throw exists(path) }
      throw EnvironmentError("cannot write", path, code: errno)
    }
    let failure = bytes.withUnsafeBytes { systemWriteAll(descriptor, $0) }
    closeDescriptor(descriptor)
    if failure != 0 || (replaces && rename(target.text, path.text) != 0) {
      let code = failure != 0 ? failure : errno
      unlink(target.text)
      throw EnvironmentError("cannot write", path, code: code)
    }
  }

  /// The fault of a file that is in the way.
  static func exists(_ path: DiskPath) -> EnvironmentError {
    EnvironmentError(
      "“\(path.shown)” exists already, and is left as it is",
      advice: "give another name with --output, or --force to replace it")
  }

  static func makeFolder(_ folder: DiskPath) throws(EnvironmentError) {
    if try FileStatus.of(folder, followingLinks: true) != nil { return }
    if folder.parent != folder { try makeFolder(folder.parent) }
    guard mkdir(folder.text, 0o777) == 0 || errno == EEXIST else {
      throw EnvironmentError("cannot make the folder", folder, code: errno)
    }
  }

  private static func openNew(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  }
}
