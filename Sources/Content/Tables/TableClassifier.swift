import Markdown

/// Decides the kind of a table: first from its own report, then, when all reports are read, from the known
/// parties and issues.
package struct TableClassifier: Sendable {
  /// The words of the site, including those for the names of parties.
  package let words: HeaderWords

  package init(_ words: TableWords) {
    self.words = HeaderWords.of(words)
  }

  /// The kind of a table without a directive or a declaring caption.
  ///
  /// - Parameters:
  ///   - header: the texts of the header row.
  ///   - body: the rows below it; nil: only the header counts.
  package func reading(header: [String], body: TableBody? = nil) -> TableReading {
    let keys = header.map { NameKey($0) }
    return reading(header: header, keys: keys, sides: SideColumns(header, keys, words), body: body)
  }

  /// - Parameters:
  ///   - keys: the keys of the header.
  ///   - sides: the columns beside those of the parties.
  func reading(header: [String], keys: [NameKey], sides: SideColumns?, body: TableBody?) -> TableReading {
    let corner = keys.first ?? NameKey("")
    if let body, body.isOfFacts(words.facts) { return .facts }
    let asides = sides?.named ?? []
    let candidates = keys.indices.map { $0 > 0 && !asides.contains($0) && words.mayBeParty(keys[$0]) }
    let count = candidates.count { $0 }
    let isParty = words.isParty(corner)
    if words.isAxis(corner), !isParty {
      if count >= 2 { return .axis }
    } else if isParty, words.columns(header).contains(.position) {
      return .partyAndPosition
    }
    if let body, body.hasMarks(in: candidates) { return .marks(transposed: isParty) }
    if corner.isEmpty { return .emptyCorner }
    if isParty { return .partyCorner }
    if words.isOption(corner) { return .optionWord }
    return .undecided(axisWord: words.isAxis(corner))
  }

  /// The decision about a table when all parties and issues are known.
  ///
  /// - Parameters:
  ///   - reading: the kind according to its own report.
  ///   - knownPartyColumns: the number of different known parties in its headers, without the corner.
  ///   - columnsAreKnownIssues: whether all headers that may be issues name known issues, and there is one.
  ///   - hasIssueHeading: whether a heading above the table names an issue.
  ///   - possiblePartyColumns: the number of columns that may be parties, including those on the not-a-party list that are
  ///     names of a party with a file.
  package static func settle(
    _ reading: TableReading, knownPartyColumns: Int, columnsAreKnownIssues: Bool = false,
    hasIssueHeading: Bool = false, possiblePartyColumns: Int = 0
  ) -> TableDecision {
    let positions = TableKind.positions(transposed: false)
    switch reading {
    case .declared(let kind): return TableDecision(kind, .declared)
    case .axis: return TableDecision(positions, .axisWord)
    case .rowPerPosition: return TableDecision(positions, .rowPerPosition)
    case .marks(let transposed): return TableDecision(.positions(transposed: transposed), .stanceMarks)
    case .facts: return TableDecision(.plain, .facts)
    case .partyAndPosition:
      return hasIssueHeading
        ? TableDecision(.positions(transposed: true), .partyAndPosition)
        : TableDecision(.plain, .noIssueHeading)
    case .partyCorner:
      return columnsAreKnownIssues
        ? TableDecision(.positions(transposed: true), .knownIssues)
        : TableDecision(.plain, .partyCornerWithoutIssues)
    case .optionWord:
      return knownPartyColumns >= 2
        ? TableDecision(positions, .knownParties) : TableDecision(.options, .optionWord)
    case .emptyCorner:
      return knownPartyColumns >= 1
        ? TableDecision(positions, .knownParties) : TableDecision(.plain, .emptyCorner)
    case .undecided(let axisWord):
      if knownPartyColumns >= 2 { return TableDecision(positions, .knownParties) }
      if axisWord, possiblePartyColumns >= 2 { return TableDecision(positions, .axisWord) }
      return TableDecision(.plain, axisWord ? .axisWordWithoutParties : .otherCorner)
    }
  }

  /// The same, but asks about each column (1 ..< `columns`) only if it matters.
  package static func settle(
    _ reading: TableReading, columns: Int, columnIsKnownParty: (Int) -> Bool
  ) -> TableDecision {
    switch reading {
    case .optionWord, .emptyCorner, .undecided:
      settle(reading, knownPartyColumns: columns > 1 ? (1..<columns).count(where: columnIsKnownParty) : 0)
    default: settle(reading, knownPartyColumns: 0)
    }
  }
}
