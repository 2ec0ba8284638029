/// Where the name of an issue stands on the map, beside its ring.
struct MapLabel: Sendable, Hashable {
  /// The sides of a ring, the best first.
  enum Side: Sendable, Hashable, CaseIterable {
    case below, above, right, left, belowRight, belowLeft, aboveRight, aboveLeft
  }

  /// Which end of its lines `x` is.
  enum Anchor: Sendable, Hashable { case start, middle, end }

  /// Pixels of a letter, seldom more.
  private static let letterWidth = 7
  /// Pixels from the foot of a line up to the top of its letters, and down to their lowest ends.
  private static let (ascent, descent) = (11, 3)
  /// Pixels between a ring and a name.
  private static let gap = 5

  let anchor: Anchor
  let x: Int
  /// The foot of the first line.
  let y: Int
  /// What its letters cover.
  let box: MapBox

  /// The name of `mark`, whose ring has its middle at `ring`, on one side of it.
  init(_ mark: MapMark, at ring: MapLayout.Point, on side: Side) {
    let further = (mark.name.lines.count - 1) * MapMark.lineHeight
    let slant = mark.radius * 3 / 4 + 3
    let level = ring.y + 4 - further / 2
    (anchor, x, y) =
      switch side {
      case .below: (.middle, ring.x, ring.y + mark.firstLine(isAbove: false))
      case .above: (.middle, ring.x, ring.y + mark.firstLine(isAbove: true))
      case .right: (.start, ring.x + mark.radius + Self.gap, level)
      case .left: (.end, ring.x - mark.radius - Self.gap, level)
      case .belowRight: (.start, ring.x + slant, ring.y + slant + Self.ascent)
      case .belowLeft: (.end, ring.x - slant, ring.y + slant + Self.ascent)
      case .aboveRight: (.start, ring.x + slant, ring.y - slant - Self.descent - further)
      case .aboveLeft: (.end, ring.x - slant, ring.y - slant - Self.descent - further)
      }
    let width = mark.name.width * Self.letterWidth
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    box = MapBox(left: left, top: y - Self.ascent, right: left + width, bottom: y + further + Self.descent)
  }

  /// A name for each mark: on the side that the layout wants, or on the first one where fewer lines, rings and names are
  /// in the way.
  ///
  /// - Parameters:
  ///   - rings: the middles of the rings, by the marks' places.
  ///   - isAbove: by the marks' places: above is wanted, else below.
  ///   - ties: places of two marks with a line between them.
  ///   - size: of the picture, which no name leaves.
  static func place(
    _ marks: [MapMark], rings: [MapLayout.Point], isAbove: [Bool], ties: [(Int, Int)], size: MapLayout.Point
  ) -> [MapLabel] {
    var labels = marks.indices.map { place in
      MapLabel(marks[place], at: rings[place], on: isAbove[place] ? .above : .below)
    }
    let picture = MapBox(left: 0, top: 0, right: size.x, bottom: size.y)
    func cost(_ label: MapLabel, of place: Int) -> Int {
      var cost = picture.contains(label.box) ? 0 : 1_000
      for (first, second) in ties where label.box.meets(rings[first], rings[second]) { cost += 1 }
      for other in marks.indices where other != place {
        if label.box.intersects(MapBox(around: rings[other], marks[other].radius + 2)) { cost += 10 }
        if marks[other].isNamed, label.box.intersects(labels[other].box) { cost += 10 }
      }
      return cost
    }
    for place in marks.indices where marks[place].isNamed {
      var least = cost(labels[place], of: place)
      for side in Side.allCases where least > 0 {
        let label = MapLabel(marks[place], at: rings[place], on: side)
        let cost = cost(label, of: place)
        if cost < least { (labels[place], least) = (label, cost) }
      }
    }
    return labels
  }
}
