import Text

/// Which blocks have `dir="auto"`, so that a browser takes their direction from their own text.
package enum BlockDirections: Sendable, Hashable {
  case none
  /// All of them: the text around them runs from left to right, and some run from right to left.
  case all
  /// Those that have only letters from left to right: the text around them runs from right to left, even where it starts with
  /// a name in Latin letters.
  case leftToRight

  /// - Parameters:
  ///   - document: the document that is rendered.
  ///   - isRightToLeft: whether the text around it runs from right to left.
  package init(of document: Document, isRightToLeft: Bool) {
    self = isRightToLeft ? .leftToRight : document.hasRightToLeftText ? .all : .none
  }
}

extension HTMLRenderer {
  /// Writes the `dir` attribute of a block, starting with a space; nothing if it has none.
  package mutating func writeDirection(of index: Int) {
    switch directions {
    case .none: return
    case .all: break
    case .leftToRight: if !isLeftToRight(index) { return }
    }
    write(" dir=\"auto\"")
  }

  /// Whether a block has letters, and only letters that are written from left to right.
  private func isLeftToRight(_ index: Int) -> Bool {
    var has = false
    for node in document.nodes[index..<Int(document.nodes[index].end)] {
      guard let range = node.shownText?.range, !range.isEmpty else { continue }
      let text = document.text[range]
      if LetterDirection.rightToLeft.occurs(in: text) { return false }
      has = has || LetterDirection.leftToRight.occurs(in: text)
    }
    return has
  }
}
