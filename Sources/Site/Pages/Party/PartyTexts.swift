/// What pages of parties write.
extension StringKey {
  // Dates.
  static let fromDate = StringKey("from-date", filling: "date")
  static let untilDate = StringKey("until-date", filling: "date")
  static let fromDateToDate = StringKey("from-date-to-date", filling: "from to")

  // Issue and party pages.
  static let memberFrom = StringKey("member-from", filling: "date")
  static let memberUntil = StringKey("member-until", filling: "date")
  static let memberFromTo = StringKey("member-from-to", filling: "from to")
  static let heldByBlocsOnly = StringKey("held-by-blocs-only", filling: "party")
  static let furtherIssuesOnPage = StringKey("further-issues-on-page")

  /// All of them.
  static let partyTexts: [StringKey] = [
    .fromDate, .untilDate, .fromDateToDate, .memberFrom, .memberUntil, .memberFromTo, .heldByBlocsOnly,
    .furtherIssuesOnPage,
  ]
}
