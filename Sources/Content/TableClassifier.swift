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
