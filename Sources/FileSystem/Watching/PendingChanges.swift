/// Changes that wait to be acted on.
///
/// A file that was closed after writing or renamed into place counts at once, and takes along what waits. All
/// else (a file half written, or moved away by an editor that will put another in its place) has to stay quiet
/// for a moment first.
package struct PendingChanges: Sendable {
  package static let quietTime = Duration.milliseconds(60)
  /// However restless it is, nothing waits longer.
  package static let longestWait = Duration.milliseconds(400)

  private var changes = FileChanges()
  private var due: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  package init() {}

  /// - Parameters:
  ///   - path: nil: it is not known what has changed.
  ///   - isSettled: the file is whole as it is.
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

  /// How long until there is something to take: zero for now, nil when nothing waits.
  package func wait(at now: ContinuousClock.Instant) -> Duration? {
    due.map { max(.zero, now.duration(to: $0)) }
  }

  /// Everything that waits, once; nil when nothing is due.
  package mutating func take(at now: ContinuousClock.Instant) -> FileChanges? {
    guard let due, due <= now else { return nil }
    defer { self = PendingChanges() }
    return changes
  }
}
