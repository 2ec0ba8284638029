/// A rectangle on the map, in pixels.
struct MapBox: Sendable, Hashable {
  let left: Int
  let top: Int
  let right: Int
  let bottom: Int

  init(left: Int, top: Int, right: Int, bottom: Int) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The square around a ring.
  init(around middle: MapLayout.Point, _ radius: Int) {
    self.init(
      left: middle.x - radius, top: middle.y - radius, right: middle.x + radius, bottom: middle.y + radius)
  }

  /// Whether two boxes share more than an edge.
  func intersects(_ other: MapBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: MapBox) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Whether the straight line from `start` to `end` touches the box.
  ///
  /// Liang and Barsky, “A new concept and method for line clipping”, ACM Transactions on Graphics 3 (1984).
  func meets(_ start: MapLayout.Point, _ end: MapLayout.Point) -> Bool {
    var (first, last) = (0.0, 1.0)
    let (across, down) = (Double(end.x - start.x), Double(end.y - start.y))
    let edges = [
      (-across, start.x - left), (across, right - start.x), (-down, start.y - top), (down, bottom - start.y),
    ]
    for (step, room) in edges {
      if step == 0 {
        if room < 0 { return false }
        continue
      }
      let share = Double(room) / step
      if step < 0 { first = max(first, share) } else { last = min(last, share) }
      if first > last { return false }
    }
    return true
  }
}
