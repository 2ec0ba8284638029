/// A text that is being rewritten: bytes are copied from the original text or inserted, and a map records which.
struct RewrittenText {
  private(set) var bytes: [UInt8] = []
  private(set) var map = SourceMap()

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Copies a range of the original text.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    map.add(start: bytes.count, origin: range.lowerBound, isCopy: true)
    bytes.append(contentsOf: source[range])
  }

  /// Inserts bytes that correspond to the offset `origin` of the original text.
  mutating func put(_ new: some Collection<UInt8>, at origin: Int) {
    guard !new.isEmpty else { return }
    map.add(start: bytes.count, origin: origin, isCopy: false)
    bytes.append(contentsOf: new)
  }
}

/// Maps the bytes of a rewritten text to the original text.
///
/// A map is a list of pieces in ascending order. The bytes of a copied piece correspond one to one to bytes of the
/// original text; all bytes of an inserted piece correspond to one offset.
struct SourceMap: Sendable {
  /// Small, because a table has three for each cell.
  private struct Piece {
    let start: Int32
    /// The offset in the original text, or -1 minus the offset for an inserted piece.
    private let tagged: Int32

    init(start: Int, origin: Int, isCopy: Bool) {
      self.start = Int32(truncatingIfNeeded: start)
      tagged = Int32(truncatingIfNeeded: isCopy ? origin : -1 - origin)
    }

    var isCopy: Bool { tagged >= 0 }
    var origin: Int { Int(isCopy ? tagged : -1 - tagged) }
  }

  private var pieces: [Piece] = []
  /// The index of the piece that was looked up last; most look-ups are in ascending order.
  private var last = 0

  /// Adds a piece that starts at `start` in the rewritten text and at `origin` in the original text.
  mutating func add(start: Int, origin: Int, isCopy: Bool) {
    if isCopy, let previous = pieces.last, previous.isCopy,
      previous.origin + start - Int(previous.start) == origin
    {
      return
    }
    pieces.append(Piece(start: start, origin: origin, isCopy: isCopy))
  }

  /// The offset in the original text of the byte at `offset` in the rewritten text.
  mutating func origin(of offset: Int) -> Int {
    guard !pieces.isEmpty else { return offset }
    let piece = pieces[locate(offset)]
    return piece.origin + (piece.isCopy ? offset - Int(piece.start) : 0)
  }

  /// The end in the original text of a range whose last byte is at `offset` in the rewritten text.
  mutating func originOfEnd(after offset: Int) -> Int {
    guard !pieces.isEmpty else { return offset + 1 }
    let piece = pieces[locate(offset)]
    return piece.origin + (piece.isCopy ? offset - Int(piece.start) + 1 : 0)
  }

  /// The offset in the original text of the byte at `first`, and the end in it of what ends at `end`, which is often in the
  /// same piece.
  mutating func origins(of first: Int, _ end: Int) -> (first: Int, end: Int) {
    guard !pieces.isEmpty else { return (first, end) }
    let index = locate(first)
    let piece = pieces[index]
    let shift = piece.origin - Int(piece.start)
    let isWithin =
      end > first && (index + 1 == pieces.count || end <= Int(pieces[index + 1].start))
    guard piece.isCopy, isWithin else {
      return (
        piece.isCopy ? first + shift : piece.origin, end > 0 ? originOfEnd(after: end - 1) : end
      )
    }
    return (first + shift, end + shift)
  }

  private mutating func locate(_ offset: Int) -> Int {
    if Int(pieces[last].start) <= offset {
      var steps = 0
      while last + 1 < pieces.count, Int(pieces[last + 1].start) <= offset, steps < 8 {
        last += 1
        steps += 1
      }
      if last + 1 == pieces.count || Int(pieces[last + 1].start) > offset { return last }
    }
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(pieces[middle].start) <= offset { low = middle } else { high = middle - 1 }
    }
    last = low
    return low
  }
}
