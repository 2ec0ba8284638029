#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock between processes: a locked file that is removed on release. The system releases it when the process ends.
package struct FileLock: Sendable {
  /// A program that inherits it holds the lock, too, until it ends.
  let descriptor: Int32
  private let path: DiskPath

  /// Takes the lock; nil if another process holds it or has just released it.
  package static func attempt(_ path: DiskPath) throws(EnvironmentError) -> FileLock? {
    let descriptor = open(path.text, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
    do throws(EnvironmentError) {
      if try lock(descriptor, path) { return FileLock(descriptor: descriptor, path: path) }
    } catch {
      SystemCalls.close(descriptor)
      throw error
    }
    SystemCalls.close(descriptor)
    return nil
  }

  /// Takes the lock, and waits while another process holds it.
  ///
  /// - Returns: nil if that takes longer than `patience`.
  package static func wait(
    for path: DiskPath, atMost patience: Duration
  ) throws(EnvironmentError) -> FileLock? {
    let end = ContinuousClock.now.advanced(by: patience)
    while true {
      if let lock = try attempt(path) { return lock }
      if ContinuousClock.now > end { return nil }
      usleep(20_000)
    }
  }

  /// Whether a process holds the lock at `path` now; nothing is created.
  package static func isHeld(_ path: DiskPath) -> Bool {
    let descriptor = SystemCalls.open(path.text, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { SystemCalls.close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Locks the open file; false if another process holds the lock, or has removed the file.
  private static func lock(_ descriptor: Int32, _ path: DiskPath) throws(EnvironmentError) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK || errno == EINTR { return false }
      throw EnvironmentError("cannot lock", path, code: errno)
    }
    // The holder removes the file before it releases the lock, so only a lock on the file that still exists counts.
    guard let own = FileStatus.of(descriptor: descriptor) else { return false }
    return try FileStatus.of(path, followingLinks: false)?.identity == own.identity
  }

  /// Releases the lock. Must be called once.
  package func release() {
    unlink(path.text)
    SystemCalls.close(descriptor)
  }
}
