import Publishing

/// A line on the terminal that shows the progress of long work. Not shown without a terminal or if the work is short.
struct ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let isWanted: Bool

  init(isWanted: Bool) {
    self.isWanted = isWanted && Terminal.standardError.isInteractive
  }

  /// Whether the work has taken long enough to show progress.
  private var isDue: Bool { isWanted && start.duration(to: .now) > .milliseconds(500) }

  func show(_ progress: BuildProgress) {
    guard isDue else { return }
    let count = progress.total > 0 ? " \(progress.done) of \(progress.total)" : ""
    Terminal.standardError.write("\r\u{1B}[K\(Self.words(for: progress.phase))\(count)")
  }

  /// Does the work that this line shows, and then clears the line for other output, even if the work fails.
  func during<Outcome>(_ work: () async throws -> Outcome) async throws -> Outcome {
    defer { clear() }
    return try await work()
  }

  private func clear() {
    if isDue { Terminal.standardError.write("\r\u{1B}[K") }
  }

  private static func words(for phase: BuildPhase) -> String {
    switch phase {
    case .load: "Looking for files"
    case .read: "Reading files"
    case .link: "Linking files"
    case .plan: "Planning pages"
    case .ask: "Checking external links"
    case .write: "Writing files"
    case .index: "Creating the search index"
    }
  }
}
