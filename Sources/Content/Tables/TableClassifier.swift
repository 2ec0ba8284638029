import Markdown

/// Decides what a table is: first from its own report, then, once all reports are read, from the known parties.
package struct TableClassifier: Sendable {
  /// The site's words, also for the names of parties.
  package let words: HeaderWords

  package init(_ words: TableWords) {
    self.words = HeaderWords(words)
  }

  /// What the header row says of a table that no directive and no caption declares.
  ///
  /// An axis word needs two further columns that may be parties, a corner such as “Party” one further column that may be
  /// an issue; else the table is undecided.
  package func reading(header: [String]) -> TableReading {
    let corner = NameKey(header.first ?? "")
    if corner.isEmpty { return .emptyCorner }
    let candidates = header.dropFirst().count { words.mayBeParty($0) }
    if words.axis.contains(corner) {
      return candidates >= 2 ? .axis(transposed: false) : .undecided(axisWord: true)
    }
    if words.party.contains(corner) {
      return candidates >= 1 ? .axis(transposed: true) : .undecided(axisWord: false)
    }
    return words.option.contains(corner) ? .optionWord : .undecided(axisWord: false)
  }

  /// The kind of a table, once every party is known.
  ///
  /// - Parameters:
  ///   - reading: what its own report says.
  ///   - knownPartyColumns: how many different known parties its headers name, the corner's aside.
  /// - Returns: the kind, and whether it is plain although its corner is an axis word (worth a note).
  package static func settle(
    _ reading: TableReading, knownPartyColumns: Int
  ) -> (kind: TableKind, isAxisWordWithoutParties: Bool) {
    switch reading {
    case .declared(let kind): (kind, false)
    case .axis(let transposed): (.positions(transposed: transposed), false)
    case .optionWord: (knownPartyColumns >= 2 ? .positions(transposed: false) : .options, false)
    case .emptyCorner: (knownPartyColumns >= 1 ? .positions(transposed: false) : .plain, false)
    case .undecided(let axisWord):
      knownPartyColumns >= 2 ? (.positions(transposed: false), false) : (.plain, axisWord)
    }
  }

  /// The same, asking only where the answer matters whether a column (1 ..< `columns`) is headed by a known party.
  package static func settle(
    _ reading: TableReading, columns: Int, columnIsKnownParty: (Int) -> Bool
  ) -> (kind: TableKind, isAxisWordWithoutParties: Bool) {
    switch reading {
    case .declared, .axis: settle(reading, knownPartyColumns: 0)
    case .optionWord, .emptyCorner, .undecided:
      settle(reading, knownPartyColumns: columns > 1 ? (1..<columns).count(where: columnIsKnownParty) : 0)
    }
  }
}

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
