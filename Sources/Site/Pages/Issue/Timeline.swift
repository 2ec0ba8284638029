import Content
import Graph

/// The content of an issue's timeline: a lane for each party with a dated stance.
struct Timeline {
  /// One dated position.
  struct Mark {
    let position: ID<Position>
    let date: PartialDate
    /// nil: unrated.
    let stance: Stance?
  }

  struct Lane {
    let party: ID<Party>
    /// Oldest first; at least one has a stance.
    let marks: [Mark]
  }

  /// The largest number of lanes, which are those with the most positions.
  static let mostLanes = 12
  /// The largest number of positions in a lane, which are the newest.
  static let mostMarks = 60

  /// In the parties' order.
  let lanes: [Lane]
  /// The number of parties that are left out because there is no room.
  let omitted: Int
  let first: PartialDate
  let last: PartialDate

  /// nil: there are stances from fewer than two days, so nothing could have changed.
  init?(of issue: ID<Issue>, in graph: IssueGraph) {
    var marks: [ID<Party>: [Mark]] = [:]
    for id in graph.positionsOfIssue[issue].reversed() {
      let position = graph.positions[id.index]
      guard let date = position.date else { continue }
      marks[position.party, default: []].append(Mark(position: id, date: date, stance: position.stance))
    }
    let all = marks.map { Lane(party: $0.key, marks: Array($0.value.suffix(Self.mostMarks))) }
      .filter { $0.marks.contains { $0.stance != nil } }
      .sorted { ($1.marks.count, $0.party) < ($0.marks.count, $1.party) }
    lanes = all.prefix(Self.mostLanes).sorted { $0.party < $1.party }
    omitted = all.count - lanes.count
    let rated = lanes.flatMap(\.marks).filter { $0.stance != nil }.map(\.date.dayNumber)
    let dates = lanes.flatMap(\.marks).map(\.date)
    guard Set(rated).count > 1, let first = dates.min(), let last = dates.max() else { return nil }
    self.first = first
    self.last = last
  }
}
