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

extension ReportEntry {
  /// The corrections of a cell, the newest first.
  package func corrections(ofIssue issue: ID<Issue>, party: ID<Party>) -> [Correction] {
    if corrections.isEmpty { return [] }
    let cell = Correction.Cell(issue: issue, party: party)
    return newestCorrections.filter { $0.cell == cell }
  }

  /// All corrections, the newest first; those of one date in the author's order.
  package var newestCorrections: [Correction] {
    corrections.enumerated().sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }.map(
      \.element)
  }
}

extension IssueGraph {
  /// The newest correction of a position's cell; nil: it was not corrected.
  package func newestCorrection(of position: Position) -> Correction? {
    let report = position.report.index
    if reports[report].corrections.isEmpty { return nil }
    return reports[report].corrections(ofIssue: position.issue, party: position.party).first
  }

  /// The first position in the cell of a correction; nil: it names none, or the cell holds no position.
  package func position(of correction: Correction, in report: ID<ReportEntry>) -> ID<Position>? {
    guard let cell = correction.cell else { return nil }
    return comparisonsOfReport[report].lazy.flatMap { self.positionsOfComparison[$0] }.first {
      self.positions[$0.index].issue == cell.issue && self.positions[$0.index].party == cell.party
    }
  }
}
