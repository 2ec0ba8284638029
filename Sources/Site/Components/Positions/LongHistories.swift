import Editions
import Graph
import Synchronization

/// What changed at the positions on issues that have a page for each year, so that not every one of these pages reads it anew.
/// An issue is read when the first of its pages is rendered, and forgotten when others need the room: its pages stand together in
/// the plan.
final class LongHistories: Sendable {
  private typealias Steps = [PartyOnIssue: [RecordedPosition: RecordedStep]]

  /// As many threads can render pages of other issues at the same time without reading them anew.
  private static let most = 32

  private let record: RecordHistory
  /// Those that were read last, the newest at the end.
  private let known = Mutex<[(issue: ID<Issue>, steps: Steps)]>([])

  init(_ record: RecordHistory) { self.record = record }

  /// By pair; empty if the site shows no history.
  func steps(on issue: ID<Issue>) -> [PartyOnIssue: [RecordedPosition: RecordedStep]] {
    guard record.graph.settings.pageKinds[.history] else { return [:] }
    if let steps = known.withLock({ $0.first { $0.issue == issue }?.steps }) { return steps }
    var steps: Steps = [:]
    for group in record.graph.positionsByParty(issue).groups {
      let party = ID<Party>(group.subject)
      steps[PartyOnIssue(party, on: issue)] = record.steps(of: party, on: issue, group.positions)
    }
    return known.withLock { known in
      if let first = known.first(where: { $0.issue == issue })?.steps { return first }
      known.append((issue, steps))
      if known.count > Self.most { known.removeFirst() }
      return steps
    }
  }
}
