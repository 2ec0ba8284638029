/// The place of each issue on the map, in pixels from the picture's upper left corner.
struct MapLayout: Sendable, Hashable {
  /// Pixels across and down.
  struct Point: Sendable, Hashable {
    let x: Int
    let y: Int
  }

  /// The centres of the rings, by index of the mark.
  let rings: [Point]
  /// In the order of the marks: whether the name is above the ring, because most connections lead downwards.
  let isAbove: [Bool]
  let size: Point
  /// The labels, in the order of the marks.
  let labels: [MapLabel]

  /// The margin around the boxes of all marks.
  private static let margin = 6
  /// The largest readable picture.
  private static let farthest = 100_000.0

  /// Reads the output of `neato -Tplain` (graphviz.org, “Plain-text output”): `node` lines with a name and
  /// the centre of its box in inches, counted upwards. nil if a mark is missing or has no coordinates.
  init?(_ plain: [UInt8], marks: [MapMark], ties: [(Int, Int)]) {
    var middles = [(x: Double, y: Double)?](repeating: nil, count: marks.count)
    for line in plain.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 4).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard words.count >= 4, words[0] == "node", let place = Int(words[1]), marks.indices.contains(place),
        let x = Double(words[2]), let y = Double(words[3]), abs(x * 72) < Self.farthest,
        abs(y * 72) < Self.farthest
      else { continue }
      middles[place] = (x * 72, -y * 72)
    }
    let places = middles.compactMap { $0 }
    guard places.count == marks.count else { return nil }
    let corners = zip(places, marks).map { place, mark in
      Point(
        x: Int((place.x - Double(mark.width) / 2).rounded()),
        y: Int((place.y - Double(mark.height) / 2).rounded()))
    }
    guard let left = corners.map(\.x).min(), let top = corners.map(\.y).min() else { return nil }
    let isAbove = Self.namesAbove(places, ties)
    self.isAbove = isAbove
    rings = marks.indices.map { place in
      let (corner, mark) = (corners[place], marks[place])
      return Point(
        x: corner.x - left + Self.margin + mark.width / 2,
        y: corner.y - top + Self.margin + mark.middle(isAbove: mark.isNamed && isAbove[place]))
    }
    let right = zip(corners, marks).map { $0.x + $1.width }.max() ?? left
    let bottom = zip(corners, marks).map { $0.y + $1.height }.max() ?? top
    size = Point(x: right - left + 2 * Self.margin, y: bottom - top + 2 * Self.margin)
    labels = MapLabel.place(marks, rings: rings, isAbove: isAbove, ties: ties, size: size)
  }

  /// Whether most connections of each mark lead downwards; steep connections, which would cross a label,
  /// count for more.
  private static func namesAbove(_ places: [(x: Double, y: Double)], _ ties: [(Int, Int)]) -> [Bool] {
    var falls = [Double](repeating: 0, count: places.count)
    for (one, other) in ties {
      let (across, down) = (abs(places[other].x - places[one].x), places[other].y - places[one].y)
      let steepness = down / max(1, across + abs(down))
      falls[one] += steepness * abs(steepness)
      falls[other] -= steepness * abs(steepness)
    }
    return falls.map { $0 > 0 }
  }
}
