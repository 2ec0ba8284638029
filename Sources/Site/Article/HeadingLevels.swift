/// Turns an author's heading levels into levels that never skip one, from 2 on (the page's title is the first).
struct HeadingLevels {
  /// The level that the document's top headings get.
  let top: Int
  private var open: [Int] = []

  init(top: Int = 2) {
    self.top = top
  }

  /// The level that a heading of the author's level `level` is shown at, from `top` to 6.
  mutating func next(_ level: Int) -> Int {
    while let last = open.last, last >= level { open.removeLast() }
    open.append(level)
    return min(6, top + open.count - 1)
  }
}
