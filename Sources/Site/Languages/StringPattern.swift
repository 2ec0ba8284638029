/// One text of a language file, with holes for what only a page knows: `{party} on {issue}`.
struct StringPattern: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    case literal(String)
    /// What stands between the braces.
    case hole(String)
  }

  let pieces: [Piece]

  init(pieces: [Piece]) { self.pieces = pieces }

  /// nil when a brace has no partner, or nothing stands between two.
  init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: open)..<close]
      guard !name.isEmpty, !name.contains("{") else { return nil }
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      pieces.append(.hole(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    self.pieces = pieces
  }

  /// In the order of the text.
  var holes: [String] {
    pieces.compactMap { piece in
      if case .hole(let name) = piece { name } else { nil }
    }
  }

  /// The text with its holes filled; holes without a value stay empty.
  func filled(_ value: (String) -> String?) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .hole(let name): text += value(name) ?? ""
      }
    }
  }
}
