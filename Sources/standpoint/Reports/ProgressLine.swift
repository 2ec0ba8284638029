import Publishing

/// One line on a terminal that tells how far long work is; none when nobody looks or the work is short.
struct ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let isWanted: Bool

  init(isWanted: Bool) {
    self.isWanted = isWanted && Terminal.standardError.isInteractive
  }

  /// Work that is done sooner is not worth a line.
  private var isDue: Bool { isWanted && start.duration(to: .now) > .milliseconds(500) }

  func show(_ progress: BuildProgress) {
    guard isDue else { return }
    let count = progress.total > 0 ? " \(progress.done) of \(progress.total)" : ""
    Terminal.standardError.write("\r\u{1B}[K\(Self.words(for: progress.phase))\(count)")
  }

  /// Leaves the line empty, ready for other words.
  func clear() {
    if isDue { Terminal.standardError.write("\r\u{1B}[K") }
  }

  private static func words(for phase: BuildPhase) -> String {
    switch phase {
    case .load: "Looking for files"
    case .read: "Reading files"
    case .link: "Linking files"
    case .plan: "Planning pages"
    case .ask: "Asking other sites"
    case .write: "Writing files"
    case .index: "Making the search index"
    }
  }
}
