/// What joins two issues: what their files say, or the reports that treat both.
package struct IssueTie: Sendable, Hashable {
  /// What the files say of the two.
  package enum Relation: Sendable, Hashable {
    /// The first is the wider one.
    case broader
    case related
  }

  package let first: ID<Issue>
  package let second: ID<Issue>
  /// nil: only reports join them.
  package let relation: Relation?
  /// How many reports treat both.
  package let reports: Int

  package init(first: ID<Issue>, second: ID<Issue>, relation: Relation?, reports: Int) {
    self.first = first
    self.second = second
    self.relation = relation
    self.reports = reports
  }
}
