/// Patterns in one buffer, prepared once and written without reference counting.
struct PatternTable: Sendable {
  /// Literal bytes up to `end`, and the placeholder that follows them; nil at the end of a text.
  private struct Piece: Sendable {
    let end: Int
    let placeholder: Int?
  }

  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  private var texts: [(start: Int, pieces: Range<Int>)] = []

  /// Adds the next text; nil adds an empty one.
  /// - Parameters:
  ///   - isEscaped: whether the text is escaped for HTML.
  ///   - number: the number by which `write` asks for a placeholder's value; nil leaves the placeholder empty.
  mutating func add(_ text: StringPattern?, isEscaped: Bool = true, number: (String) -> Int?) {
    let start = bytes.count
    let first = pieces.count
    for piece in text?.pieces ?? [] {
      switch piece {
      case .literal(let literal) where isEscaped: bytes.escaped(literal)
      case .literal(let literal): bytes.raw(literal)
      case .placeholder(let name): pieces.append(Piece(end: bytes.count, placeholder: number(name)))
      }
    }
    pieces.append(Piece(end: bytes.count, placeholder: nil))
    texts.append((start, first..<pieces.count))
  }

  /// Appends the text at `index`, counted in the order of adding; `value` writes each placeholder in turn.
  func write(_ index: Int, into output: inout [UInt8], _ value: (Int, inout [UInt8]) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = texts[index].start
      for place in texts[index].pieces {
        let piece = pieces[place]
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<piece.end]))
        start = piece.end
        if let placeholder = piece.placeholder { value(placeholder, &output) }
      }
    }
  }
}
