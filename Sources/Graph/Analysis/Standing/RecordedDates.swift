import Content

/// When a position was held and when that was reported: all that decides which positions supersede which.
///
/// This type owns the rule: ask it what is current. The rule is a strict partial order, because along it the
/// first and the last day never go back: so nothing supersedes itself through others, and some position always stands.
package struct RecordedDates: Sendable, Hashable {
  /// The days that the position's date may mean; nil: undated.
  package let held: DayInterval?
  /// The days that its report's date may mean; nil: an undated report.
  package let reported: DayInterval?

  package init(held: DayInterval?, reported: DayInterval?) {
    self.held = held
    self.reported = reported
  }

  /// Whether this position supersedes `other`, both of one party on one issue.
  ///
  /// It does when it begins after the other ends; or when it neither begins nor ends earlier and its report is dated wholly
  /// after the other's. A dated position supersedes every undated one.
  package func supersedes(_ other: RecordedDates) -> Bool {
    guard let held else { return false }
    guard let otherHeld = other.held else { return true }
    if otherHeld.isBefore(held) { return true }
    guard held.first >= otherHeld.first, held.last >= otherHeld.last else { return false }
    guard let reported, let otherReported = other.reported else { return false }
    return otherReported.isBefore(reported)
  }

  /// Whether the record of a day has the position: both its own days and those of its report begin by then. The record of
  /// no day has what is undated, because nothing tells when it was reported.
  ///
  /// - Parameter day: a month or a year means its last day.
  package func isRecorded(by day: PartialDate) -> Bool {
    guard let held, let reported else { return false }
    return max(held.first, reported.first) <= Int32(clamping: day.lastDayNumber)
  }

  /// Neither supersedes the other.
  package func isConcurrent(with other: RecordedDates) -> Bool {
    !supersedes(other) && !other.supersedes(self)
  }
}

extension RecordedDates {
  /// The places in `all` of those that none of the others supersedes, ascending; empty only for an empty list.
  ///
  /// Takes time n log n, however many are concurrent.
  package static func standing(of all: [RecordedDates]) -> [Int] {
    let newest = all.lazy.compactMap { $0.held?.first }.max()
    guard let newest else { return Array(all.indices) }
    let open = all.indices.filter { all[$0].held.map { $0.last >= newest } ?? false }
    return open.count <= fewest ? pairwise(open, all) : swept(open, all)
  }

  /// Up to so many are compared each with each.
  private static let fewest = 24

  private static func pairwise(_ open: [Int], _ all: [RecordedDates]) -> [Int] {
    open.filter { place in !open.contains { all[$0].supersedes(all[place]) } }
  }

  /// Those of `open`, which all hold one day in common, that no later report supersedes.
  ///
  /// Goes through them from the latest report to the earliest, and keeps for each first day how late the positions that
  /// begin then or later end.
  private static func swept(_ open: [Int], _ all: [RecordedDates]) -> [Int] {
    struct Entry {
      let place: Int
      let held: DayInterval
      let reported: DayInterval
    }
    let entries = open.compactMap { place -> Entry? in
      guard let held = all[place].held, let reported = all[place].reported else { return nil }
      return Entry(place: place, held: held, reported: reported)
    }
    let days = Set(entries.map(\.held.first)).sorted(by: >)
    let ranks = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
    let later = entries.sorted { $0.reported.first > $1.reported.first }
    var ends = PrefixMaximum(count: days.count)
    var next = 0
    var superseded: Set<Int> = []
    for entry in entries.sorted(by: { $0.reported.last > $1.reported.last }) {
      while next < later.count, later[next].reported.first > entry.reported.last {
        ends.raise(ranks[later[next].held.first] ?? 0, to: later[next].held.last)
        next += 1
      }
      if ends.maximum(through: ranks[entry.held.first] ?? 0) >= entry.held.last {
        superseded.insert(entry.place)
      }
    }
    return open.filter { !superseded.contains($0) }
  }
}

/// The greatest of the first values of a list, while values rise (a Fenwick tree).
private struct PrefixMaximum {
  private var nodes: [Int32]

  init(count: Int) { nodes = [Int32](repeating: .min, count: count + 1) }

  mutating func raise(_ index: Int, to value: Int32) {
    var node = index + 1
    while node < nodes.count {
      nodes[node] = max(nodes[node], value)
      node += node & -node
    }
  }

  func maximum(through index: Int) -> Int32 {
    var node = index + 1
    var result = Int32.min
    while node > 0 {
      result = max(result, nodes[node])
      node -= node & -node
    }
    return result
  }
}
