/// What differs between two graphs whose names, addresses and tables are the same.
package struct GraphChange: Sendable {
  /// The reports that were read or linked again.
  package let reports: [ID<ReportEntry>]
  /// The issues and parties on and of which these reports had or have positions or silent cells. On all others, and of all
  /// others, the positions are the same, but may have other numbers.
  package let issues: Set<ID<Issue>>
  package let parties: Set<ID<Party>>
  /// Whether the positions and silent cells are the same, apart from stances, evidence and words.
  package let keepsPositions: Bool
  /// The positions with another stance than before, if positions are the same.
  package let rerated: [Position]

  package init(from old: IssueGraph, to new: IssueGraph) {
    reports = new.reports.indices.filter { old.reports[$0] !== new.reports[$0] }.map { ID($0) }
    let (before, after) = (reports.flatMap(old.positions), reports.flatMap(new.positions))
    let (oldCells, newCells) = (reports.flatMap(old.silentCells), reports.flatMap(new.silentCells))
    issues = Set((before + after).map(\.issue) + (oldCells + newCells).map(\.issue))
    parties = Set((before + after).map(\.party) + (oldCells + newCells).map(\.party))
    keepsPositions =
      before.elementsEqual(after) { $0.isSame(as: $1) }
      && oldCells.elementsEqual(newCells) { $0.isSame(as: $1) }
    rerated = keepsPositions ? zip(before, after).filter { $0.stance != $1.stance }.map(\.1) : []
  }
}

extension IssueGraph {
  /// The positions of a report, in its order.
  func positions(of report: ID<ReportEntry>) -> ArraySlice<Position> { positions[places(of: report)] }

  /// The places of the positions of a report.
  func places(of report: ID<ReportEntry>) -> Range<Int> { positions.places(of: report.index) { $0.report } }
}
