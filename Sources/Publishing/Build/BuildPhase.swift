/// The steps of a build and of a check, in order.
package enum BuildPhase: String, Sendable, Hashable, CaseIterable {
  case load, read, link, plan, ask, write
  /// Making the search index; its time counts with `write`.
  case index
}

/// How far a build is.
package struct BuildProgress: Sendable, Hashable {
  package let phase: BuildPhase
  /// Files or pages that are done.
  package let done: Int
  /// Files or pages in all; 0 when the step cannot say.
  package let total: Int
}

/// How long the steps of a build took.
package struct PhaseTimes: Sendable, Hashable {
  package private(set) var entries: [Entry] = []

  package struct Entry: Sendable, Hashable {
    package let phase: BuildPhase
    package let duration: Duration
  }

  /// All steps together.
  package var total: Duration { entries.reduce(.zero) { $0 + $1.duration } }

  mutating func add(_ phase: BuildPhase, since start: ContinuousClock.Instant) {
    entries.append(Entry(phase: phase, duration: start.duration(to: .now)))
  }
}
