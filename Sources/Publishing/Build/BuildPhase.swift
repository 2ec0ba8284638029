/// The steps of a build or a check, in order.
package enum BuildPhase: String, Sendable, Hashable, CaseIterable {
  case load, read, link, plan, ask, write
  /// Creating the search index; its duration counts towards `write`.
  case index
}

/// The progress of a build.
package struct BuildProgress: Sendable, Hashable {
  /// The current step.
  package let phase: BuildPhase
  /// The number of files or pages done.
  package let done: Int
  /// The total number of files or pages; 0 if unknown.
  package let total: Int
}

/// The durations of the steps of a build.
package struct PhaseTimes: Sendable, Hashable {
  /// The steps in the order in which they ran.
  package private(set) var entries: [Entry] = []

  /// One step and its duration.
  package struct Entry: Sendable, Hashable {
    package let phase: BuildPhase
    package let duration: Duration
  }

  /// The duration of all steps.
  package var total: Duration { entries.reduce(.zero) { $0 + $1.duration } }

  mutating func add(_ phase: BuildPhase, since start: ContinuousClock.Instant) {
    entries.append(Entry(phase: phase, duration: start.duration(to: .now)))
  }
}
