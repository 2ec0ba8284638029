import FileSystem

/// Keeps two builds from writing one output folder at the same time.
enum OutputLock {
  /// How long a build waits for another one before it gives up.
  static let patience = Duration.seconds(120)

  /// Takes the lock of `output`, waiting while another build holds it.
  ///
  /// - Parameter waiting: called once if the wait is longer than a moment.
  static func take(
    _ output: OutputFolder, patience: Duration = patience, waiting: () -> Void
  ) async throws -> FileLock {
    let start = ContinuousClock.now
    var hasSaid = false
    while true {
      if let lock = try FileLock.attempt(output.lock) { return lock }
      let waited = start.duration(to: .now)
      // On a busy machine the first attempt may come late: the build says so and tries again before it gives up.
      if !hasSaid, waited > .milliseconds(300) {
        waiting()
        hasSaid = true
        continue
      }
      if waited > patience {
        throw EnvironmentError(
          "another build has been writing “\(output.path.shown)” for \(waited.components.seconds) seconds",
          advice: "end it, or choose another folder with --output")
      }
      try await Task.sleep(for: .milliseconds(25))
    }
  }
}
