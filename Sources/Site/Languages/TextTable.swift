/// Texts with holes in one buffer: made ready once and written without reference counting.
struct TextTable: Sendable {
  /// A stretch of literal bytes that ends at `end`, and the hole that follows it; nil at a text's end.
  private struct Piece: Sendable {
    let end: Int
    let hole: Int?
  }

  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  private var texts: [(start: Int, pieces: Range<Int>)] = []

  /// Adds the next text; nil: an empty one.
  /// - Parameters:
  ///   - isEscaped: it is written as HTML; else as it is.
  ///   - number: what a hole is called by whoever fills it; nil: it stays empty.
  mutating func add(_ text: StringPattern?, isEscaped: Bool = true, number: (String) -> Int?) {
    let start = bytes.count
    let first = pieces.count
    for piece in text?.pieces ?? [] {
      switch piece {
      case .literal(let literal) where isEscaped: bytes.escaped(literal)
      case .literal(let literal): bytes.raw(literal)
      case .hole(let name): pieces.append(Piece(end: bytes.count, hole: number(name)))
      }
    }
    pieces.append(Piece(end: bytes.count, hole: nil))
    texts.append((start, first..<pieces.count))
  }

  /// Appends the text at `index`, in the order of adding; `value` fills its holes as they come.
  func write(_ index: Int, into output: inout [UInt8], _ value: (Int, inout [UInt8]) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = texts[index].start
      for place in texts[index].pieces {
        let piece = pieces[place]
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<piece.end]))
        start = piece.end
        if let hole = piece.hole { value(hole, &output) }
      }
    }
  }
}
