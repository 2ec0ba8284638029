import Content

/// An issue that a report calls a core issue without comparing it, or a party that it calls affected without a column.
package struct CoverageGap: Sendable, Hashable {
  package let report: ID<ReportEntry>
  package let subject: MentionSubject
  /// Where the report declares it, as UTF-8 byte offsets in the report's file.
  package let range: Range<Int>
  /// No other report has a row or column of it either.
  package let isNowhere: Bool

  /// The gaps of one report, issues before parties, each in the author's order, each once.
  static func gaps(of entry: ReportEntry, in graph: IssueGraph) -> [CoverageGap] {
    var gaps: [CoverageGap] = []
    let rows = graph.issuesOfReport[entry.id]
    for (issue, range) in zip(entry.coreIssues, entry.coreIssueRanges) where !rows.contains(issue) {
      gaps.append(
        CoverageGap(
          report: entry.id, subject: .issue(issue), range: range,
          isNowhere: graph.reportsOfIssue[issue].isEmpty))
    }
    let columns = graph.partiesOfReport[entry.id]
    for (party, range) in zip(entry.affects, entry.affectsRanges) where !columns.contains(party) {
      gaps.append(
        CoverageGap(
          report: entry.id, subject: .party(party), range: range,
          isNowhere: graph.reportsOfParty[party].isEmpty))
    }
    var seen: Set<MentionSubject> = []
    return gaps.filter { seen.insert($0.subject).inserted }
  }
}
