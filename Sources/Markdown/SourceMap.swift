/// Says for each byte of a rewritten text where it stood in the text before.
///
/// Made of pieces in ascending order of the rewritten text; a piece is either copied (its bytes stand side by
/// side in both texts) or put in (all its bytes stand for one point of the text before).
struct SourceMap: Sendable {
  private struct Piece {
    let start: Int32
    let origin: Int32
    let isCopy: Bool
  }

  private var pieces: [Piece] = []
  /// Index of the piece that was asked for last; questions come mostly in ascending order.
  private var last = 0

  /// Adds a piece that starts at `start` of the rewritten text and at `origin` of the text before.
  mutating func add(start: Int, origin: Int, isCopy: Bool) {
    if isCopy, let previous = pieces.last, previous.isCopy,
      Int(previous.origin) + start - Int(previous.start) == origin
    {
      return
    }
    pieces.append(
      Piece(
        start: Int32(truncatingIfNeeded: start), origin: Int32(truncatingIfNeeded: origin), isCopy: isCopy))
  }

  /// The offset in the text before of the byte at `offset` of the rewritten text.
  mutating func origin(of offset: Int) -> Int {
    guard !pieces.isEmpty else { return offset }
    let piece = pieces[locate(offset)]
    return Int(piece.origin) + (piece.isCopy ? offset - Int(piece.start) : 0)
  }

  /// The offset in the text before of the end of a range whose last byte is at `offset`.
  mutating func originOfEnd(after offset: Int) -> Int {
    guard !pieces.isEmpty else { return offset + 1 }
    let piece = pieces[locate(offset)]
    return Int(piece.origin) + (piece.isCopy ? offset - Int(piece.start) + 1 : 0)
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
