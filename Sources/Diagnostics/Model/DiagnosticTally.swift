/// Keeps the first diagnostics of each cause in one file and counts the others, so that a mistake that was made a hundred
/// thousand times costs no more than its text.
///
/// Two diagnostics have the same cause if they are of the same kind and say the same thing.
package struct DiagnosticTally: Sendable {
  private struct Cause: Hashable {
    let id: DiagnosticID
    let message: String
  }

  private struct Count {
    /// The number of diagnostics of the cause.
    var all: Int
    /// The place in the caller's list of the last one that was kept.
    var last: Int
  }

  /// The number of diagnostics of one cause that are kept.
  private let limit: Int
  private var counts: [Cause: Count] = [:]

  /// - Parameter limit: at least 1.
  package init(limit: Int = Limit.diagnosticsOfOneCause.value) { self.limit = max(1, limit) }

  /// Adds a diagnostic to the list, or counts it if the list has enough of its cause.
  package mutating func add(_ diagnostic: Diagnostic, to list: inout [Diagnostic]) {
    let cause = Cause(id: diagnostic.id, message: diagnostic.message)
    var count = counts[cause] ?? Count(all: 0, last: 0)
    count.all += 1
    if count.all <= limit {
      count.last = list.count
      list.append(diagnostic)
    }
    counts[cause] = count
  }

  /// Writes into the last diagnostic of each cause how many more there are. The list must be the one of `add`, unchanged.
  package func finish(_ list: inout [Diagnostic]) {
    for count in counts.values where count.all > limit {
      list[count.last].furtherCount = count.all - limit
    }
  }
}
