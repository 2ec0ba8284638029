/// A text under rewriting: bytes are copied from the text before or put in, and a map remembers which.
struct RewrittenText {
  private(set) var bytes: [UInt8] = []
  private(set) var map = SourceMap()

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Copies a range of the text before.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    map.add(start: bytes.count, origin: range.lowerBound, isCopy: true)
    bytes.append(contentsOf: source[range])
  }

  /// Puts bytes in that stand for the point `origin` of the text before.
  mutating func put(_ new: some Collection<UInt8>, at origin: Int) {
    guard !new.isEmpty else { return }
    map.add(start: bytes.count, origin: origin, isCopy: false)
    bytes.append(contentsOf: new)
  }
}
