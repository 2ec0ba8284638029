#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes files and creates folders.
package enum FileWriter {
  /// Writes `bytes` to `path` in one step: a reader finds the old file or the new one, never a part.
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

  /// Writes `bytes` to `path` if there is no such file.
  ///
  /// - Returns: false if there is one, which stays as it is.
  package static func writeNew(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) -> Bool {
    let descriptor = open(path.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    if descriptor < 0, errno == EEXIST { return false }
    try fill(descriptor, at: path, with: bytes, of: path)
    return true
  }

  /// Creates the folder `path` and those above it, if they do not exist.
  package static func makeFolders(_ path: DiskPath) throws(EnvironmentError) {
    if try FileStatus.of(path, followingLinks: true) != nil { return }
    if path.parent != path { try makeFolders(path.parent) }
    guard mkdir(path.text, 0o777) == 0 || errno == EEXIST else {
      throw EnvironmentError("cannot make the folder", path, code: errno)
    }
  }

  /// Creates the folder `path`, which must not exist.
  package static func makeNewFolder(_ path: DiskPath) throws(EnvironmentError) {
    guard mkdir(path.text, 0o777) == 0 else {
      throw EnvironmentError("cannot make the folder", path, code: errno)
    }
  }

  /// Lets everybody run the file.
  package static func makeExecutable(_ path: DiskPath) throws(EnvironmentError) {
    guard chmod(path.text, 0o755) == 0 else {
      throw EnvironmentError("cannot make executable", path, code: errno)
    }
  }

  /// Gives a file or folder another path on the same file system; a file there is replaced.
  ///
  /// - Parameter action: what the message says if it fails, such as `cannot restore`, about `subject` or the new path.
  package static func move(
    _ path: DiskPath, to target: DiskPath, action: String, subject: DiskPath? = nil
  ) throws(EnvironmentError) {
    guard rename(path.text, target.text) == 0 else {
      throw EnvironmentError(action, subject ?? target, code: errno)
    }
  }

  /// Gives a file a second name, where the file system can; otherwise does nothing.
  package static func link(_ path: DiskPath, to target: DiskPath) {
    #if canImport(Glibc)
      _ = Glibc.link(path.text, target.text)
    #else
      _ = Darwin.link(path.text, target.text)
    #endif
  }

  /// Removes a file if that is possible.
  package static func remove(_ path: DiskPath) { unlink(path.text) }

  /// Sets the time of the last change to now, if the system allows it.
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
    // Some file systems (NFS, quotas) report only here that there was no room.
    if SystemCalls.close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      unlink(path.text)
      throw EnvironmentError("cannot write", subject, code: failure)
    }
  }
}
