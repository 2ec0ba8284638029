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
