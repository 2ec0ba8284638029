extension StringKey {
  /// The placeholders that a page fills, in the order in which it passes the values. The number of a counted text,
  /// `{count}`, is not among them.
  var placeholders: [String] {
    switch self {
    case .dateOfDay: ["day", "month", "year"]
    case .dateOfFirstDay, .dateOfMonth: ["month", "year"]
    case .asOf, .asOfWithin, .recordAsOf, .correctedOn, .correctedOnWithin, .fromDate, .untilDate,
      .fromDateWithin, .untilDateWithin, .firstCommitted, .heldUntil, .heldUntilWithin, .memberFrom,
      .memberUntil, .dateGivenInCell, .dateGivenForTable, .dateGivenForReport, .dateGivenByFileName,
      .dateGivenByCommit, .positionsOfDay, .positionsOfMonth, .positionsOfYear, .sinceDate, .editionOf,
      .confirmedOn:
      ["date"]
    case .fromDateToDate, .memberFromTo: ["from", "to"]
    case .labelled: ["label", "text"]
    case .quoted: ["text"]
    case .quotedTitle: ["title"]
    case .twoNames: ["first", "second"]
    case .pageTitle: ["page", "site"]
    case .tableOf: ["columns"]
    case .footnoteNumber, .backToReference, .tableNumber, .citedTableNumber, .pageNumber: ["number"]
    case .notesOnTitle: ["notes"]
    case .actsForParty, .onlyParty, .partyUnrated, .partyMixed, .partyEnded, .heldByBlocsOnly,
      .noColumnFor:
      ["party"]
    case .governmentBefore: ["change", "party", "stances"]
    case .sameStanceAs: ["change", "party"]
    case .partyFollows: ["after", "before"]
    case .nameInYear: ["name", "year"]
    case .nameUndated, .namedReport, .namedIssue, .namedParty: ["name"]
    case .partyOnIssue: ["party", "issue"]
    case .changeSince: ["change", "date"]
    case .stanceFromTo, .valueChange, .changedFromTo, .subjectBecame, .subjectRenamed, .foundBetweenEditions:
      ["before", "after"]
    case .unratedHere: ["unrated", "stance", "date"]
    case .unratedThen, .unratedBoth: ["unrated", "date"]
    case .against: ["first", "against", "second"]
    case .setAgainstIn, .passageIn, .notAddressedIn, .stillStands, .nowInReport: ["report"]
    case .answeredBefore: ["proposition"]
    case .answeredOther: ["change", "date", "proposition"]
    case .answeredUntil: ["proposition", "date"]
    case .pairSummary: ["apart", "close", "unclear"]
    case .pairHolds: ["parties"]
    case .noPositionsActedFor: ["party", "representatives"]
    case .fileAndLine: ["file", "line"]
    case .rowAndColumn: ["row", "column"]
    case .citation: ["said", "report", "place", "date", "site", "link"]
    case .titleByAuthors: ["title", "authors"]
    case .citedTable: ["caption"]
    case .citedPlace: ["table", "row", "line"]
    case .someOfAll: ["some", "all"]
    case .stepsApartRange: ["least"]
    case .emptyCellFor: ["position"]
    case .furtherNamedBy: ["command"]
    case .sinceEdition, .changedSince, .changedUpTo, .fromEdition, .editionNamed: ["edition"]
    case .heldSinceConfirmed: ["stance", "date", "confirmed"]
    case .citedEdition: ["site", "edition", "date", "link"]
    case .citedData: ["data", "date", "link"]
    case .citedReport: ["report", "site", "date", "link"]
    case .withdrawnOn: ["date", "reason"]
    case .issuesAround, .noRowFor: ["issue"]
    case .stancesOverTime: ["issue", "from", "to"]
    case .siteChanges, .siteCorrections, .siteMoves, .sitePositions: ["site"]
    case .namedReports, .namedIssues, .namedParties: ["names"]
    case .subjectAdded, .subjectDropped, .subjectChanged: ["subject"]
    case .subjectMoved: ["subject", "before", "after"]
    default: []
    }
  }
}
