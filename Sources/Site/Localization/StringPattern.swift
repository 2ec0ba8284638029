/// A text of a language file with placeholders for values of a page: `{party} on {issue}`.
struct StringPattern: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    case literal(String)
    /// The name between the braces.
    case placeholder(String)
  }

  let pieces: [Piece]

  init(pieces: [Piece]) { self.pieces = pieces }

  /// nil if a brace is unmatched or a placeholder has no name.
  init?(_ text: String) {
    // Most texts have no placeholders.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      pieces = text.isEmpty ? [] : [.literal(text)]
      return
    }
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: open)..<close]
      guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "{")) else { return nil }
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      pieces.append(.placeholder(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    self.pieces = pieces
  }

  /// The names of the placeholders, in the order of the text.
  var placeholders: [String] {
    pieces.compactMap { piece in
      if case .placeholder(let name) = piece { name } else { nil }
    }
  }

  /// The pattern with literal texts in place of some placeholders.
  func filled(_ texts: [String: String]) -> StringPattern {
    StringPattern(
      pieces: pieces.map { piece in
        guard case .placeholder(let name) = piece, let text = texts[name] else { return piece }
        return .literal(text)
      })
  }

  /// The text with its placeholders replaced; those without a value become empty.
  func filled(_ value: (String) -> String?) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let name): text += value(name) ?? ""
      }
    }
  }
}
