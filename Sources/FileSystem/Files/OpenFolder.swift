#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that is kept open, so that files in it can be accessed by short relative paths. Several threads can use it at
/// the same time, each for different files.
package struct OpenFolder: Sendable {
  private let descriptor: Int32
  private let path: DiskPath

  private static let pieceSize = 65_536

  /// Opens an existing folder. Throws if it is a symbolic link.
  package init(_ path: DiskPath) throws(EnvironmentError) {
    descriptor = SystemCalls.open(path.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw EnvironmentError("cannot open the folder", path, code: errno) }
    self.path = path
  }

  /// Closes the folder. Must be called once, at the end.
  package func close() { SystemCalls.close(descriptor) }

  /// Copies the permissions of another folder.
  package func copyPermissions(of other: OpenFolder) {
    if let mode = FileStatus.of(descriptor: other.descriptor)?.mode { fchmod(descriptor, mode & 0o7777) }
  }

  // Comparing

  /// Whether the regular file at `path` contains exactly `bytes`.
  package func holds(_ bytes: [UInt8], at path: String) -> Bool {
    guard let file = openFile(path, size: bytes.count) else { return false }
    defer { SystemCalls.close(file) }
    return bytes.withUnsafeBytes { wanted in
      withUnsafeTemporaryAllocation(byteCount: Self.pieceSize, alignment: 1) { piece in
        Self.matches(wanted, file, piece)
      }
    }
  }

  /// Whether the regular file at `path` has the same content as `source`. Reads `source` to the end if it does.
  package func holds(_ source: borrowing OpenFile, at path: String) -> Bool {
    guard let file = openFile(path, size: source.size) else { return false }
    defer { SystemCalls.close(file) }
    return Self.isSame(source.descriptor, file)
  }

  fileprivate static func isSame(_ first: Int32, _ second: Int32) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: 1) { wanted in
      withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: 1) { piece in
        while true {
          guard let count = SystemCalls.fill(wanted, from: first) else { return false }
          if count == 0 { return true }
          if !matches(UnsafeRawBufferPointer(rebasing: wanted[..<count]), second, piece) { return false }
        }
      }
    }
  }

  /// Opens the file at `path`; nil if it is not a regular file of this size.
  private func openFile(_ path: String, size: Int) -> Int32? {
    let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    if let status = FileStatus.of(descriptor: file), status.kind == .regular, status.size == size {
      return file
    }
    SystemCalls.close(file)
    return nil
  }

  /// Whether the next bytes of `descriptor` equal `wanted`.
  private static func matches(
    _ wanted: UnsafeRawBufferPointer, _ descriptor: Int32, _ piece: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var rest = wanted[...]
    while !rest.isEmpty {
      let part = UnsafeMutableRawBufferPointer(rebasing: piece.prefix(rest.count))
      guard let count = SystemCalls.fill(part, from: descriptor), count == part.count else { return false }
      guard let left = UnsafeRawBufferPointer(rebasing: rest).baseAddress, let right = part.baseAddress,
        memcmp(left, right, count) == 0
      else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  // Writing

  /// Writes a new file and creates its parent folders.
  package func write(_ bytes: [UInt8], to path: String) throws(EnvironmentError) {
    let file = try create(path)
    try finish(file, path, bytes.withUnsafeBytes { SystemCalls.writeAll(file, $0) })
  }

  /// Writes a new file piece by piece and creates its parent folders.
  ///
  /// - Parameter pieces: passes each piece of the file, in order, to the function that it gets.
  package func write(
    to path: String, pieces: ((ArraySlice<UInt8>) -> Void) -> Void
  ) throws(EnvironmentError) {
    let file = try create(path)
    var failure: Int32 = 0
    pieces { piece in
      if failure == 0 { failure = piece.withUnsafeBytes { SystemCalls.writeAll(file, $0) } }
    }
    try finish(file, path, failure)
  }

  /// Copies the rest of `source` to a new file.
  package func copy(_ source: borrowing OpenFile, to path: String) throws(EnvironmentError) {
    let file = try create(path)
    try finish(file, path, SystemCalls.copy(source.descriptor, to: file))
  }

  /// Creates a hard link at `path` to the file at the same path in another folder, or a copy if the file system does not
  /// support hard links.
  package func link(_ path: String, from other: OpenFolder) throws(EnvironmentError) {
    if linkat(other.descriptor, path, descriptor, path, 0) == 0 { return }
    if errno == ENOENT {
      try makeFolders(of: path)
      if linkat(other.descriptor, path, descriptor, path, 0) == 0 { return }
    }
    let source = openat(other.descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { throw EnvironmentError("cannot read", other.path.appending(path), code: errno) }
    defer { SystemCalls.close(source) }
    let file = try create(path)
    try finish(file, path, SystemCalls.copy(source, to: file))
  }

  private func create(_ path: String) throws(EnvironmentError) -> Int32 {
    let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
    // Nearly every page is the first file of its folder.
    if path.utf8.suffix(11).elementsEqual("/index.html".utf8) { try makeFolders(of: path) }
    var file = openat(descriptor, path, flags, 0o666)
    if file < 0, errno == ENOENT {
      try makeFolders(of: path)
      file = openat(descriptor, path, flags, 0o666)
    }
    guard file >= 0 else { throw EnvironmentError("cannot write", self.path.appending(path), code: errno) }
    return file
  }

  private func finish(_ file: Int32, _ path: String, _ failure: Int32) throws(EnvironmentError) {
    // Some file systems (NFS, quotas) report a full disk only here.
    let closing = SystemCalls.close(file) == 0 ? 0 : errno
    let code = failure != 0 ? failure : closing
    if code != 0, code != EINTR {
      throw EnvironmentError("cannot write", self.path.appending(path), code: code)
    }
  }

  /// Creates the folders above `path` that do not exist, beginning with the nearest: mostly it is the only one.
  private func makeFolders(of path: String) throws(EnvironmentError) {
    let ends = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
    var missing = ends[...]
    while let end = missing.popLast() {
      if try makeFolder(String(path[..<end])) { break }
    }
    for end in ends.dropFirst(missing.count + 1) { _ = try makeFolder(String(path[..<end])) }
  }

  /// Creates a folder unless it exists; false if the one above it does not exist.
  private func makeFolder(_ path: String) throws(EnvironmentError) -> Bool {
    if mkdirat(descriptor, path, 0o777) == 0 || errno == EEXIST { return true }
    if errno == ENOENT, path.utf8.contains(UInt8(ascii: "/")) { return false }
    throw EnvironmentError("cannot create the folder", self.path.appending(path), code: errno)
  }
}

/// A regular file that is open for reading. Closed on deinitialization.
package struct OpenFile: ~Copyable {
  fileprivate let descriptor: Int32
  private let path: DiskPath
  /// In bytes.
  package let size: Int

  /// Throws if the file cannot be read or is not a regular file.
  ///
  /// - Parameter enclosure: where the file must be; nil: anywhere.
  package init(_ path: DiskPath, within enclosure: Enclosure? = nil) throws(EnvironmentError) {
    try self.init(path, flags: 0, within: enclosure)
  }

  private init(
    _ path: DiskPath, flags: Int32, within enclosure: Enclosure? = nil
  ) throws(EnvironmentError) {
    let descriptor = SystemCalls.open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
    guard descriptor >= 0 else { throw EnvironmentError("cannot read", path, code: errno) }
    guard let status = FileStatus.of(descriptor: descriptor), status.kind == .regular else {
      SystemCalls.close(descriptor)
      throw FileReader.notRegular(path)
    }
    do throws(EnvironmentError) {
      try enclosure?.check(descriptor, path)
    } catch {
      SystemCalls.close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.path = path
    size = status.size
  }

  deinit { SystemCalls.close(descriptor) }

  /// Goes back to the start of the file.
  package func rewind() throws(EnvironmentError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw EnvironmentError("cannot read", path, code: errno)
    }
  }

  /// Whether the regular file at `other` has the same content; false if it does not exist or is a symbolic link.
  package func isSame(as other: DiskPath) -> Bool {
    guard let second = try? OpenFile(other, flags: O_NOFOLLOW), second.size == size else { return false }
    return OpenFolder.isSame(descriptor, second.descriptor)
  }
}
