import Content
import Text

/// The kind of a new content file.
package enum NewFileKind: String, Sendable, Hashable, CaseIterable {
  case report, issue, party, page

  /// The folder for its files, below the content folder.
  package var folder: String {
    switch self {
    case .report: "reports"
    case .issue: "issues"
    case .party: "parties"
    case .page: "pages"
    }
  }

  /// The text of a new file, with front matter. Keys without a value count as absent.
  ///
  /// - Parameter table: the lines of a table to fill in; a report has it as its text, and the file of an issue as a comment.
  func text(title: String, today: PartialDate, isDraft: Bool, table: [String] = []) -> String {
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

        \(table.map { $0 + "\n" }.joined())
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

        \(Self.comment(table))
        """
    case .party:
      return """
        ---
        title: \(name)
        \(draft)aliases: []
        kind:
        abbreviation:
        acts-for:
        succeeds:
        member-of: []
        from:
        to:
        summary:
        ---


        """
    case .page:
      return """
        ---
        title: \(name)
        \(draft)summary:
        ---


        """
    }
  }

  /// Positions belong in reports, so the file of an issue has the table only as a comment, which the site does not show.
  private static func comment(_ table: [String]) -> String {
    if table.isEmpty { return "" }
    let lines = ["<!-- To record positions, move this table to a report:", ""] + table + ["", "-->"]
    return lines.map { $0 + "\n" }.joined()
  }
}
