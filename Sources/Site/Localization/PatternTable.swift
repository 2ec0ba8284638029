/// Patterns in one buffer, prepared once and written without reference counting.
struct PatternTable: Sendable {
  /// Literal bytes up to `end`, and the placeholder that follows them; nil at the end of a text.
  private struct Piece: Sendable {
    let end: Int
    let placeholder: Int?
  }

  private var html = HTML()
  private var pieces: [Piece] = []
  private var texts: [(start: Int, pieces: Range<Int>)] = []

  /// Adds the next text, escaped; nil adds an empty one.
  /// - Parameter number: the number by which `write` asks for a placeholder's value; nil leaves the placeholder empty.
  mutating func add(_ text: StringPattern?, number: (String) -> Int?) {
    let start = html.count
    let first = pieces.count
    for piece in text?.pieces ?? [] {
      switch piece {
      case .literal(let literal): html.escaped(literal)
      case .placeholder(let name): pieces.append(Piece(end: html.count, placeholder: number(name)))
      }
    }
    pieces.append(Piece(end: html.count, placeholder: nil))
    texts.append((start, first..<pieces.count))
  }

  /// Appends the text at `index`, counted in the order of adding, without values.
  func write(_ index: Int, into output: inout HTML) {
    let text = texts[index]
    output.append(html, text.start..<pieces[text.pieces.upperBound - 1].end)
  }

  /// Appends the text at `index`, counted in the order of adding; `value` writes each placeholder in turn.
  func write(_ index: Int, into output: inout HTML, _ value: (Int, inout HTML) -> Void) {
    var start = texts[index].start
    for place in texts[index].pieces {
      let piece = pieces[place]
      output.append(html, start..<piece.end)
      start = piece.end
      if let placeholder = piece.placeholder { value(placeholder, &output) }
    }
  }
}

/// Patterns as plain text.
struct PlainPatternTable: Sendable {
  private enum Piece: Sendable {
    /// UTF-8.
    case literal([UInt8])
    case placeholder(Int)
  }

  private enum Text: Sendable {
    /// A text without placeholders.
    case whole(String)
    case pieces([Piece])
  }

  private var texts: [Text] = []

  /// Adds the next text; nil adds an empty one.
  /// - Parameter number: the number by which `text` asks for a placeholder's value; nil leaves the placeholder empty.
  mutating func add(_ text: StringPattern?, number: (String) -> Int?) {
    let pieces = (text?.pieces ?? []).compactMap { piece -> Piece? in
      switch piece {
      case .literal(let literal): .literal(Array(literal.utf8))
      case .placeholder(let name): number(name).map(Piece.placeholder)
      }
    }
    let hasPlaceholders = pieces.contains { if case .placeholder = $0 { true } else { false } }
    texts.append(hasPlaceholders ? .pieces(pieces) : .whole(text?.filled { _ in nil } ?? ""))
  }

  /// The text at `index`, counted in the order of adding.
  func text(_ index: Int, _ value: (Int) -> String) -> String {
    switch texts[index] {
    case .whole(let text): text
    case .pieces(let pieces): Self.text(pieces, value)
    }
  }

  private static func text(_ pieces: [Piece], _ value: (Int) -> String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let number):
        var value = value(number)
        value.withUTF8 { text.append(contentsOf: $0) }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
