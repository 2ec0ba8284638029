import Markdown

/// Decides the kind of a table: first from its own report, then, when all reports are read, from the known
/// parties.
package struct TableClassifier: Sendable {
  /// The words of the site, including those for the names of parties.
  package let words: HeaderWords

  package init(_ words: TableWords) {
    self.words = HeaderWords(words)
  }

  /// The kind of a table without a directive or a declaring caption, judging by its header row.
  ///
  /// An axis word needs two other columns that may be parties; a corner such as “Party” needs one other
  /// column that may be an issue. Otherwise the table is undecided.
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

  /// The kind of a table when every party is known.
  ///
  /// - Parameters:
  ///   - reading: the kind according to its own report.
  ///   - knownPartyColumns: the number of different known parties in its headers, without the corner.
  /// - Returns: the kind, and whether the table is plain although its corner is an axis word (which gives a
  ///   note).
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

  /// The same, but asks whether a column (1 ..< `columns`) names a known party only if it matters.
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
  /// The headers that a table adds to the known parties: those of tables declared as positions and of tables
  /// with an axis word, without empty ones and those on the not-a-party list. In order of appearance, as
  /// written, including generic last words.
  ///
  /// Tables whose kind depends on other reports (`optionWord`, `undecided`, `emptyCorner`) add none, so the
  /// known parties do not depend on the order of reports.
  package func headersMadeKnown(by table: AuthoredTable, in document: Document) -> [AuthoredName] {
    switch table.reading {
    case .declared(.positions(let transposed)), .axis(let transposed):
      partyHeaders(of: table, transposed: transposed, in: document)
    default: []
    }
  }

  /// The headers of a positions table that name parties: those of its columns without the corner, or those of
  /// its rows if it is transposed.
  package func partyHeaders(
    of table: AuthoredTable, transposed: Bool, in document: Document
  ) -> [AuthoredName] {
    let headers = transposed ? Self.rowHeaders(of: table.node, in: document) : Array(table.header.dropFirst())
    return headers.filter { words.mayBeParty($0.text) }
  }

  /// The plain text and place of the first cells of the body rows.
  package static func rowHeaders(of table: Int, in document: Document) -> [AuthoredName] {
    document.children(of: table).compactMap { row in
      guard document.nodes[row].kind == .tableRow, document.nodes[row].detail > 0,
        let cell = document.children(of: row).first(where: { document.nodes[$0].kind == .tableCell })
      else { return nil }
      return AuthoredName(document.plainText(of: cell), range: document.nodes[cell].source.range)
    }
  }
}
