/// What the home page writes.
extension StringKey {
  // The home page and the matrix.
  static let allIssuesByParties = StringKey("all-issues-by-parties")
  static let allReports = StringKey("all-reports")
  static let allTensions = StringKey("all-tensions")
  static let mostDisputed = StringKey("most-disputed")
  static let latestReports = StringKey("latest-reports")
  static let whatIsMissing = StringKey("what-is-missing")

  // Editions.
  static let latestMoves = StringKey("latest-moves")
  static let allMoves = StringKey("all-moves")

  /// All of them.
  static let homeTexts: [StringKey] = [
    .allIssuesByParties, .allReports, .allTensions, .mostDisputed, .latestReports, .whatIsMissing,
    .latestMoves, .allMoves,
  ]
}
