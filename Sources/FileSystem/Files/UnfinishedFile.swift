import CSyscalls

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is being written. It gets its name in one step when it is complete, so that no reader sees a part of it.
///
/// Until then it has no name where the file system supports that, so that nothing is left of it if the process is killed.
/// Elsewhere, and while it takes the place of an old file, it has a name that begins with `prefix` and is locked: such a file
/// without a lock is abandoned, and `removeAbandoned` removes it.
package struct UnfinishedFile: ~Copyable {
  /// What the names of unfinished files begin with. Sites that `standpoint init` made have it in `.gitignore`.
  package static let prefix = ".unfinished.standpoint-"

  private let descriptor: Int32
  /// Where the file goes.
  private let path: DiskPath
  /// Its name until then; nil: it has none.
  private var draft: DiskPath?

  /// Creates an empty file in the folder of `path`.
  ///
  /// - Parameter isNamed: whether it has a name, even where that is not necessary.
  package init(for path: DiskPath, isNamed: Bool = false) throws(EnvironmentError) {
    self.path = path
    let unnamed = isNamed ? -ENOTSUP : standpoint_open_unnamed(path.parent.text)
    if unnamed >= 0 {
      descriptor = unnamed
      return
    }
    guard [ENOTSUP, EOPNOTSUPP, EISDIR, EINVAL, ENOSYS].contains(-unnamed) else {
      throw EnvironmentError("cannot write", path, code: -unnamed)
    }
    (descriptor, draft) = try Self.named(for: path)
  }

  deinit {
    if let draft { unlink(draft.text) }
    SystemCalls.close(descriptor)
  }

  /// Writes to the end of the file.
  ///
  /// - Parameter durably: whether the bytes are on the disk afterwards, even if the machine stops.
  package mutating func fill(_ bytes: [UInt8], durably: Bool = false) throws(EnvironmentError) {
    var failure = bytes.withUnsafeBytes { SystemCalls.writeAll(descriptor, $0) }
    // Some file systems (NFS, quotas) report a full disk only later.
    if durably, failure == 0, fsync(descriptor) != 0 { failure = errno }
    guard failure == 0 else { throw EnvironmentError("cannot write", path, code: failure) }
  }

  /// Gives the file the permissions of the file at `other`, if there is one.
  package func copyPermissions(of other: DiskPath) {
    guard let status = (try? FileStatus.of(other, followingLinks: true)) ?? nil, status.kind == .regular
    else { return }
    fchmod(descriptor, status.mode & 0o777)
  }

  /// Makes the file executable for everyone.
  package func makeExecutable() { fchmod(descriptor, 0o755) }

  /// Gives the file its name; a file that has it is replaced.
  package consuming func replace() throws(EnvironmentError) {
    if draft == nil {
      let code = standpoint_name_unnamed(descriptor, path.text)
      if code == 0 { return }
      if code != EEXIST { throw EnvironmentError("cannot write", path, code: code) }
      flock(descriptor, LOCK_EX | LOCK_NB)
      draft = try nameBeside()
    }
    guard let from = draft, rename(from.text, path.text) == 0 else {
      throw EnvironmentError("cannot write", path, code: errno)
    }
    draft = nil
  }

  /// Gives the file its name unless something else has it.
  ///
  /// - Returns: false if something else has it; it is not changed.
  package consuming func place() throws(EnvironmentError) -> Bool {
    let code = draft.map { Self.moveNew($0, to: path) } ?? standpoint_name_unnamed(descriptor, path.text)
    if code == EEXIST { return false }
    guard code == 0 else { throw EnvironmentError("cannot write", path, code: code) }
    draft = nil
    return true
  }

  /// Moves a file, unless something is at the new path. Returns 0 or `errno`, such as `EEXIST`.
  static func moveNew(_ path: DiskPath, to target: DiskPath) -> Int32 {
    let code = standpoint_move_new(path.text, target.text)
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code) else { return code }
    // NFS has links instead.
    if link(path.text, target.text) == 0 { return unlink(path.text) == 0 ? 0 : errno }
    if errno == EEXIST { return EEXIST }
    if access(target.text, F_OK) == 0 { return EEXIST }
    return rename(path.text, target.text) == 0 ? 0 : errno
  }

  private func nameBeside() throws(EnvironmentError) -> DiskPath {
    while true {
      let draft = Self.newName(beside: path)
      let code = standpoint_name_unnamed(descriptor, draft.text)
      if code == 0 { return draft }
      if code != EEXIST { throw EnvironmentError("cannot write", path, code: code) }
    }
  }

  private static func newName(beside path: DiskPath) -> DiskPath {
    path.parent.appending(prefix + String(UInt64.random(in: 0...UInt64.max), radix: 36))
  }

  /// A new, locked file with a name.
  private static func named(for path: DiskPath) throws(EnvironmentError) -> (Int32, DiskPath) {
    while true {
      let draft = newName(beside: path)
      let descriptor = open(draft.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
      // Another process may take the file for an abandoned one before the lock.
      if hold(descriptor, draft) { return (descriptor, draft) }
      SystemCalls.close(descriptor)
    }
  }

  /// Locks an open file or folder that this process has created; false if another process has locked or removed it.
  static func hold(_ descriptor: Int32, _ path: DiskPath) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || [ENOTSUP, EOPNOTSUPP, ENOLCK].contains(errno) else {
      return false
    }
    let found = (try? FileStatus.of(path, followingLinks: false)) ?? nil
    return found?.identity == FileStatus.of(descriptor: descriptor)?.identity
  }

  // MARK: Abandoned files

  /// Removes unfinished files in `folder` whose writer was killed. Failures are ignored.
  package static func removeAbandoned(in folder: DiskPath) {
    guard let entries = try? FolderListing.entries(of: folder) else { return }
    for entry in entries where entry.name.hasPrefix(prefix) { removeIfAbandoned(folder.appending(entry)) }
  }

  /// Removes the unfinished file at `path` if its writer was killed. Failures are ignored.
  package static func removeIfAbandoned(_ path: DiskPath) {
    let descriptor = SystemCalls.open(path.text, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { SystemCalls.close(descriptor) }
    guard FileStatus.of(descriptor: descriptor)?.kind == .regular,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    let found = (try? FileStatus.of(path, followingLinks: false)) ?? nil
    if found?.identity == FileStatus.of(descriptor: descriptor)?.identity { unlink(path.text) }
  }
}
