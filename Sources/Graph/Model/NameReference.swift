/// A name of an issue or a party in front matter, in a live view or in the directive of a table.
package struct NameReference: Sendable, Hashable {
  /// The key that contains the name.
  package enum Key: Sendable, Hashable {
    /// `core-issues:` and `affects:` of reports.
    case coreIssues, affects
    /// `position` in `corrections:` of reports.
    case correction
    /// `issues=` above a table of options.
    case options
    /// `broader:` and `related:` of issue files.
    case broader, related
    /// `acts-for:`, `succeeds:` and `member-of:` of party files.
    case actsFor, succeeds, memberOf
    /// `issues:` and `parties:` of a ` ```standpoint ` block.
    case view
  }

  package let subject: MentionSubject
  package let key: Key
  private let start: Int32
  private let end: Int32

  init(_ subject: MentionSubject, _ key: Key, at range: Range<Int>) {
    self.subject = subject
    self.key = key
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  /// UTF-8 byte offsets in the file.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

extension [NameReference] {
  /// The issues of `core-issues:`, in the author's order.
  var coreIssues: [ID<Issue>] {
    compactMap { if $0.key == .coreIssues, case .issue(let id) = $0.subject { id } else { nil } }
  }
}
