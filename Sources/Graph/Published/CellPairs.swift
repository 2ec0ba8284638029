import Content
import Text

/// Determines which positions of one cell in two states are the same, where a cell is a report, an issue and a party.
///
/// Usually there is one on either side. Several are paired by equal words first, then by likeness, then in their order; the
/// rest was removed or added.
package struct CellPairs {
  package struct Pair {
    /// Places in the lists of the two states; nil: there is none.
    package let before: Int?
    package let after: Int?
  }

  package private(set) var pairs: [Pair] = []
  private let old: [CellState]
  private let new: [CellState]

  /// Up to so many positions on each side are compared for likeness.
  private static let mostAlike = 24

  package init(_ before: [CellState], _ after: [CellState]) {
    (old, new) = (before, after)
    if before.count < 2, after.count < 2 {
      pair(Array(before.indices), Array(after.indices))
      return
    }
    let (earlier, later) = (Self.byDate(before), Self.byDate(after))
    if earlier.mapValues(\.count) == later.mapValues(\.count) {
      // An edit that leaves all dates alone must not pair positions of different dates: that would look like a move.
      for (date, places) in earlier { pair(places, later[date] ?? []) }
    } else {
      pair(Array(before.indices), Array(after.indices))
    }
  }

  private static func byDate(_ positions: [CellState]) -> [CellState.Dates: [Int]] {
    Dictionary(grouping: positions.indices) { positions[$0].dates }
  }

  private mutating func pair(_ before: [Int], _ after: [Int]) {
    var (before, after) = (before, after)
    if before.count > 1 || after.count > 1 {
      take(&before, &after) { Content(text: $0.text, stance: $0.stance, date: $0.dates.date) }
      take(&before, &after) { $0.text }
      if before.count <= Self.mostAlike, after.count <= Self.mostAlike { takeAlike(&before, &after) }
    }
    let count = min(before.count, after.count)
    pairs += zip(before, after).map { Pair(before: $0, after: $1) }
    pairs += before.dropFirst(count).map { Pair(before: $0, after: nil) }
    pairs += after.dropFirst(count).map { Pair(before: nil, after: $0) }
  }

  private struct Content: Hashable {
    let text: String
    let stance: Stance?
    let date: PartialDate?
  }

  /// Pairs positions with the same key, the first of one side with the first of the other.
  private mutating func take<Key: Hashable>(
    _ before: inout [Int], _ after: inout [Int], _ key: (CellState) -> Key
  ) {
    var waiting: [Key: [Int]] = [:]
    for place in after.reversed() { waiting[key(new[place]), default: []].append(place) }
    var taken: Set<Int> = []
    before = before.filter { place in
      guard let match = waiting[key(old[place])]?.popLast() else { return true }
      pairs.append(Pair(before: place, after: match))
      taken.insert(match)
      return false
    }
    after.removeAll(where: taken.contains)
  }

  /// Pairs the positions that have most words in common, as long as these are a good part of both.
  private mutating func takeAlike(_ before: inout [Int], _ after: inout [Int]) {
    var likenesses: [(likeness: Int, old: Int, new: Int)] = []
    for place in before {
      for other in after where SharedWords.mayBeMany(old[place].text, new[other].text) {
        let kept = WordDifference.runs(from: old[place].text, to: new[other].text).filter {
          $0.kind == .equal
        }
        let letters = kept.reduce(0) { $0 + SharedWords.letters(of: $1.text) }
        guard SharedWords.isMuch(letters, of: old[place].text, new[other].text) else { continue }
        likenesses.append((letters, place, other))
      }
    }
    for match in likenesses.sorted(by: { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) })
    where before.contains(match.old) && after.contains(match.new) {
      pairs.append(Pair(before: match.old, after: match.new))
      before.removeAll { $0 == match.old }
      after.removeAll { $0 == match.new }
    }
  }
}
