import Content
import Diagnostics
import Editions
import Graph

/// The content of an issue's timeline: a lane for each party with a dated stance.
struct Timeline {
  /// One dated position.
  struct Mark {
    let position: RecordedPosition
    let date: PartialDate
    /// The days that the date may mean, which are drawn as a bar.
    let days: DayInterval
    /// nil: unrated.
    let stance: Stance?

    /// The day in the middle, at which the mark is drawn.
    var middle: Int { Int(days.first) + Int(days.last - days.first) / 2 }
  }

  struct Lane {
    let party: ID<Party>
    /// By their middle days, oldest first; at least one has a stance.
    let marks: [Mark]
    /// The days of the timeline on which the party follows another one, or another one follows it, if both have positions on
    /// the issue.
    var changes: [Int] = []
  }

  /// The largest number of lanes, which are those with the most positions.
  static let mostLanes = Limit.timelineLanes.value
  /// The largest number of positions in a lane, which are the newest.
  static let mostMarks = Limit.timelineMarks.value

  /// In the parties' order.
  let lanes: [Lane]
  /// The number of parties that are left out because there is no room.
  let omitted: Int
  /// The dates at the ends.
  let first: PartialDate
  let last: PartialDate
  /// The days at the ends, as day numbers.
  let days: ClosedRange<Int>

  /// nil: there are stances from fewer than two days, so nothing could have changed.
  init?(of issue: ID<Issue>, in record: RecordHistory) {
    let graph = record.graph
    var marks: [ID<Party>: [Mark]] = [:]
    for id in graph.positionsOfIssue[issue].reversed() {
      let position = graph.positions[id.index]
      guard let date = position.date, let days = position.interval else { continue }
      marks[position.party, default: []].append(
        Mark(position: .present(id), date: date, days: days, stance: position.stance))
    }
    for party in record.rememberedParties(on: issue) {
      let remembered = record.remembered(on: issue, of: party).reversed().compactMap(Self.mark)
      if remembered.isEmpty { continue }
      marks[party] = Self.sorted((remembered + (marks[party] ?? []))[...])
    }
    let busy = marks.map { Lane(party: $0.key, marks: Self.sorted($0.value.suffix(Self.mostMarks))) }
      .filter { $0.marks.contains { $0.stance != nil } }
      .sorted { ($1.marks.count, $0.party) < ($0.marks.count, $1.party) }
    let shown = busy.prefix(Self.mostLanes).sorted { $0.party < $1.party }
    omitted = busy.count - shown.count
    let rated = shown.flatMap(\.marks).filter { $0.stance != nil }.map(\.date.dayNumber)
    let all = shown.flatMap(\.marks)
    guard Set(rated).count > 1, let first = all.min(by: { $0.days.first < $1.days.first }),
      let last = all.max(by: { $0.days.last < $1.days.last })
    else { return nil }
    self.first = first.date
    self.last = last.date
    let days = Int(first.days.first)...Int(last.days.last)
    let changes = Self.changes(on: issue, in: record)
    lanes = shown.map { lane in
      let changes = (changes[lane.party] ?? []).filter { days.contains($0) }.sorted()
      return Lane(party: lane.party, marks: lane.marks, changes: changes)
    }
    self.days = days
  }

  /// nil: it is undated.
  private static func mark(_ remembered: RememberedPosition) -> Mark? {
    guard let date = remembered.position.date, let days = remembered.position.dating.interval else {
      return nil
    }
    return Mark(
      position: .remembered(remembered), date: date, days: days, stance: remembered.position.stance)
  }

  /// The days of changes of government, by each of the two parties.
  private static func changes(on issue: ID<Issue>, in record: RecordHistory) -> [ID<Party>: Set<Int>] {
    var days: [ID<Party>: Set<Int>] = [:]
    for succession in record.governmentChanges(on: issue).map(\.succession) {
      guard let day = day(of: succession, in: record.graph) else { continue }
      days[succession.predecessor, default: []].insert(day)
      days[succession.successor, default: []].insert(day)
    }
    return days
  }

  /// The first day of the successor, else the day after the last one of the predecessor; nil: neither has a date.
  private static func day(of succession: Succession, in graph: IssueGraph) -> Int? {
    let (before, after) = (graph.lifetimes[succession.predecessor], graph.lifetimes[succession.successor])
    if after.from != nil { return Int(after.firstDay) }
    return before.to == nil ? nil : Int(before.lastDay) + 1
  }

  /// By their middle days; marks of the same day keep their order.
  private static func sorted(_ marks: ArraySlice<Mark>) -> [Mark] {
    marks.enumerated().sorted { ($0.element.middle, $0.offset) < ($1.element.middle, $1.offset) }
      .map(\.element)
  }
}
