/// What the site's profile makes of a block when it is closed.
extension DocumentReader {
  /// Makes a figure or a table's caption of the paragraph that was closed last, if it is one.
  mutating func finishSiteParagraph() {
    if SiteBlocks.isFigure(list, block) {
      list[block].kind = .figure
    } else if let table = lastTable, Int(list[table].end) == block, list[block].kind == .paragraph {
      foldCaption(into: table)
    }
  }

  private mutating func foldCaption(into table: Int) {
    let source = text.bytes[blockRange]
    guard let caption = TableCaption(list.nodes[(block + 1)...], list.text, source: source) else { return }
    var nodes = Array(list.nodes[block...])
    nodes[0].kind = .tableCaption
    nodes[1].text.start += Int32(truncatingIfNeeded: caption.sign)
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
