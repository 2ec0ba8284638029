/// What can change a standing without an edit to its cells: dates of reports, and names that were merged or split.
struct StandingCauses {
  private let redatedReports: Set<String>
  private let regroupedIssues: Set<Int>
  private let regroupedParties: Set<Int>

  init(_ cells: CellComparison) {
    let subjects = cells.subjects
    redatedReports = Self.redated(cells)
    regroupedIssues = Self.regrouped(subjects.issues)
    regroupedParties = Self.regrouped(subjects.parties)
  }

  /// The slugs of reports with another date or, where both states know it, another `updated:`, which limits the dates of cells.
  private static func redated(_ cells: CellComparison) -> Set<String> {
    let now = Dictionary(cells.after.reports.map { ($0.slug, $0) }) { first, _ in first }
    let knowUpdated = cells.before.knowsSources && cells.after.knowsSources
    return Set(
      cells.before.reports.filter { old in
        guard let new = cells.subjects.reports.nameNow(old.slug).flatMap({ now[$0.slug] }) else {
          return false
        }
        return old.date != new.date || (knowUpdated && old.updated != new.updated)
      }.map(\.slug))
  }

  /// The groups of subjects that became one or several.
  private static func regrouped(_ matching: SubjectMatching) -> Set<Int> {
    Set(
      matching.changes.filter { !$0.isAdded && !$0.isDropped && $0.before.count + $0.after.count > 2 }
        .flatMap { $0.before.compactMap { matching.groupsBefore[$0.slug] } })
  }

  var isEmpty: Bool { redatedReports.isEmpty && regroupedIssues.isEmpty && regroupedParties.isEmpty }

  /// Why the standing of a party on an issue may have changed; nil: only its cells can be the reason.
  ///
  /// - Parameters:
  ///   - issue: the number of the issue's group, like `party`.
  ///   - reports: slugs of the reports in the earlier state that have positions of the pair.
  func cause(issue: Int, party: Int, reports: Set<String>) -> RecordChange.Cause? {
    if regroupedIssues.contains(issue) || regroupedParties.contains(party) { return .names }
    return reports.isDisjoint(with: redatedReports) ? nil : .reportDate
  }
}

extension Edition {
  /// Whether it is a whole state, not one of version 1 or read from a table, which know neither sources nor `updated:`.
  fileprivate var knowsSources: Bool { positions.allSatisfy { $0.sources != nil } }
}
