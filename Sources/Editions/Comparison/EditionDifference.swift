/// The changes between two editions.
///
/// Issues, parties and reports are the same in both editions if they have the same slug; the remaining ones,
/// if a name or alias of one is a name or alias of the other (for a report: if it has the same path, or the
/// same title and date). So several may become one, and one may become several. Positions are compared within
/// one issue, party and report: first those with the same content, then the others in their order.
///
/// The difference of an edition to itself is empty; the difference from `b` to `a` is the reverse of that
/// from `a` to `b`.
package struct EditionDifference: Sendable, Hashable {
  /// The name of the earlier edition.
  package let before: String
  /// The name of the later edition.
  package let after: String
  /// Reports, then issues, then parties, each by slug.
  package let subjects: [SubjectChange]
  /// All positions that differ, by issue, party, report and ordinal.
  package let positions: [PositionChange]

  package var isEmpty: Bool { subjects.isEmpty && positions.isEmpty }

  /// The number of positions with this kind of change.
  package func count(of kind: PositionChange.Kind) -> Int {
    positions.count { $0.kinds.contains(kind) }
  }

  /// The difference from `after` to `before`.
  package var reversed: EditionDifference {
    EditionDifference(
      before: after, after: before, subjects: subjects.map(\.reversed), positions: positions.map(\.reversed))
  }
}

extension EditionDifference {
  package init(from before: Edition, to after: Edition) {
    let reports = SubjectMatching(reportsOf: before, and: after)
    let issues = SubjectMatching(issuesOf: before, and: after)
    let parties = SubjectMatching(partiesOf: before, and: after)
    let comparison = PositionComparison(
      before: before, after: after, reports: reports, issues: issues, parties: parties)
    self.init(
      before: before.name, after: after.name,
      subjects: reports.changes + issues.changes + parties.changes, positions: comparison.changes)
  }
}
