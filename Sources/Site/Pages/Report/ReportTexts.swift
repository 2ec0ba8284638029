/// What pages of reports, and the cards of their cells, write.
extension StringKey {
  // Dates.
  static let firstCommitted = StringKey("first-committed", filling: "date")

  // The same in full, on the citation page of a report.
  static let dateGivenInCell = StringKey("date-given-in-cell", filling: "date")
  static let dateGivenForTable = StringKey("date-given-for-table", filling: "date")
  static let dateGivenForReport = StringKey("date-given-for-report", filling: "date")
  static let dateGivenByFileName = StringKey("date-given-by-file-name", filling: "date")
  static let dateGivenByCommit = StringKey("date-given-by-commit", filling: "date")

  // Every page.
  static let tags = StringKey("tags")

  // Reports.
  static let coreIssue = StringKey("core-issue")
  static let affected = StringKey("affected")
  static let coreIssuesWithoutRow = StringKey("core-issues-without-row")
  static let affectedWithoutColumn = StringKey("affected-without-column")

  // Issue and party pages.
  static let later = StringKey("later")

  // Cards of cells and citations.
  static let file = StringKey("file")
  static let fileAndLine = StringKey("file-and-line", filling: "file line")
  static let tableNumber = StringKey("table-number", filling: "number")
  static let rowAndColumn = StringKey("row-and-column", filling: "row column")

  // Editions.
  static let citeReport = StringKey("cite-report")

  /// All of them.
  static let reportTexts: [StringKey] = [
    .firstCommitted, .dateGivenInCell, .dateGivenForTable, .dateGivenForReport, .dateGivenByFileName,
    .dateGivenByCommit, .tags, .coreIssue, .affected, .coreIssuesWithoutRow, .affectedWithoutColumn,
    .later, .file, .fileAndLine, .tableNumber, .rowAndColumn, .citeReport,
  ]
}
