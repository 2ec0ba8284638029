/// What changed between two editions.
///
/// Issues, parties and reports are the same in both when they have one slug; what is left over, when a name or alias of
/// one is a name or alias of the other (a report: its path, or its title and date). So several may become one and
/// one several. Positions are compared within one issue, party and report: first those that say the same, then
/// the others in their order.
///
/// The difference of an edition to itself is empty; from `b` to `a` it is the one from `a` to `b` turned round.
package struct EditionDifference: Sendable, Hashable {
  /// Name of the earlier edition.
  package let before: String
  /// Name of the later edition.
  package let after: String
  /// Reports, then issues, then parties, each by slug.
  package let subjects: [SubjectChange]
  /// By issue, party, report and ordinal; every position that differs and no other.
  package let positions: [PositionChange]

  package var isEmpty: Bool { subjects.isEmpty && positions.isEmpty }

  /// How many positions changed in that way.
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
