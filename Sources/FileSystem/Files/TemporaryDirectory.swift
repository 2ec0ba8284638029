#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that exists during one call, is accessible only to the current user, and is removed at the end.
///
/// It is locked during the call. One without a lock is abandoned: its process was killed, and the next call that needs a
/// folder removes it.
package enum TemporaryDirectory {
  /// What the names of the folders begin with.
  static let prefix = "standpoint-tmp-"

  /// Calls `work` with a new folder, and removes the folder afterwards.
  ///
  /// - Throws: the error of `work`, or one if the folder cannot be created or removed.
  package static func with<Result>(
    _ work: (DiskPath) async throws(EnvironmentError) -> Result
  ) async throws(EnvironmentError) -> Result {
    let base = base
    removeAbandoned(in: base)
    let (folder, lock) = try make(in: base)
    defer { SystemCalls.close(lock) }
    let result: Result
    do {
      result = try await work(folder)
    } catch {
      // The first error is the one to report.
      try? FolderRemoval.removeAll(folder)
      throw error
    }
    try FolderRemoval.removeAll(folder)
    return result
  }

  private static var base: DiskPath {
    let parent = Variables.value("TMPDIR") ?? ""
    return DiskPath(parent.isEmpty ? "/tmp" : parent)
  }

  /// A new folder, and the open descriptor that holds its lock.
  static func make(in base: DiskPath) throws(EnvironmentError) -> (folder: DiskPath, lock: Int32) {
    while true {
      var template = Array((base.text + "/" + prefix + "XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else {
        throw EnvironmentError("cannot create a folder in", base, code: errno)
      }
      let name = template.dropLast().map { UInt8(bitPattern: $0) }
      let folder = DiskPath(String(decoding: name, as: UTF8.self))
      let lock = open(folder)
      // Another process may take the folder for an abandoned one before the lock.
      if lock >= 0, UnfinishedFile.hold(lock, folder) { return (folder, lock) }
      if lock < 0, errno != ENOENT {
        throw EnvironmentError("cannot open the folder", folder, code: errno)
      }
      if lock >= 0 { SystemCalls.close(lock) }
    }
  }

  /// Removes the folders of the current user in `base` whose process was killed. Failures are ignored.
  static func removeAbandoned(in base: DiskPath) {
    guard let entries = try? FolderListing.entries(of: base) else { return }
    for entry in entries where entry.name.hasPrefix(prefix) {
      let folder = base.appending(entry)
      let lock = open(folder)
      guard lock >= 0 else { continue }
      if isOwn(lock), flock(lock, LOCK_EX | LOCK_NB) == 0 { try? FolderRemoval.removeAll(folder) }
      SystemCalls.close(lock)
    }
  }

  private static func open(_ folder: DiskPath) -> Int32 {
    SystemCalls.open(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
  }

  private static func isOwn(_ descriptor: Int32) -> Bool {
    var raw = stat()
    return fstat(descriptor, &raw) == 0 && raw.st_uid == geteuid()
  }
}
