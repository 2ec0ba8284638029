/// Collects changes until they can be processed together.
///
/// A file that was closed after writing or renamed into place is due immediately, together with all waiting changes. Other
/// changes (a partly written file, or one moved away by an editor that is about to replace it) are due after a short time
/// without further changes.
package struct PendingChanges: Sendable {
  /// How long a file must be unchanged before its changes are due.
  static let quietTime = Duration.milliseconds(60)
  /// The maximum wait, even if changes continue.
  static let longestWait = Duration.milliseconds(400)

  private var changes = FileChanges()
  private var due: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  package init() {}

  /// - Parameters:
  ///   - path: the changed file; nil if unknown.
  ///   - isSettled: whether the file is complete.
  package mutating func add(_ path: String?, isSettled: Bool, at now: ContinuousClock.Instant) {
    if let path { changes.paths.insert(path) } else { changes.isVague = true }
    let latest = latest ?? now + Self.longestWait
    self.latest = latest
    if isSettled {
      due = now
    } else if due.map({ $0 > now }) ?? true {
      due = min(now + Self.quietTime, latest)
    }
  }

  /// The time until changes are due: zero if they are due now, nil if there are none.
  package func wait(at now: ContinuousClock.Instant) -> Duration? {
    due.map { max(.zero, now.duration(to: $0)) }
  }

  /// Returns and removes all waiting changes; nil if nothing is due.
  package mutating func take(at now: ContinuousClock.Instant) -> FileChanges? {
    guard let due, due <= now else { return nil }
    defer { self = PendingChanges() }
    return changes
  }
}
