import Content

/// An entry of `corrections:` in a report: a public note that something in the report was wrong and has been
/// corrected.
package struct Correction: Sendable, Hashable {
  /// A cell of the report's tables, or several if they have the same issue and party.
  package struct Cell: Sendable, Hashable {
    package let issue: ID<Issue>
    package let party: ID<Party>
  }

  /// When it was corrected.
  package let date: PartialDate
  /// Plain text that says what was wrong.
  package let note: String
  /// Its anchor on the page of the report.
  package let anchor: String
  /// The corrected cell, which may hold no position any more; nil: the report as a whole.
  package let cell: Cell?
}

extension IssueGraph {
  /// The newest correction of a position's cell; nil: it was not corrected.
  package func newestCorrection(of position: Position) -> Correction? {
    let report = position.report.index
    if reports[report].corrections.isEmpty { return nil }
    return reports[report].corrections(ofIssue: position.issue, party: position.party).first
  }

  /// The first position in each cell that a correction of the report names; without cells that hold no position.
  package func correctedPositions(in report: ID<ReportEntry>) -> [Correction.Cell: ID<Position>] {
    let cells = Set(reports[report.index].corrections.compactMap(\.cell))
    var found: [Correction.Cell: ID<Position>] = [:]
    if cells.isEmpty { return found }
    for position in positions(of: report) {
      let cell = Correction.Cell(issue: position.issue, party: position.party)
      if found[cell] == nil, cells.contains(cell) { found[cell] = position.id }
    }
    return found
  }
}
