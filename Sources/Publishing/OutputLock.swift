#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps two builds from writing one output folder at the same time; gone with the process, however that ends.
struct OutputLock: Sendable {
  private let descriptor: Int32
  private let path: DiskPath

  /// How long a build waits for another one before it gives up.
  static let patience = Duration.seconds(120)

  /// Takes the lock of `output`, and waits while another build holds it.
  ///
  /// - Parameter waiting: called once if the wait is longer than a moment.
  static func take(
    _ output: OutputFolder, patience: Duration = patience, waiting: () -> Void
  ) async throws -> OutputLock {
    let start = ContinuousClock.now
    var hasSaid = false
    while true {
      if let lock = try attempt(output.lock) { return lock }
      let waited = start.duration(to: .now)
      // On a busy machine the first look back may come late: it is said, and tried again, before the build gives up.
      if !hasSaid, waited > .milliseconds(300) {
        waiting()
        hasSaid = true
        continue
      }
      if waited > patience {
        throw EnvironmentError(
          "another build has been writing “\(output.path.shown)” for \(waited.components.seconds) seconds",
          advice: "end it, or give another folder with --output")
      }
      try await Task.sleep(for: .milliseconds(25))
    }
  }

  /// Nil: another process holds the lock, or let go of it just now.
  private static func attempt(_ path: DiskPath) throws(EnvironmentError) -> OutputLock? {
    let descriptor = open(path.text, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw EnvironmentError("cannot write", path, code: errno) }
    let result = flock(descriptor, LOCK_EX | LOCK_NB)
    let code = errno
    // The holder removes the file before it lets go, so only a lock on the file that is still there counts.
    if result == 0, let mine = FileStatus.of(descriptor: descriptor),
      try FileStatus.of(path, followingLinks: false)?.identity == mine.identity
    {
      return OutputLock(descriptor: descriptor, path: path)
    }
    close(descriptor)
    if result != 0, code != EWOULDBLOCK, code != EINTR {
      throw EnvironmentError("cannot lock", path, code: code)
    }
    return nil
  }

  /// Lets the next build in; to be called once.
  func release() {
    unlink(path.text)
    close(descriptor)
  }
}
