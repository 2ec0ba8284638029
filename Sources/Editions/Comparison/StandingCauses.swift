/// What can change a standing without an edit of its cells: dates of reports, and names that were merged or split.
struct StandingCauses {
  private let redatedReports: Set<String>
  private let regroupedIssues: Set<Int>
  private let regroupedParties: Set<Int>

  init(_ cells: CellComparison) {
    let subjects = cells.subjects
    redatedReports = Set(
      subjects.reports.changes.filter { $0.fields.contains { $0.name == .date } }.flatMap {
        $0.before.map(\.slug)
      })
    regroupedIssues = Self.regrouped(subjects.issues)
    regroupedParties = Self.regrouped(subjects.parties)
  }

  /// The groups of subjects that became one or several.
  private static func regrouped(_ matching: SubjectMatching) -> Set<Int> {
    Set(
      matching.changes.filter { !$0.isAdded && !$0.isDropped && $0.before.count + $0.after.count > 2 }
        .flatMap { $0.before.compactMap { matching.groupsBefore[$0.slug] } })
  }

  var isEmpty: Bool { redatedReports.isEmpty && regroupedIssues.isEmpty && regroupedParties.isEmpty }

  /// Why the standing of a party on an issue may be another; nil: there is no reason but its cells.
  ///
  /// - Parameters:
  ///   - issue: the number of the issue's group, like `party`.
  ///   - reports: slugs of the reports in the earlier state that have positions of the pair.
  func cause(issue: Int, party: Int, reports: Set<String>) -> RecordChange.Cause? {
    if regroupedIssues.contains(issue) || regroupedParties.contains(party) { return .names }
    return reports.isDisjoint(with: redatedReports) ? nil : .reportDate
  }
}
