/// The steps of a build and of a check, in order.
public enum BuildPhase: String, Sendable, Hashable, CaseIterable {
  case load, read, link, plan, ask, write
  /// Making the search index; its time counts with `write`.
  case index
}

/// How far a build is.
public struct BuildProgress: Sendable, Hashable {
  public let phase: BuildPhase
  /// Files or pages that are done.
  public let done: Int
  /// Files or pages in all; 0 when the step cannot say.
  public let total: Int
}

/// How long the steps of a build took.
public struct PhaseTimes: Sendable, Hashable {
  public private(set) var entries: [Entry] = []

  public struct Entry: Sendable, Hashable {
    public let phase: BuildPhase
    public let duration: Duration
  }

  /// All steps together.
  public var total: Duration { entries.reduce(.zero) { $0 + $1.duration } }

  mutating func add(_ phase: BuildPhase, since start: ContinuousClock.Instant) {
    entries.append(Entry(phase: phase, duration: start.duration(to: .now)))
  }
}
