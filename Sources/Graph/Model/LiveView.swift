import Content

/// A live view of the graph in a text: the selection of a ` ```standpoint ` block, with names resolved.
package struct LiveView: Sendable, Hashable {
  /// The code block's node in the document.
  package let node: Int32
  package let kind: AuthoredView.Kind
  /// In the author's order, without duplicates; nil: all.
  package let issues: [ID<Issue>]?
  /// In the author's order, without duplicates; nil: all.
  package let parties: [ID<Party>]?
  /// The day of the record (`RecordedDates.isRecorded`): later and undated positions, and those of later and undated
  /// reports, are left out. nil: all positions are included.
  package let asOf: PartialDate?

  package init(
    node: Int32, kind: AuthoredView.Kind, issues: [ID<Issue>]?, parties: [ID<Party>]?, asOf: PartialDate?
  ) {
    self.node = node
    self.kind = kind
    self.issues = issues
    self.parties = parties
    self.asOf = asOf
  }
}
