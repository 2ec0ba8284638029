import Content

/// Determines which positions of one issue, party and report in two editions are the same.
///
/// Usually there is one on either side. If there are several, those that differ only in their order are
/// paired first, then those with the same content, then the others in their order; the rest was dropped or
/// added.
struct PositionPairs {
  struct Pair {
    let before: FrozenPosition?
    let after: FrozenPosition?
  }

  private var pairs: [Pair] = []

  init(_ before: [FrozenPosition], _ after: [FrozenPosition]) {
    var before = before
    var after = after
    if before.count > 1 || after.count > 1 {
      take(&before, &after) { Likeness(quote: $0.quote, stance: $0.stance, date: $0.date) }
      take(&before, &after) { $0.quote }
    }
    let count = min(before.count, after.count)
    pairs += zip(before, after).map { Pair(before: $0, after: $1) }
    pairs += before.dropFirst(count).map { Pair(before: $0, after: nil) }
    pairs += after.dropFirst(count).map { Pair(before: nil, after: $0) }
  }

  /// In an order that stays the same when the editions are swapped.
  var inOrder: [Pair] {
    pairs.count < 2 ? pairs : pairs.map { (OrderKey($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private struct Likeness: Hashable {
    let quote: String
    let stance: Stance?
    let date: PartialDate?
  }

  /// Pairs positions with the same key, the first of one side with the first of the other.
  private mutating func take<Key: Hashable>(
    _ before: inout [FrozenPosition], _ after: inout [FrozenPosition], _ key: (FrozenPosition) -> Key
  ) {
    var waiting: [Key: [Int]] = [:]
    for index in after.indices.reversed() { waiting[key(after[index]), default: []].append(index) }
    var isTaken = [Bool](repeating: false, count: after.count)
    var rest: [FrozenPosition] = []
    for old in before {
      if let index = waiting[key(old)]?.popLast() {
        pairs.append(Pair(before: old, after: after[index]))
        isTaken[index] = true
      } else {
        rest.append(old)
      }
    }
    before = rest
    after = zip(after, isTaken).filter { !$0.1 }.map(\.0)
  }

  private struct OrderKey: Comparable {
    let ordinals: (Int, Int)
    let anchors: (String, String)

    init(_ pair: Pair) {
      let sides = [pair.before, pair.after].compactMap { $0 }
      ordinals = (sides.map(\.ordinal).min() ?? 0, sides.map(\.ordinal).max() ?? 0)
      anchors = (sides.map(\.anchor).min() ?? "", sides.map(\.anchor).max() ?? "")
    }

    static func == (left: OrderKey, right: OrderKey) -> Bool {
      left.ordinals == right.ordinals && left.anchors == right.anchors
    }

    static func < (left: OrderKey, right: OrderKey) -> Bool {
      left.ordinals == right.ordinals ? left.anchors < right.anchors : left.ordinals < right.ordinals
    }
  }
}
