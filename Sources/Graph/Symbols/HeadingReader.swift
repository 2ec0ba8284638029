import Markdown

/// Reads the headings of tables: header cells, and the first cells of rows.
struct HeadingReader: Sendable {
  private var scratch: [UInt8] = []

  /// The forms of the header cells, by column.
  mutating func header(of table: Int, in document: Document, forms: inout StringInterner) -> [Int32] {
    var result: [Int32] = []
    var row = table + 1
    while row < Int(document.nodes[table].end) {
      if document.nodes[row].kind == .tableRow, document.nodes[row].detail == 0 {
        var cell = row + 1
        while cell < Int(document.nodes[row].end) {
          result.append(form(of: cell, in: document, forms: &forms))
          cell = Int(document.nodes[cell].end)
        }
        break
      }
      row = Int(document.nodes[row].end)
    }
    return result
  }

  /// The forms of the first cells of the body rows, in order.
  mutating func rows(of table: Int, in document: Document, forms: inout StringInterner) -> [Int32] {
    var result: [Int32] = []
    var row = table + 1
    while row < Int(document.nodes[table].end) {
      let node = document.nodes[row]
      if node.kind == .tableRow, node.detail > 0 {
        let hasCell = node.end > row + 1
        result.append(hasCell ? form(of: row + 1, in: document, forms: &forms) : TableClassification.none)
      }
      row = Int(node.end)
    }
    return result
  }

  /// The form of one heading cell: its plain text or, if it contains only a wikilink, the target of the
  /// wikilink.
  private mutating func form(of cell: Int, in document: Document, forms: inout StringInterner) -> Int32 {
    let nodes = document.nodes
    let end = Int(nodes[cell].end)
    if end == cell + 2, nodes[cell + 1].kind == .text {
      return insert(nodes[cell + 1].text, of: document, forms: &forms)
    }
    if end == cell + 2, nodes[cell + 1].kind == .wikilink {
      return insert(WikilinkTarget.name(in: nodes[cell + 1].text, of: document), of: document, forms: &forms)
    }
    scratch.removeAll(keepingCapacity: true)
    document.appendPlainText(of: cell, to: &scratch)
    return scratch.withUnsafeBufferPointer { Self.insert($0[...], forms: &forms) }
  }

  private func insert(_ range: ByteRange, of document: Document, forms: inout StringInterner) -> Int32 {
    document.text.withUnsafeBufferPointer { Self.insert($0[range.range], forms: &forms) }
  }

  private static func insert(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, forms: inout StringInterner) -> Int32
  {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return bytes.isEmpty || isRule(bytes) ? TableClassification.none : forms.insert(bytes)
  }

  /// Whether a heading is a line of dashes, equals or plus signs, as some programs draw between rows.
  static func isRule(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count >= 3
      && bytes.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "+")
          || $0 == UInt8(ascii: ":")
      }
  }
}
