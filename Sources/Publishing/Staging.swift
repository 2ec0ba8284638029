#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The new site while it is made, beside the old one; used by several threads, each with its own files.
struct Staging: Sendable {
  /// What became of one file.
  enum Outcome: Sendable, Hashable {
    /// It is in the staging folder.
    case written
    /// The old site has the same bytes; nothing has been done yet.
    case unchanged
  }

  /// The staging folder, open.
  private let new: Int32
  /// The output folder, open; nil: there is no old site.
  private let old: Int32?
  private let folder: DiskPath

  /// Makes an empty staging folder for `output`.
  init(_ output: OutputFolder, hasOld: Bool) throws(EnvironmentError) {
    folder = output.staging
    guard mkdir(folder.text, 0o777) == 0 else {
      throw EnvironmentError("cannot make the folder", folder, code: errno)
    }
    new = try Self.open(folder)
    if hasOld {
      let old = try Self.open(output.path)
      if let mode = FileStatus.of(descriptor: old)?.mode { fchmod(new, mode & 0o7777) }
      self.old = old
    } else {
      old = nil
    }
  }

  private static func open(_ folder: DiskPath) throws(EnvironmentError) -> Int32 {
    let descriptor = openFile(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw EnvironmentError("cannot open the folder", folder, code: errno) }
    return descriptor
  }

  /// To be called once, when all work is done.
  func close() {
    closeDescriptor(new)
    if let old { closeDescriptor(old) }
  }

  /// Writes a page, unless the old site has the same.
  func place(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> Outcome {
    if let old, PreviousFile.holds(bytes, at: path, in: old) { return .unchanged }
    let descriptor = try create(path)
    let failure = bytes.withUnsafeBytes { systemWriteAll(descriptor, $0) }
    try finish(descriptor, path, failure)
    return .written
  }

  /// Copies an author's file, unless the old site has the same.
  func place(_ asset: Asset) throws(EnvironmentError) -> Outcome {
    let source = openFile(asset.source.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard source >= 0 else { throw EnvironmentError("cannot read", asset.source, code: errno) }
    defer { closeDescriptor(source) }
    guard let status = FileStatus.of(descriptor: source), status.kind == .regular else {
      throw EnvironmentError("cannot read “\(asset.source.shown)”: it is not a regular file")
    }
    if let old, PreviousFile.equals(source, size: status.size, at: asset.path, in: old) { return .unchanged }
    guard lseek(source, 0, SEEK_SET) == 0 else {
      throw EnvironmentError("cannot read", asset.source, code: errno)
    }
    let descriptor = try create(asset.path)
    try finish(descriptor, asset.path, FileCopy.copy(source, to: descriptor))
    return .written
  }

  /// Takes over a file that is unchanged: as a second name of the old file, or a copy where the file system
  /// knows no second names.
  func keep(_ path: String) throws(EnvironmentError) {
    guard let old else { return }
    if linkat(old, path, new, path, 0) == 0 { return }
    if errno == ENOENT {
      try makeFolders(of: path)
      if linkat(old, path, new, path, 0) == 0 { return }
    }
    let source = openat(old, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { throw EnvironmentError("cannot read", folder.appending(path), code: errno) }
    defer { closeDescriptor(source) }
    let descriptor = try create(path)
    try finish(descriptor, path, FileCopy.copy(source, to: descriptor))
  }

  private func create(_ path: String) throws(EnvironmentError) -> Int32 {
    let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
    var descriptor = openat(new, path, flags, 0o666)
    if descriptor < 0, errno == ENOENT {
      try makeFolders(of: path)
      descriptor = openat(new, path, flags, 0o666)
    }
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", folder.appending(path), code: errno) }
    return descriptor
  }

  private func finish(_ descriptor: Int32, _ path: String, _ failure: Int32) throws(EnvironmentError) {
    // Some file systems (NFS, quotas) tell only at the end that there was no room.
    let closing = closeDescriptor(descriptor) == 0 ? 0 : errno
    let code = failure != 0 ? failure : closing
    if code != 0, code != EINTR { throw EnvironmentError("cannot write", folder.appending(path), code: code) }
  }

  private func makeFolders(of path: String) throws(EnvironmentError) {
    for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: "/") {
      guard mkdirat(new, String(path[..<index]), 0o777) != 0, errno != EEXIST else { continue }
      throw EnvironmentError("cannot make the folder", folder.appending(String(path[..<index])), code: errno)
    }
  }
}
