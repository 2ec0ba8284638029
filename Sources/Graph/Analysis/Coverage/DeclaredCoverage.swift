/// What one report declares with `core-issues:` and `affects:`, and what of it has no position in the report.
package struct DeclaredCoverage: Sendable {
  package let report: ID<ReportEntry>
  /// The core issues, in the author's order, without duplicates.
  package let issues: [ID<Issue>]
  /// The affected parties that have a column or existed at the report's date, in the author's order, without duplicates.
  package let parties: [ID<Party>]
  /// Core issues without a row, then affected parties without a column.
  package let gaps: [CoverageGap]
  /// Cells of rows and columns that exist, by issue, then party.
  package let emptyCells: [EmptyCell]
  /// The first table of positions in the report; nil: it has none.
  package let firstTable: ID<Comparison>?

  /// A declared issue and a declared party with a row and a column, but neither a position nor a silent cell for both.
  package struct EmptyCell: Sendable, Hashable {
    package let issue: ID<Issue>
    package let party: ID<Party>
    /// The first table of the report with both, otherwise the first with the issue.
    package let comparison: ID<Comparison>
  }

  /// Whether nothing that the report declares is missing. A report that declares nothing has no such value.
  package var isComplete: Bool { gaps.isEmpty && emptyCells.isEmpty }

  /// The core issues that have a row in the report.
  package var issuesWithRow: Int {
    issues.count - gaps.count { if case .issue = $0.subject { true } else { false } }
  }

  /// The affected parties that have a column in the report.
  package var partiesWithColumn: Int {
    parties.count - gaps.count { if case .party = $0.subject { true } else { false } }
  }

  /// nil: the report declares neither core issues nor affected parties.
  init?(of entry: ReportEntry, gaps: [CoverageGap], in graph: IssueGraph, silent: ArraySlice<SilentCell>) {
    let columns = graph.partiesOfReport[entry.id]
    issues = Self.unique(entry.coreIssues)
    parties = Self.unique(entry.affects).filter { columns.contains($0) || graph.existed($0, at: entry) }
    if issues.isEmpty, parties.isEmpty { return nil }
    let tables = graph.comparisonsOfReport[entry.id].map { graph.comparisons[$0.index] }
      .filter { !$0.columns.isEmpty }
    report = entry.id
    self.gaps = gaps
    firstTable = tables.first?.id
    let missing = Set(gaps.map(\.subject))
    emptyCells = Self.emptyCells(
      issues.filter { !missing.contains(.issue($0)) }, parties.filter { !missing.contains(.party($0)) },
      tables, in: graph, silent: silent)
  }

  private static func emptyCells(
    _ issues: [ID<Issue>], _ parties: [ID<Party>], _ tables: [Comparison], in graph: IssueGraph,
    silent: ArraySlice<SilentCell>
  ) -> [EmptyCell] {
    if issues.isEmpty || parties.isEmpty { return [] }
    var filled = Set(silent.map { PartyOnIssue($0.party, on: $0.issue) })
    for table in tables {
      for id in graph.positionsOfComparison[table.id] {
        let position = graph.positions[id.index]
        filled.insert(PartyOnIssue(position.party, on: position.issue))
      }
    }
    return issues.flatMap { issue in
      parties.compactMap { party in
        guard !filled.contains(PartyOnIssue(party, on: issue)),
          let table = tables.first(where: { $0.has(.issue(issue)) && $0.has(.party(party)) })
            ?? tables.first(where: { $0.has(.issue(issue)) })
        else { return nil }
        return EmptyCell(issue: issue, party: party, comparison: table.id)
      }
    }
  }

  private static func unique<Subject>(_ ids: [ID<Subject>]) -> [ID<Subject>] {
    var seen: Set<ID<Subject>> = []
    return ids.filter { seen.insert($0).inserted }
  }
}

extension Comparison {
  fileprivate func has(_ heading: Heading) -> Bool { rows.contains(heading) || columns.contains(heading) }
}
