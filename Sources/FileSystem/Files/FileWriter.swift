import CSyscalls

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes files and creates folders.
package enum FileWriter {
  /// Writes `bytes` to `path` atomically: a reader sees either the old file or the whole new one, even if the process is
  /// killed. A pipe or device, such as `/dev/stdout`, is written to.
  ///
  /// - Parameters:
  ///   - durably: whether the bytes are on the disk afterwards, even if the machine stops; this takes a while.
  ///   - other: a file whose permissions the new one gets, if it exists; nil: the old file.
  package static func write(
    _ bytes: [UInt8], to path: DiskPath, durably: Bool = false, permissionsOf other: DiskPath? = nil,
    isExecutable: Bool = false
  ) throws(EnvironmentError) {
    if case .special? = try FileStatus.of(path, followingLinks: true)?.kind {
      return try pass(bytes, to: path)
    }
    var file = try UnfinishedFile(for: path)
    try file.fill(bytes, durably: durably)
    file.copyPermissions(of: other ?? path)
    if isExecutable { file.makeExecutable() }
    try file.replace()
  }

  /// Writes to something that is not a regular file, and must not be replaced by one.
  private static func pass(_ bytes: [UInt8], to path: DiskPath) throws(EnvironmentError) {
    let descriptor = SystemCalls.open(path.text, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
    defer { SystemCalls.close(descriptor) }
    let failure = bytes.withUnsafeBytes { SystemCalls.writeAll(descriptor, $0) }
    if failure != 0 { throw EnvironmentError("cannot write", path, code: failure) }
  }

  /// Writes `bytes` to `path` atomically if nothing is there.
  ///
  /// - Returns: false if something is there; it is not changed.
  package static func writeNew(
    _ bytes: [UInt8], to path: DiskPath, isExecutable: Bool = false
  ) throws(EnvironmentError) -> Bool {
    if try FileStatus.of(path, followingLinks: false) != nil { return false }
    var file = try UnfinishedFile(for: path)
    try file.fill(bytes)
    if isExecutable { file.makeExecutable() }
    return try file.place()
  }

  /// Moves a file, or copies it to another file system. The new path has either what it had or the whole file.
  ///
  /// - Parameter replaces: whether a file that is there is replaced.
  /// - Returns: false if something is there that is not replaced; nothing is changed.
  package static func moveOrCopy(
    _ path: DiskPath, to target: DiskPath, replaces: Bool
  ) throws(EnvironmentError) -> Bool {
    let code: Int32
    if replaces {
      code = rename(path.text, target.text) == 0 ? 0 : errno
    } else {
      code = UnfinishedFile.moveNew(path, to: target)
    }
    switch code {
    case 0: return true
    case EEXIST where !replaces: return false
    case EXDEV:
      let bytes = try FileReader.readAll(path)
      if replaces {
        try write(bytes, to: target, permissionsOf: path)
      } else if try !writeNew(bytes, to: target, isExecutable: access(path.text, X_OK) == 0) {
        return false
      }
      unlink(path.text)
      return true
    default: throw EnvironmentError("cannot write", target, code: code)
    }
  }

  /// Waits until the names in a folder are on the disk.
  ///
  /// - Parameter wholeFileSystem: whether it waits for all files of its file system, too.
  package static func synchronize(
    _ folder: DiskPath, wholeFileSystem: Bool = false
  ) throws(EnvironmentError) {
    let descriptor = SystemCalls.open(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentError("cannot open the folder", folder, code: errno) }
    defer { SystemCalls.close(descriptor) }
    let code = standpoint_synchronize(descriptor, wholeFileSystem ? 1 : 0)
    // Some file systems cannot do this for folders.
    if ![0, EINVAL, ENOTSUP].contains(code) { throw EnvironmentError("cannot write", folder, code: code) }
  }

  /// Whether files can be created in a folder.
  package static func isWritable(_ folder: DiskPath) -> Bool { access(folder.text, W_OK | X_OK) == 0 }

  /// Throws the error of a file that cannot be created in a folder.
  package static func requireWritable(_ folder: DiskPath, for path: DiskPath) throws(EnvironmentError) {
    if !isWritable(folder) { throw EnvironmentError("cannot write", path, code: errno) }
  }

  /// Removes a file, which must exist.
  package static func removeFile(_ path: DiskPath) throws(EnvironmentError) {
    guard unlink(path.text) == 0 else { throw EnvironmentError("cannot remove", path, code: errno) }
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
}
