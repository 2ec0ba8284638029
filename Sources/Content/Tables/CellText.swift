import Markdown

/// The meaning of the plain text of a cell in a positions table.
package enum CellText: Sendable, Hashable {
  /// The cell is empty: the report does not cover the point.
  case empty
  /// A dash of any kind, single or double, “n/a” or silence words: the report records no position.
  case silent
  /// A position.
  case words

  /// - Parameter text: the cell's plain text, without mark and attribute.
  package init(_ text: some StringProtocol, silence: SilenceWords = .none) {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    if scalars.isEmpty {
      self = .empty
    } else if scalars.count <= 3 && scalars.allSatisfy(Dash.isDash) || Self.isNotApplicable(scalars) {
      self = .silent
    } else if silence.contains(String(text)) {
      self = .silent
    } else {
      self = .words
    }
  }

  /// Reads the same from a cell's node, without creating a string for cells that clearly have words.
  package init(of cell: Int, in document: Document, silence: SilenceWords = .none) {
    var inked = 0
    for node in document.nodes[cell..<Int(document.nodes[cell].end)] {
      switch node.kind {
      case .text, .code: inked += document.text[node.text.range].count { $0 > 0x20 }
      case .wikilink: inked += node.text.count
      default: break
      }
      // Three dashes have at most nine bytes; white space outside ASCII has three bytes per character.
      if inked > max(40, silence.longest) {
        self = .words
        return
      }
    }
    self.init(document.plainText(of: cell), silence: silence)
  }

  private static func isNotApplicable(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let word = scalars.count == 4 && scalars.last == "." ? scalars.dropLast() : scalars
    return ["n/a", "N/A", "N/a"].contains { $0.unicodeScalars.elementsEqual(word) }
  }
}

/// The characters that authors (and their editors) use for a dash or a minus sign.
enum Dash {
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x207B, 0x2796, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }
}
