#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock between processes: a locked file that is removed on release. The system releases it when the process ends.
package struct FileLock: Sendable {
  private let descriptor: Int32
  private let path: DiskPath

  /// Takes the lock; nil if another process holds it or has just released it.
  package static func attempt(_ path: DiskPath) throws(EnvironmentError) -> FileLock? {
    let descriptor = open(path.text, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
    let result = flock(descriptor, LOCK_EX | LOCK_NB)
    let code = errno
    // The holder removes the file before it releases the lock, so only a lock on the file that still exists counts.
    if result == 0, let own = FileStatus.of(descriptor: descriptor),
      try FileStatus.of(path, followingLinks: false)?.identity == own.identity
    {
      return FileLock(descriptor: descriptor, path: path)
    }
    SystemCalls.close(descriptor)
    if result != 0, code != EWOULDBLOCK, code != EINTR {
      throw EnvironmentError("cannot lock", path, code: code)
    }
    return nil
  }

  /// Releases the lock. Must be called once.
  package func release() {
    unlink(path.text)
    SystemCalls.close(descriptor)
  }
}
