/// What the page about coverage writes.
extension StringKey {
  // Coverage.
  static let overview = StringKey("overview")
  static let number = StringKey("number")
  static let reportsComplete = StringKey("reports-complete")
  static let reportsIncomplete = StringKey("reports-incomplete")
  static let reportsUndeclared = StringKey("reports-undeclared")
  static let noneDeclared = StringKey("none-declared")
  static let coreIssuesWithRow = StringKey("core-issues-with-row")
  static let partiesWithColumn = StringKey("parties-with-column")
  static let cellsFilled = StringKey("cells-filled")
  static let missing = StringKey("missing")
  static let noRowFor = StringKey("no-row-for", filling: "issue")
  static let noColumnFor = StringKey("no-column-for", filling: "party")
  static let emptyCellFor = StringKey("empty-cell-for", filling: "position")
  static let norAnyOther = StringKey("nor-any-other")
  static let furtherMissing = StringKey("further-missing")
  static let positionsUnsourced = StringKey("positions-unsourced")
  static let positionsSingleSourced = StringKey("positions-single-sourced")
  static let positionsOnGoneSources = StringKey("positions-on-gone-sources")
  static let positionsByEvidence = StringKey("positions-by-evidence")
  static let evidenceNotGiven = StringKey("evidence-not-given")
  static let sourcesGone = StringKey("sources-gone")
  static let positionsOverdue = StringKey("positions-overdue")
  static let positionsNeverDue = StringKey("positions-never-due")
  static let issuesOneSided = StringKey("issues-one-sided")
  static let side = StringKey("side")
  static let partiesOnSide = StringKey("parties-on-side")
  static let partiesWithoutSide = StringKey("parties-without-side")
  static let countsAre = StringKey("counts-are")
  static let furtherNamedBy = StringKey("further-named-by", filling: "command")

  // Pictures.
  static let positionsInCell = StringKey("positions-in-cell")

  /// All of them.
  static let coverageTexts: [StringKey] = [
    .overview, .number, .reportsComplete, .reportsIncomplete, .reportsUndeclared, .noneDeclared,
    .coreIssuesWithRow, .partiesWithColumn, .cellsFilled, .missing, .noRowFor, .noColumnFor, .emptyCellFor,
    .norAnyOther, .furtherMissing, .positionsUnsourced, .positionsSingleSourced, .positionsOnGoneSources,
    .positionsByEvidence, .evidenceNotGiven, .sourcesGone, .positionsOverdue, .positionsNeverDue,
    .issuesOneSided, .side, .partiesOnSide, .partiesWithoutSide, .countsAre, .furtherNamedBy,
    .positionsInCell,
  ]
}
