/// Converts the headings for planned cells back to tables, and the paragraph after a table to its caption.
extension DocumentReader {
  /// Opens the next planned cell and, before the first cell of a row or table, the row or table.
  mutating func openCell() {
    let cell = plan.cells[foundCells]
    let row = plan.rows[Int(cell.row)]
    if foundCells == row.cells.lowerBound {
      if row.number == 0 {
        if list.depth > 1 { foundNestedCell = true }
        let table = plan.tables[row.table]
        list.open(Node(.table, detail: Int32(truncatingIfNeeded: row.table), source: table.source))
      }
      list.open(Node(.tableRow, detail: Int32(truncatingIfNeeded: row.number), source: row.source))
    }
    block = list.count
    list.open(
      Node(
        .tableCell, detail: cell.column, text: stored(cell.mark), extra: stored(cell.attribute),
        source: cell.source))
    foundCells += 1
  }

  /// Stores a part of the plan’s text, in the order of the nodes: words are counted in the text as a whole.
  private mutating func stored(_ range: ByteRange) -> ByteRange {
    range.isEmpty ? .empty : list.store(plan.text[range.range])
  }

  /// Ends the cell that was found last, and adds the plain cells after it, which libcmark does not read.
  mutating func closeCell() {
    closeRow()
    while foundCells < plan.cells.count, plan.cells[foundCells].isPlain {
      let cell = plan.cells[foundCells]
      openCell()
      if !cell.words.isEmpty {
        list.add(Node(.text, text: stored(cell.words), source: cell.place))
      }
      list.close()
      closeRow()
    }
  }

  /// Fills up a short row after its last cell and closes the row; closes the table after its last row.
  private mutating func closeRow() {
    let cell = plan.cells[foundCells - 1]
    let row = plan.rows[Int(cell.row)]
    guard foundCells == row.cells.upperBound else { return }
    let table = plan.tables[row.table]
    let end = ByteRange(Int(row.source.end), Int(row.source.end))
    for column in Int(cell.column) + 1..<max(Int(cell.column) + 1, table.alignments.count) {
      list.add(Node(.tableCell, detail: Int32(truncatingIfNeeded: column), source: end))
    }
    list.close()
    if Int(cell.row) + 1 == table.rows.upperBound {
      lastTable = list.open.last
      list.close()
    }
  }

  /// Moves the paragraph that was just closed into the table before it, if it is the table's caption.
  mutating func takeCaption() {
    guard let table = lastTable, Int(list[table].end) == block, list[block].kind == .paragraph else { return }
    let source = text.bytes[blockRange]
    guard let caption = TableCaption(list.nodes[(block + 1)...], list.text, source: source) else { return }
    var nodes = Array(list.nodes[block...])
    nodes[0].kind = .tableCaption
    nodes[1].text.start += Int32(truncatingIfNeeded: caption.markerLength)
    if let attributes = caption.attributes {
      let (id, classes) = TableCaption.read(list.text[attributes])
      let shape = shapes[Int(list[table].detail)]
      shapes[Int(list[table].detail)] = TableShape(alignments: shape.alignments, id: id, classes: classes)
      var end = attributes.lowerBound - 1
      let last = nodes.count - 1
      while end > Int(nodes[last].text.start), list.text[end - 1].isSpace { end -= 1 }
      nodes[last].text.end = Int32(truncatingIfNeeded: max(end, Int(nodes[last].text.start)))
    }
    let shift = Int32(truncatingIfNeeded: table + 1 - block)
    for index in nodes.indices { nodes[index].end += shift }
    list[table].source.end = max(list[table].source.end, nodes[0].source.end)
    list.removeNodes(from: block)
    list.replace(table + 1..<table + 1, with: nodes)
    list[table].end += Int32(truncatingIfNeeded: nodes.count)
    lastTable = nil
  }
}
