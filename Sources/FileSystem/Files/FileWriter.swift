#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes files and creates folders.
package enum FileWriter {
  /// Writes `bytes` to `path` atomically: a reader sees either the old file or the whole new one.
  package static func write(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) {
    let draft = path.parent.appending(".\(path.name).\(getpid())")
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    try write(bytes, to: draft, flags, of: path)
    guard rename(draft.text, path.text) == 0 else {
      let code = errno
      unlink(draft.text)
      throw EnvironmentError("cannot write", path, code: code)
    }
  }

  /// Writes `bytes` to `path` if the file does not exist.
  ///
  /// - Returns: false if the file already exists; it is not changed.
  package static func writeNew(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) -> Bool {
    let descriptor = open(path.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    if descriptor < 0, errno == EEXIST { return false }
    try fill(descriptor, at: path, with: bytes, of: path)
    return true
  }

  /// Adds `bytes` to the end of the file, which is created if it does not exist.
  package static func append(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) {
    let descriptor = open(path.text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
    var failure = bytes.withUnsafeBytes { SystemCalls.writeAll(descriptor, $0) }
    if SystemCalls.close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw EnvironmentError("cannot write", path, code: failure) }
  }

  /// Creates the folder `path` and its parent folders, if they do not exist.
  package static func makeFolders(_ path: DiskPath) throws(EnvironmentError) {
    if try FileStatus.of(path, followingLinks: true) != nil { return }
    if path.parent != path { try makeFolders(path.parent) }
    guard mkdir(path.text, 0o777) == 0 || errno == EEXIST else {
      throw EnvironmentError("cannot create the folder", path, code: errno)
    }
  }

  /// Creates the folder `path`, which must not exist.
  package static func makeNewFolder(_ path: DiskPath) throws(EnvironmentError) {
    guard mkdir(path.text, 0o777) == 0 else {
      throw EnvironmentError("cannot create the folder", path, code: errno)
    }
  }

  /// Makes the file executable for everyone.
  package static func makeExecutable(_ path: DiskPath) throws(EnvironmentError) {
    guard chmod(path.text, 0o755) == 0 else {
      throw EnvironmentError("cannot make executable", path, code: errno)
    }
  }

  /// Moves a file or folder within a file system. An existing file at the new path is replaced.
  ///
  /// - Parameter action: what the message says if it fails, such as `cannot restore`, about `subject` or the new path.
  package static func move(
    _ path: DiskPath, to target: DiskPath, action: String, subject: DiskPath? = nil
  ) throws(EnvironmentError) {
    guard rename(path.text, target.text) == 0 else {
      throw EnvironmentError(action, subject ?? target, code: errno)
    }
  }

  /// Creates a hard link to a file; does nothing if the file system does not support it.
  package static func link(_ path: DiskPath, to target: DiskPath) {
    #if canImport(Glibc)
      _ = Glibc.link(path.text, target.text)
    #else
      _ = Darwin.link(path.text, target.text)
    #endif
  }

  /// Removes a file, ignoring errors.
  package static func remove(_ path: DiskPath) { unlink(path.text) }

  /// Sets the modification time to now, ignoring errors.
  package static func touch(_ path: DiskPath) { utimensat(AT_FDCWD, path.text, nil, 0) }

  private static func write(
    _ bytes: [UInt8], to path: DiskPath, _ flags: Int32, of subject: DiskPath
  ) throws(EnvironmentError) {
    try fill(open(path.text, flags, 0o666), at: path, with: bytes, of: subject)
  }

  /// Writes to a file that was just opened; -1 if that failed.
  private static func fill(
    _ descriptor: Int32, at path: DiskPath, with bytes: [UInt8], of subject: DiskPath
  ) throws(EnvironmentError) {
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", subject, code: errno) }
    var failure = bytes.withUnsafeBytes { SystemCalls.writeAll(descriptor, $0) }
    // Some file systems (NFS, quotas) report a full disk only here.
    if SystemCalls.close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      unlink(path.text)
      throw EnvironmentError("cannot write", subject, code: failure)
    }
  }
}
