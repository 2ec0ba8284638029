/// The place of an issue's name on the map, beside its ring.
struct MapLabel: Sendable, Hashable {
  /// The sides of a ring, the preferred one first.
  enum Side: Sendable, Hashable, CaseIterable {
    case below, above, right, left, belowRight, belowLeft, aboveRight, aboveLeft
  }

  /// The end of the lines that `x` refers to.
  enum Anchor: Sendable, Hashable { case start, middle, end }

  /// The approximate largest width of a letter, in pixels.
  private static let letterWidth = 7
  /// The distance from the baseline to the top and to the bottom of the letters, in pixels.
  private static let (ascent, descent) = (11, 3)
  /// Pixels between a ring and a name.
  private static let gap = 5

  let anchor: Anchor
  let x: Int
  /// The baseline of the first line.
  let y: Int
  /// The area that the letters cover.
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

  /// A label for each mark: on the side that the layout prefers, or on the first side with fewer lines, rings
  /// and labels in the way.
  ///
  /// - Parameters:
  ///   - rings: the centres of the rings, by index of the mark.
  ///   - isAbove: in the order of the marks: whether the side above is preferred; otherwise below.
  ///   - ties: indices of two marks with a line between them.
  ///   - size: the size of the picture; labels stay within it.
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
