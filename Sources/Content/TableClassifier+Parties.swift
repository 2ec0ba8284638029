import Markdown

extension TableClassifier {
  /// The headers that a table makes known as parties by itself: those of tables declared as positions and of tables with an
  /// axis word, empty ones and those on the not-a-party list aside. In order of appearance, as written, generic
  /// last words included.
  ///
  /// Tables that wait for other reports (`optionWord`, `undecided`, `emptyCorner`) give none, so what is known does not
  /// depend on the order of reports.
  package func headersMadeKnown(by table: AuthoredTable, in document: Document) -> [AuthoredName] {
    switch table.reading {
    case .declared(.positions(let transposed)), .axis(let transposed):
      partyHeaders(of: table, transposed: transposed, in: document)
    default: []
    }
  }

  /// The headers of a positions table that name parties: its columns', the corner's aside, or its rows' when transposed.
  package func partyHeaders(
    of table: AuthoredTable, transposed: Bool, in document: Document
  ) -> [AuthoredName] {
    let headers = transposed ? Self.rowHeaders(of: table.node, in: document) : Array(table.header.dropFirst())
    return headers.filter { words.mayBeParty($0.text) }
  }

  /// The first cells of the body rows: plain text and place.
  package static func rowHeaders(of table: Int, in document: Document) -> [AuthoredName] {
    document.children(of: table).compactMap { row in
      guard document.nodes[row].kind == .tableRow, document.nodes[row].detail > 0,
        let cell = document.children(of: row).first(where: { document.nodes[$0].kind == .tableCell })
      else { return nil }
      return AuthoredName(document.plainText(of: cell), range: document.nodes[cell].source.range)
    }
  }
}
