import Content
import Text

/// What a new file of a site is about.
package enum NewFileKind: String, Sendable, Hashable, CaseIterable {
  case report, issue, party

  /// The folder below the content in which its files lie.
  var folder: String {
    switch self {
    case .report: "reports"
    case .issue: "issues"
    case .party: "parties"
    }
  }

  /// The file, its front matter filled in: keys without a value are as if absent.
  func text(title: String, today: PartialDate, isDraft: Bool) -> String {
    let name = YAMLScalar.text(title, isInList: false)
    let draft = isDraft ? "draft: true\n" : ""
    switch self {
    case .report:
      return """
        ---
        title: \(name)
        date: \(today)
        \(draft)summary:
        authors: []
        tags: []
        core-issues: []
        affects: []
        ---


        """
    case .issue:
      return """
        ---
        title: \(name)
        \(draft)aliases: []
        proposition:
        group:
        broader: []
        related: []
        summary:
        ---


        """
    case .party:
      return """
        ---
        title: \(name)
        \(draft)aliases: []
        kind:
        short:
        acts-for:
        member-of: []
        from:
        to:
        summary:
        ---


        """
    }
  }
}
