/// A word of the interface that our code writes; those of templates stand in the language files alone.
///
/// Its key in language files is its name, in lower case with hyphens.
enum StringKey: Int, Sendable, CaseIterable {
  case reports, issues, parties, positions, report, issue, party, page, matrix, options, tensions, changes,
    coverage,
    compare, partyAgainstParty, positionCount, reportCount, mentionCount
  case champions, supports, mixed, neutral, opposes, redLine, stances, unrated, notCovered, silent
  case dateOfDay, dateOfFirstDay, dateOfMonth, asOf, asOfWithin, undated, undatedTitle, fromDate,
    untilDate, fromDateToDate, firstCommitted, daysAgo, monthsAgo, yearsAgo
  case dateOfCell, dateOfTable, dateOfReport, dateOfFileName, dateOfFirstCommit
  case dateGivenInCell, dateGivenForTable, dateGivenForReport, dateGivenByFileName, dateGivenByCommit
  case comma, labelled, quoted, twoNames, pageTitle
  case tags, linkToSection
  case whoStandsWhere, allIssuesByParties
  case coreIssue, affected, coreIssuesWithoutRow, affectedWithoutColumn
  case tableOf, linkToPosition, cite, downloadCsv, notes, footnoteNumber, backToReference, notesOnTitle,
    wholeNote, done, notDone
  case partOf, includes, related, actsFor, actsForParty, representedBy, memberOf, members, source,
    earlier, nameInYear, nameUndated, partyOnIssue, furtherReports, furtherIssuesOnPage
  case hardened, softened, reversed, stanceUnchanged, changed, changeSince, stanceFromTo, inSameWords,
    unratedHere, unratedThen, unratedBoth, wording, removed, added
  case issuesByParties, otherIssues
  case against, againstWord, aPassage, setAgainstIn, passageIn
  case pairHolds, issuesSideBySide, redLineCount, redLines, furthestApart, roomForAgreement,
    notComparable, onlyParty, noPositionRecorded, sameStance, stepsApart, onlyOneHolds, neitherRated,
    partyUnrated, bothMixed, partyMixed, noProposition, noPositionsActedFor
  case positionsIn, linkToCard, table, cell, file, date, stance, link, text, fileAndLine, tableNumber,
    rowAndColumn, copyLink, copyText, copyBibtex, citation, citedTable, citedTableNumber, citedPlace
  case noPositionFits, furtherIssues, furtherPositions
  case newest, due, reviewDue, someOfAll, positionsDue, noRowYet, noColumnYet, issuesWithoutRow,
    partiesWithoutColumn, issueWithoutRowIn, partyWithoutColumnIn, norAnyOther, stalePosition,
    furtherNamedBy
  case now, sinceEdition, changedSince, changedUpTo, changedFromTo, siteChanges, firstEdition,
    nothingChanged, noValue, positionsAdded, positionsDropped, positionsReversed, positionsHardened,
    positionsSoftened, positionsRestanced, positionsReworded, positionsRedated, positionsMoved,
    changeAdded, changeDropped, changeReversed, changeHardened, changeSoftened, changeRestanced,
    changeReworded, changeRedated, changeMoved, reportsAdded, reportsDropped, reportsRenamed,
    reportsChanged, issuesAdded, issuesDropped, issuesRenamed, issuesChanged, partiesAdded,
    partiesDropped, partiesRenamed, partiesChanged, namedReport, namedIssue, namedParty, namedReports,
    namedIssues, namedParties, subjectAdded, subjectDropped, subjectBecame, subjectRenamed, subjectMoved,
    subjectChanged, fieldDate, fieldPath, fieldProposition, fieldAliases, fieldActsFor
  case issuesAround, wider, narrower, stancesOverTime, higherIsMoreSupport, smallRingIsUnrated,
    furtherPartiesBelow, positionsInCell, map, mapOfIssues, aRedLine, largerMorePositions,
    partyMarksRedLine, tiedByFiles, tiedByReports, furtherIssuesLessBusy
  case pageNotFound
  case sitePositions, datasetIs

  /// Its key in language files.
  var key: String {
    String(describing: self).reduce(into: "") { key, letter in
      key += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}

extension StringKey {
  /// What a page puts into its text, in the order in which it is given; a number of things is not among them.
  var holes: [String] {
    switch self {
    case .dateOfDay: ["day", "month", "year"]
    case .dateOfFirstDay, .dateOfMonth: ["month", "year"]
    case .asOf, .asOfWithin, .fromDate, .untilDate, .firstCommitted, .dateGivenInCell, .dateGivenForTable,
      .dateGivenForReport, .dateGivenByFileName, .dateGivenByCommit:
      ["date"]
    case .fromDateToDate: ["from", "to"]
    case .labelled: ["label", "text"]
    case .quoted: ["text"]
    case .twoNames: ["first", "second"]
    case .pageTitle: ["page", "site"]
    case .tableOf: ["columns"]
    case .footnoteNumber, .backToReference, .tableNumber, .citedTableNumber: ["number"]
    case .notesOnTitle: ["notes"]
    case .actsForParty, .onlyParty, .partyUnrated, .partyMixed: ["party"]
    case .nameInYear: ["name", "year"]
    case .nameUndated, .namedReport, .namedIssue, .namedParty: ["name"]
    case .partyOnIssue: ["party", "issue"]
    case .changeSince: ["change", "date"]
    case .stanceFromTo, .changedFromTo, .subjectBecame, .subjectRenamed: ["before", "after"]
    case .unratedHere: ["unrated", "stance", "date"]
    case .unratedThen, .unratedBoth: ["unrated", "date"]
    case .against: ["first", "against", "second"]
    case .setAgainstIn, .passageIn, .positionsIn: ["report"]
    case .pairHolds: ["parties"]
    case .noPositionsActedFor: ["party", "representatives"]
    case .fileAndLine: ["file", "line"]
    case .rowAndColumn: ["row", "column"]
    case .citation: ["said", "report", "place", "date", "site", "link"]
    case .citedTable: ["caption"]
    case .citedPlace: ["table", "row", "line"]
    case .someOfAll: ["some", "all"]
    case .issueWithoutRowIn: ["issue", "report"]
    case .partyWithoutColumnIn: ["party", "report"]
    case .stalePosition: ["position", "report", "date", "due"]
    case .furtherNamedBy: ["command"]
    case .sinceEdition, .changedSince, .changedUpTo: ["edition"]
    case .issuesAround: ["issue"]
    case .stancesOverTime: ["issue", "from", "to"]
    case .siteChanges, .sitePositions: ["site"]
    case .namedReports, .namedIssues, .namedParties: ["names"]
    case .subjectAdded, .subjectDropped, .subjectChanged: ["subject"]
    case .subjectMoved: ["subject", "before", "after"]
    default: []
    }
  }
}
