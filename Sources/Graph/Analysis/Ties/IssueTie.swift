/// A connection between two issues: a relation that a file declares, or reports that cover both.
package struct IssueTie: Sendable, Hashable {
  /// The relation that a file declares.
  package enum Relation: Sendable, Hashable {
    /// The first is the broader one.
    case broader
    case related
  }

  package let first: ID<Issue>
  package let second: ID<Issue>
  /// nil: only reports connect them.
  package let relation: Relation?
  /// The number of reports that cover both.
  package let reports: Int

  package init(first: ID<Issue>, second: ID<Issue>, relation: Relation?, reports: Int) {
    self.first = first
    self.second = second
    self.relation = relation
    self.reports = reports
  }
}
