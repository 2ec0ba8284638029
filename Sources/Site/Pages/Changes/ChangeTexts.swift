/// What pages of changes between editions write.
extension StringKey {
  // Punctuation and patterns for combined texts.
  static let quoted = StringKey("quoted", filling: "text")

  // Editions.
  static let sinceEdition = StringKey("since-edition", filling: "edition")
  static let changedSince = StringKey("changed-since", filling: "edition")
  static let changedUpTo = StringKey("changed-up-to", filling: "edition")
  static let firstEdition = StringKey("first-edition")
  static let noValue = StringKey("no-value")
  static let positionsCorrected = StringKey("positions-corrected")
  static let positionsAddedToPast = StringKey("positions-added-to-past")
  static let positionsWithdrawn = StringKey("positions-withdrawn")
  static let positionsWithheld = StringKey("positions-withheld")
  static let positionsRelocated = StringKey("positions-relocated")
  static let positionsHardened = StringKey("positions-hardened")
  static let positionsSoftened = StringKey("positions-softened")
  static let positionsReversed = StringKey("positions-reversed")
  static let positionsChanged = StringKey("positions-changed")
  static let positionsReturned = StringKey("positions-returned")
  static let positionsConfirmed = StringKey("positions-confirmed")
  static let positionsRestated = StringKey("positions-restated")
  static let positionsRatingChanged = StringKey("positions-rating-changed")
  static let positionsNew = StringKey("positions-new")
  static let positionsSilent = StringKey("positions-silent")
  static let changeCorrected = StringKey("change-corrected")
  static let changeAddedToPast = StringKey("change-added-to-past")
  static let changeWithdrawn = StringKey("change-withdrawn")
  static let changeWithheld = StringKey("change-withheld")
  static let changeRelocated = StringKey("change-relocated")
  static let changeHardened = StringKey("change-hardened")
  static let changeSoftened = StringKey("change-softened")
  static let changeReversed = StringKey("change-reversed")
  static let changeChanged = StringKey("change-changed")
  static let changeReturned = StringKey("change-returned")
  static let changeConfirmed = StringKey("change-confirmed")
  static let changeRestated = StringKey("change-restated")
  static let changeRatingChanged = StringKey("change-rating-changed")
  static let changeNew = StringKey("change-new")
  static let changeSilent = StringKey("change-silent")
  static let becauseReportDate = StringKey("because-report-date")
  static let becauseNames = StringKey("because-names")
  static let answeredBefore = StringKey("answered-before", filling: "proposition")
  static let stillStands = StringKey("still-stands", filling: "report")
  static let editedIntoSilence = StringKey("edited-into-silence")
  static let reportsAdded = StringKey("reports-added")
  static let reportsDropped = StringKey("reports-dropped")
  static let reportsRenamed = StringKey("reports-renamed")
  static let reportsChanged = StringKey("reports-changed")
  static let issuesAdded = StringKey("issues-added")
  static let issuesDropped = StringKey("issues-dropped")
  static let issuesRenamed = StringKey("issues-renamed")
  static let issuesChanged = StringKey("issues-changed")
  static let partiesAdded = StringKey("parties-added")
  static let partiesDropped = StringKey("parties-dropped")
  static let partiesRenamed = StringKey("parties-renamed")
  static let partiesChanged = StringKey("parties-changed")
  static let namedReport = StringKey("named-report", filling: "name")
  static let namedIssue = StringKey("named-issue", filling: "name")
  static let namedParty = StringKey("named-party", filling: "name")
  static let namedReports = StringKey("named-reports", filling: "names")
  static let namedIssues = StringKey("named-issues", filling: "names")
  static let namedParties = StringKey("named-parties", filling: "names")
  static let subjectAdded = StringKey("subject-added", filling: "subject")
  static let subjectDropped = StringKey("subject-dropped", filling: "subject")
  static let subjectBecame = StringKey("subject-became", filling: "before after")
  static let subjectRenamed = StringKey("subject-renamed", filling: "before after")
  static let subjectMoved = StringKey("subject-moved", filling: "subject before after")
  static let subjectChanged = StringKey("subject-changed", filling: "subject")
  static let fieldDate = StringKey("field-date")
  static let fieldPath = StringKey("field-path")
  static let fieldProposition = StringKey("field-proposition")
  static let fieldAliases = StringKey("field-aliases")
  static let fieldActsFor = StringKey("field-acts-for")

  /// All of them.
  static let changeTexts: [StringKey] = [
    .quoted, .sinceEdition, .changedSince, .changedUpTo, .firstEdition, .noValue, .positionsCorrected,
    .positionsAddedToPast, .positionsWithdrawn, .positionsWithheld, .positionsRelocated,
    .positionsHardened, .positionsSoftened, .positionsReversed, .positionsChanged, .positionsReturned,
    .positionsConfirmed, .positionsRestated, .positionsRatingChanged, .positionsNew, .positionsSilent,
    .changeCorrected, .changeAddedToPast, .changeWithdrawn, .changeWithheld, .changeRelocated,
    .changeHardened, .changeSoftened, .changeReversed, .changeChanged, .changeReturned, .changeConfirmed,
    .changeRestated, .changeRatingChanged, .changeNew, .changeSilent, .becauseReportDate, .becauseNames,
    .answeredBefore, .stillStands, .editedIntoSilence, .reportsAdded, .reportsDropped, .reportsRenamed,
    .reportsChanged, .issuesAdded, .issuesDropped, .issuesRenamed, .issuesChanged, .partiesAdded,
    .partiesDropped, .partiesRenamed, .partiesChanged, .namedReport, .namedIssue, .namedParty,
    .namedReports, .namedIssues, .namedParties, .subjectAdded, .subjectDropped, .subjectBecame,
    .subjectRenamed, .subjectMoved, .subjectChanged, .fieldDate, .fieldPath, .fieldProposition,
    .fieldAliases, .fieldActsFor,
  ]
}
