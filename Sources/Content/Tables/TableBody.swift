import Markdown

/// The body of a table, as far as it tells positions from facts. Nothing is read before it is asked for.
package struct TableBody {
  let document: Document
  /// The table's node.
  let node: Int

  /// - Parameter node: of a table.
  package init(of node: Int, in document: Document) {
    self.document = document
    self.node = node
  }

  /// Calls `body` with the column and the node of each body cell without the first of each row, until it returns false.
  private func forEachCell(_ body: (_ column: Int, _ cell: Int) -> Bool) {
    let nodes = document.nodes
    var row = node + 1
    while row < Int(nodes[node].end) {
      let end = Int(nodes[row].end)
      if nodes[row].kind == .tableRow, nodes[row].detail > 0, row + 1 < end {
        var (column, cell) = (0, row + 1)
        while cell < end {
          if column > 0, !body(column, cell) { return }
          cell = Int(nodes[cell].end)
          column += 1
        }
      }
      row = end
    }
  }

  /// Whether all cells with text are numbers, prices, shares or dates, and there is at least one.
  func isOfFacts(_ facts: FactWords) -> Bool {
    var found = false
    var isOnlyFacts = true
    forEachCell { _, cell in
      if document.nodes[cell].end == Int32(cell) + 1, document.nodes[cell].text.isEmpty { return true }
      guard document.nodes[cell].text.isEmpty, let text = shortText(of: cell) else {
        isOnlyFacts = false
        return false
      }
      guard CellText(text) == .words else { return true }
      isOnlyFacts = facts.isFact(text)
      found = true
      return isOnlyFacts
    }
    return found && isOnlyFacts
  }

  /// The text of a cell that may be a fact; nil for others.
  private func shortText(of cell: Int) -> String? {
    let first = document.nodes[cell + 1 < Int(document.nodes[cell].end) ? cell + 1 : cell]
    if first.kind == .text,
      first.text.count > FactWords.longest || FactWords.isPlainlyNone(document.text[first.text.range])
    {
      return nil
    }
    return document.plainText(of: cell)
  }

  /// Whether at least two cells of these columns start with a stance mark.
  ///
  /// - Parameter columns: by column, from 0.
  func hasMarks(in columns: [Bool]) -> Bool {
    var count = 0
    forEachCell { column, cell in
      let mark = document.nodes[cell].text
      if !mark.isEmpty, column < columns.count, columns[column], Stance(mark: document.string(mark)) != nil {
        count += 1
      }
      return count < 2
    }
    return count >= 2
  }

  /// Whether most cells of the second column have the length of a phrase.
  package var isProse: Bool {
    var (phrases, all) = (0, 0)
    forEachCell { column, cell in
      guard column == 1 else { return true }
      let text = document.plainText(of: cell)
      guard CellText(text) == .words else { return true }
      all += 1
      if text.split(whereSeparator: \.isWhitespace).count >= 4 || text.unicodeScalars.count >= 30 {
        phrases += 1
      }
      return true
    }
    return phrases * 2 > all
  }
}
