import FileSystem

/// Prevents two builds from writing the same output folder at the same time.
enum OutputLock {
  /// How long a build waits for another build before it gives up.
  static let patience = Duration.seconds(120)

  /// Takes the lock of `output`; waits while another build holds it.
  ///
  /// - Parameter waiting: called once if the wait takes longer than 0.3 seconds.
  static func take(
    _ output: OutputFolder, patience: Duration = patience, waiting: () -> Void
  ) async throws -> FileLock {
    let start = ContinuousClock.now
    var hasSaid = false
    while true {
      if let lock = try FileLock.attempt(output.lock) { return lock }
      let waited = start.duration(to: .now)
      // On a busy machine the first attempt may be late: report the wait and try again before giving up.
      if !hasSaid, waited > .milliseconds(300) {
        waiting()
        hasSaid = true
        continue
      }
      if waited > patience {
        throw EnvironmentError(
          "another build has been writing “\(output.path.shown)” for \(waited.components.seconds) seconds",
          advice: "stop that build, or choose another folder with --output")
      }
      try await Task.sleep(for: .milliseconds(25))
    }
  }
}
