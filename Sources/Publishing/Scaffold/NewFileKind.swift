import Content
import Text

/// The kind of a new content file.
package enum NewFileKind: String, Sendable, Hashable, CaseIterable {
  case report, issue, party

  /// The folder for its files, below the content folder.
  var folder: String {
    switch self {
    case .report: "reports"
    case .issue: "issues"
    case .party: "parties"
    }
  }

  /// The text of a new file, with front matter. Keys without a value count as absent.
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
        succeeds:
        member-of: []
        from:
        to:
        summary:
        ---


        """
    }
  }
}
