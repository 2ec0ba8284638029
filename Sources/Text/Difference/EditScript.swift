/// The shortest edit script between two lists of numbers (Myers, “An O(ND) Difference Algorithm and Its Variations”,
/// 1986), as pairs of places whose numbers stay.
struct EditScript {
  /// The search gives up above this many changes: its memory grows with their square.
  static let limit = 600

  private let before: ArraySlice<Int32>
  private let after: ArraySlice<Int32>
  /// The furthest point on each diagonal, with one row per number of changes.
  private var rows: [[Int32]] = []

  /// The pairs of indices of `before` and `after` whose numbers are shared, ascending in both. If there are
  /// more than `limit` changes, only those of the common beginning and end.
  static func shared(_ before: [Int32], _ after: [Int32]) -> [(Int, Int)] {
    let prefix = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - prefix
    let suffix = zip(before.reversed(), after.reversed()).prefix(rest).prefix { $0 == $1 }.count
    var script = EditScript(
      before: before[prefix..<before.count - suffix], after: after[prefix..<after.count - suffix])
    let middle = script.search()
    return (0..<prefix).map { ($0, $0) } + middle
      + (0..<suffix).map { (before.count - suffix + $0, after.count - suffix + $0) }
  }

  private init(before: ArraySlice<Int32>, after: ArraySlice<Int32>) {
    self.before = before
    self.after = after
  }

  private mutating func search() -> [(Int, Int)] {
    if before.isEmpty || after.isEmpty { return [] }
    var reach = [Int32](repeating: 0, count: 2 * Self.limit + 3)
    let middle = Self.limit + 1
    for changes in 0...min(Self.limit, before.count + after.count) {
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let end = advance(reach, diagonal, changes, middle)
        reach[middle + diagonal] = Int32(end)
        if end >= before.count, end - diagonal >= after.count { return walkBack(changes) }
      }
      rows.append(Array(reach[middle - changes...middle + changes]))
    }
    return []
  }

  /// The furthest place of `before` that `changes` changes reach on a diagonal.
  private func advance(_ reach: [Int32], _ diagonal: Int, _ changes: Int, _ middle: Int) -> Int {
    let below = reach[middle + diagonal - 1]
    let above = reach[middle + diagonal + 1]
    var place = diagonal == -changes || (diagonal != changes && below < above) ? Int(above) : Int(below) + 1
    while place < before.count, place - diagonal < after.count,
      before[before.startIndex + place] == after[after.startIndex + place - diagonal]
    {
      place += 1
    }
    return place
  }

  /// The shared places on the path that `search` found, in ascending order.
  private func walkBack(_ changes: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var place = before.count
    var other = after.count
    for step in stride(from: changes, through: 0, by: -1) {
      let diagonal = place - other
      let start = step == 0 ? (0, 0) : stepBack(step, diagonal)
      let run = min(place - start.0, other - start.1)
      for _ in 0..<max(0, run) where place > 0 && other > 0 {
        place -= 1
        other -= 1
        pairs.append((before.startIndex + place, after.startIndex + other))
      }
      (place, other) = start
    }
    return pairs.reversed()
  }

  /// The end of the path before the last of the `step` changes that led to `diagonal`.
  private func stepBack(_ step: Int, _ diagonal: Int) -> (Int, Int) {
    let row = rows[step - 1]
    func reached(_ diagonal: Int) -> Int32 {
      abs(diagonal) < step ? row[diagonal + step - 1] : -1
    }
    let goesDown = diagonal == -step || (diagonal != step && reached(diagonal - 1) < reached(diagonal + 1))
    let from = goesDown ? diagonal + 1 : diagonal - 1
    let place = Int(reached(from))
    return (place, place - from)
  }
}
