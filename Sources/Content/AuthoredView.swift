/// A ` ```standpoint ` block: a live view of the graph that an author put into a text.
public struct AuthoredView: Sendable, Hashable {
  /// What is shown.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A table of issues by parties with the latest positions.
    case matrix
    /// Every position of each pair, the oldest first.
    case history
    /// The latest position of each pair, in full.
    case positions
  }

  /// The code block's node in the document.
  public let node: Int
  public let kind: Kind
  /// `issues:`, names of issues; nil: all.
  public let issues: [AuthoredName]?
  /// `parties:`, names of parties; nil: all.
  public let parties: [AuthoredName]?
  /// `as-of:`, later and undated positions are left out; nil: none is.
  public let asOf: PartialDate?

  public init(
    node: Int, kind: Kind, issues: [AuthoredName]?, parties: [AuthoredName]?, asOf: PartialDate?
  ) {
    self.node = node
    self.kind = kind
    self.issues = issues
    self.parties = parties
    self.asOf = asOf
  }
}
