import Editions
import Graph
import Synchronization

/// What changed at the positions on issues that have a page for each year, so that not every one of these pages reads it anew.
/// An issue is read when the first of its pages is rendered.
final class LongHistories: Sendable {
  private let record: RecordHistory
  private let known = Mutex<[ID<Issue>: [PartyOnIssue: [RecordedPosition: RecordedStep]]]>([:])

  init(_ record: RecordHistory) { self.record = record }

  /// By pair; empty if the site shows no history.
  func steps(on issue: ID<Issue>) -> [PartyOnIssue: [RecordedPosition: RecordedStep]] {
    guard record.graph.settings.pageKinds[.history] else { return [:] }
    if let steps = known.withLock({ $0[issue] }) { return steps }
    var steps: [PartyOnIssue: [RecordedPosition: RecordedStep]] = [:]
    for group in record.graph.positionsByParty(issue).groups {
      let party = ID<Party>(group.subject)
      steps[PartyOnIssue(party, on: issue)] = record.steps(of: party, on: issue, group.positions)
    }
    return known.withLock { known in
      let first = known[issue] ?? steps
      known[issue] = first
      return first
    }
  }
}
