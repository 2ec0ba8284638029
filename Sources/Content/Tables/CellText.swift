import Markdown

/// What the plain text of a cell in a positions table amounts to.
package enum CellText: Sendable, Hashable {
  /// Nothing is written: the report does not cover it.
  case empty
  /// A dash of any kind, alone or doubled, or “n/a”: the party is silent. No position.
  case silent
  /// A position.
  case words

  /// - Parameter text: the cell's plain text, without mark and attribute.
  package init(_ text: some StringProtocol) {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    if scalars.isEmpty {
      self = .empty
    } else if scalars.count <= 3, scalars.allSatisfy(Dash.isDash) || Self.isNotApplicable(scalars) {
      self = .silent
    } else {
      self = .words
    }
  }

  /// The same of a cell's node, without making a string of cells that clearly have words.
  package init(of cell: Int, in document: Document) {
    var inked = 0
    for node in document.nodes[cell..<Int(document.nodes[cell].end)] {
      switch node.kind {
      case .text, .code: inked += document.text[node.text.range].count { $0 > 0x20 }
      case .wikilink: inked += node.text.count
      default: break
      }
      // Three dashes have nine bytes at most; white space beyond ASCII three a character.
      if inked > 40 {
        self = .words
        return
      }
    }
    self.init(document.plainText(of: cell))
  }

  private static func isNotApplicable(_ scalars: Substring.UnicodeScalarView) -> Bool {
    ["n/a", "N/A", "N/a"].contains { $0.unicodeScalars.elementsEqual(scalars) }
  }
}

/// The characters that authors (and their editors) write for a dash or a minus sign.
enum Dash {
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x207B, 0x2796, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }
}
