/// A ` ```standpoint ` block: a live view of the graph in a text.
package struct AuthoredView: Sendable, Hashable {
  /// The content of the view.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A table of issues by parties with the latest positions.
    case matrix
    /// Every position of each pair, the oldest first.
    case history
    /// The latest position of each pair, in full.
    case positions
  }

  /// The code block's node in the document.
  package let node: Int
  package let kind: Kind
  /// `issues:`, names of issues; nil: all.
  package let issues: [AuthoredName]?
  /// `parties:`, names of parties; nil: all.
  package let parties: [AuthoredName]?
  /// `as-of:`; later and undated positions are left out; nil: all are included.
  package let asOf: PartialDate?

  package init(
    node: Int, kind: Kind, issues: [AuthoredName]?, parties: [AuthoredName]?, asOf: PartialDate?
  ) {
    self.node = node
    self.kind = kind
    self.issues = issues
    self.parties = parties
    self.asOf = asOf
  }
}
