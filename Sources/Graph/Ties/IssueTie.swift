/// What joins two issues: what their files say, or the reports that treat both.
public struct IssueTie: Sendable, Hashable {
  /// What the files say of the two.
  public enum Relation: Sendable, Hashable {
    /// The first is the wider one.
    case broader
    case related
  }

  public let first: ID<Issue>
  public let second: ID<Issue>
  /// nil: only reports join them.
  public let relation: Relation?
  /// How many reports treat both.
  public let reports: Int

  public init(first: ID<Issue>, second: ID<Issue>, relation: Relation?, reports: Int) {
    self.first = first
    self.second = second
    self.relation = relation
    self.reports = reports
  }
}
