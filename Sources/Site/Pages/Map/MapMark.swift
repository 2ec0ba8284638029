import Content
import Graph

/// One issue on the map: a ring, with the name below it if the issue is among the busiest.
struct MapMark: Sendable, Hashable {
  /// The height of a line of a name, and the largest width of a letter, in pixels.
  static let lineHeight = 15
  private static let letterWidth = 8
  /// The number of issues that show their names on the map; the others show theirs on hover and focus.
  static let mostNames = 60

  /// In pixels.
  let radius: Int
  let name: LabelLines
  /// Whether the name is always visible.
  let isNamed: Bool
  /// The number of parties that have not ended and hold something on the issue.
  let parties: Int
  /// The number of those that mark a red line.
  let redLines: Int

  /// The size of the box around ring and name, in pixels; nothing else may overlap it.
  var width: Int { isNamed ? max(name.width * Self.letterWidth + 4, radius * 2 + 6) : radius * 2 + 6 }
  var height: Int { radius * 2 + 6 + (isNamed ? name.lines.count * Self.lineHeight + 4 : 0) }
  /// The distance from the top of the box to the centre of the ring, in pixels.
  ///
  /// - Parameter isAbove: whether the name is above the ring; otherwise below.
  func middle(isAbove: Bool) -> Int { isAbove ? height - radius - 3 : radius + 3 }

  /// The distance from the centre of the ring down to the baseline of the name's first line, in pixels.
  func firstLine(isAbove: Bool) -> Int {
    isAbove ? -radius - 7 - (name.lines.count - 1) * Self.lineHeight : radius + 15
  }

  /// The marks of a map, in the order of its issues.
  static func marks(of map: IssueMap, in graph: IssueGraph) -> [MapMark] {
    let counts = map.issues.map { graph.positionsOfIssue[$0].count }
    let most = max(1, counts.max() ?? 1)
    let named = Set(
      map.issues.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(mostNames))
    return map.issues.enumerated().map { place, id in
      let held = graph.heldStances(on: id).filter { $0.heldUntil == nil }
      return MapMark(
        radius: radius(counts[place], of: most),
        name: LabelLines(graph.issues[id.index].name, width: 17, most: 3), isNamed: named.contains(place),
        parties: held.count, redLines: held.count(where: \.hasCurrentRedLine))
    }
  }

  /// The radius, from 4 to 13 pixels; the area grows with the number of positions.
  private static func radius(_ count: Int, of most: Int) -> Int {
    var root = 0
    while (root + 1) * (root + 1) * most <= count * 81 { root += 1 }
    return 4 + root
  }
}
