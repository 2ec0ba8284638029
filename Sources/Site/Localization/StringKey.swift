/// An interface text that code writes. Texts that only templates use are only in the language files.
///
/// The raw value is the key in language files. It never changes, because sites override texts by it; cases
/// may be renamed.
enum StringKey: String, Sendable, CaseIterable {
  // Names of things, menu entries and page titles.
  case reports = "reports"
  case issues = "issues"
  case parties = "parties"
  case positions = "positions"
  case report = "report"
  case issue = "issue"
  case party = "party"
  case page = "page"
  case matrix = "matrix"
  case options = "options"
  case tensions = "tensions"
  case changes = "changes"
  case coverage = "coverage"
  case compare = "compare"
  case partyAgainstParty = "party-against-party"
  case whatChanged = "what-changed"
  case morePages = "more-pages"
  case positionCount = "position-count"
  case reportCount = "report-count"
  case mentionCount = "mention-count"

  // Stances, and cells without one.
  case champions = "champions"
  case supports = "supports"
  case mixed = "mixed"
  case neutral = "neutral"
  case opposes = "opposes"
  case redLine = "red-line"
  case stances = "stances"
  case unrated = "unrated"
  case notCovered = "not-covered"
  case noPositionReported = "no-position-reported"
  case silent = "silent"

  // Dates.
  case dateOfDay = "date-of-day"
  case dateOfFirstDay = "date-of-first-day"
  case dateOfMonth = "date-of-month"
  case asOf = "as-of"
  case asOfWithin = "as-of-within"
  case recordAsOf = "record-as-of"
  case undated = "undated"
  case undatedTitle = "undated-title"
  case fromDate = "from-date"
  case untilDate = "until-date"
  case fromDateToDate = "from-date-to-date"
  case fromDateWithin = "from-date-within"
  case untilDateWithin = "until-date-within"
  case firstCommitted = "first-committed"

  // The origin of a date, in brackets after it.
  case dateOfCell = "date-of-cell"
  case dateOfTable = "date-of-table"
  case dateOfReport = "date-of-report"
  case dateOfFileName = "date-of-file-name"
  case dateOfFirstCommit = "date-of-first-commit"

  // The same in full, on the citation page of a report.
  case dateGivenInCell = "date-given-in-cell"
  case dateGivenForTable = "date-given-for-table"
  case dateGivenForReport = "date-given-for-report"
  case dateGivenByFileName = "date-given-by-file-name"
  case dateGivenByCommit = "date-given-by-commit"

  // Punctuation and patterns for combined texts.
  case comma = "comma"
  case labelled = "labelled"
  case quoted = "quoted"
  case quotedTitle = "quoted-title"
  case twoNames = "two-names"
  case pageTitle = "page-title"

  // Every page.
  case tags = "tags"
  case linkToSection = "link-to-section"

  // The home page and the matrix.
  case whoStandsWhere = "who-stands-where"
  case allIssuesByParties = "all-issues-by-parties"
  case allReports = "all-reports"
  case allTensions = "all-tensions"
  case mostDisputed = "most-disputed"
  case latestReports = "latest-reports"
  case whatIsMissing = "what-is-missing"

  // Reports.
  case coreIssue = "core-issue"
  case affected = "affected"
  case coreIssuesWithoutRow = "core-issues-without-row"
  case affectedWithoutColumn = "affected-without-column"

  // Corrections.
  case corrections = "corrections"
  case correction = "correction"
  case correctedOn = "corrected-on"
  case correctedOnWithin = "corrected-on-within"
  case siteCorrections = "site-corrections"

  // In the text of a page.
  case tableOf = "table-of"
  case cite = "cite"
  case downloadCsv = "download-csv"
  case notes = "notes"
  case footnoteNumber = "footnote-number"
  case backToReference = "back-to-reference"
  case notesOnTitle = "notes-on-title"
  case wholeNote = "whole-note"
  case done = "done"
  case notDone = "not-done"

  // Issue and party pages.
  case partOf = "part-of"
  case includes = "includes"
  case related = "related"
  case actsFor = "acts-for"
  case actsForParty = "acts-for-party"
  case representedBy = "represented-by"
  case formerlyRepresentedBy = "formerly-represented-by"
  case successorOf = "successor-of"
  case succeededBy = "succeeded-by"
  case memberOf = "member-of"
  case formerMemberOf = "former-member-of"
  case members = "members"
  case formerMembers = "former-members"
  case memberFrom = "member-from"
  case memberUntil = "member-until"
  case memberFromTo = "member-from-to"
  case heldByBlocsOnly = "held-by-blocs-only"
  case source = "source"
  case sources = "sources"
  case pageNumber = "page-number"
  case author = "author"
  case publisher = "publisher"
  case archivedCopy = "archived-copy"
  case accessed = "accessed"
  case licence = "licence"
  case citeAs = "cite-as"
  case evidence = "evidence"
  case evidenceOwnStatement = "evidence-own-statement"
  case evidenceDocument = "evidence-document"
  case evidenceVote = "evidence-vote"
  case evidenceAct = "evidence-act"
  case evidenceReported = "evidence-reported"
  case evidenceAssessment = "evidence-assessment"
  case evidenceUnknown = "evidence-unknown"
  case earlier = "earlier"
  case later = "later"
  case heldUntil = "held-until"
  case heldUntilWithin = "held-until-within"
  case notYet = "not-yet"
  case notAddressedIn = "not-addressed-in"
  case positionsOfDay = "positions-of-day"
  case positionsOfMonth = "positions-of-month"
  case positionsOfYear = "positions-of-year"
  case positionsUndated = "positions-undated"
  case positionsTogether = "positions-together"
  case nameInYear = "name-in-year"
  case nameUndated = "name-undated"
  case partyOnIssue = "party-on-issue"
  case furtherReports = "further-reports"
  case furtherIssuesOnPage = "further-issues-on-page"

  // How a position changed.
  case governmentChange = "government-change"
  case governmentBefore = "government-before"
  case sameStanceAs = "same-stance-as"
  case partyFollows = "party-follows"
  case hardened = "hardened"
  case softened = "softened"
  case reversed = "reversed"
  case stanceUnchanged = "stance-unchanged"
  case changed = "changed"
  case changeSince = "change-since"
  case stanceFromTo = "stance-from-to"
  case inSameWords = "in-same-words"
  case unratedHere = "unrated-here"
  case unratedThen = "unrated-then"
  case unratedBoth = "unrated-both"
  case answeredOther = "answered-other"
  case answeredUntil = "answered-until"
  case earlierProposition = "earlier-proposition"
  case wording = "wording"
  case removed = "removed"
  case added = "added"

  // The matrix.
  case issuesByParties = "issues-by-parties"
  case otherIssues = "other-issues"

  // Tensions.
  case against = "against"
  case againstWord = "against-word"
  case aPassage = "a-passage"
  case setAgainstIn = "set-against-in"
  case passageIn = "passage-in"

  // Comparing two parties.
  case pairHolds = "pair-holds"
  case issuesSideBySide = "issues-side-by-side"
  case redLineCount = "red-line-count"
  case redLines = "red-lines"
  case furthestApart = "furthest-apart"
  case roomForAgreement = "room-for-agreement"
  case notComparable = "not-comparable"
  case onlyParty = "only-party"
  case noPositionRecorded = "no-position-recorded"
  case sameStance = "same-stance"
  case stepsApart = "steps-apart"
  case stepsApartRange = "steps-apart-range"
  case onlyOneHolds = "only-one-holds"
  case neitherRated = "neither-rated"
  case partyUnrated = "party-unrated"
  case bothMixed = "both-mixed"
  case partyMixed = "party-mixed"
  case partyEnded = "party-ended"
  case bothEnded = "both-ended"
  case noProposition = "no-proposition"
  case differentPropositions = "different-propositions"
  case noPositionsActedFor = "no-positions-acted-for"

  // Cards of cells and citations.
  case close = "close"
  case table = "table"
  case cell = "cell"
  case file = "file"
  case date = "date"
  case stance = "stance"
  case link = "link"
  case text = "text"
  case fileAndLine = "file-and-line"
  case tableNumber = "table-number"
  case rowAndColumn = "row-and-column"
  case copyLink = "copy-link"
  case copyText = "copy-text"
  case citation = "citation"
  case titleByAuthors = "title-by-authors"
  case citedTable = "cited-table"
  case citedTableNumber = "cited-table-number"
  case citedPlace = "cited-place"

  // Live views.
  case noPositionFits = "no-position-fits"
  case furtherIssues = "further-issues"
  case furtherPositions = "further-positions"

  // Coverage.
  case overview = "overview"
  case number = "number"
  case reportsComplete = "reports-complete"
  case reportsIncomplete = "reports-incomplete"
  case reportsUndeclared = "reports-undeclared"
  case noneDeclared = "none-declared"
  case coreIssuesWithRow = "core-issues-with-row"
  case partiesWithColumn = "parties-with-column"
  case cellsFilled = "cells-filled"
  case missing = "missing"
  case noRowFor = "no-row-for"
  case noColumnFor = "no-column-for"
  case emptyCellFor = "empty-cell-for"
  case norAnyOther = "nor-any-other"
  case furtherMissing = "further-missing"
  case positionsUnsourced = "positions-unsourced"
  case positionsSingleSourced = "positions-single-sourced"
  case positionsOnGoneSources = "positions-on-gone-sources"
  case positionsByEvidence = "positions-by-evidence"
  case evidenceNotGiven = "evidence-not-given"
  case sourcesGone = "sources-gone"
  case positionsOverdue = "positions-overdue"
  case positionsNeverDue = "positions-never-due"
  case issuesOneSided = "issues-one-sided"
  case side = "side"
  case partiesOnSide = "parties-on-side"
  case partiesWithoutSide = "parties-without-side"
  case furtherParties = "further-parties"
  case countsAre = "counts-are"
  case newest = "newest"
  case due = "due"
  case reviewDue = "review-due"
  case someOfAll = "some-of-all"
  case positionsDue = "positions-due"
  case noRowYet = "no-row-yet"
  case noColumnYet = "no-column-yet"
  case issuesWithoutRow = "issues-without-row"
  case partiesWithoutColumn = "parties-without-column"
  case furtherNamedBy = "further-named-by"

  // Editions.
  case now = "now"
  case editions = "editions"
  case editionNamed = "edition-named"
  case editionOf = "edition-of"
  case citeEdition = "cite-edition"
  case citedEdition = "cited-edition"
  case citeReport = "cite-report"
  case citeData = "cite-data"
  case citedData = "cited-data"
  case data = "data"
  case citedReport = "cited-report"
  case withdrawn = "withdrawn"
  case withdrawnOn = "withdrawn-on"
  case nowInReport = "now-in-report"
  case sinceEdition = "since-edition"
  case changedSince = "changed-since"
  case changedUpTo = "changed-up-to"
  case changedFromTo = "changed-from-to"
  case siteChanges = "site-changes"
  case firstEdition = "first-edition"
  case nothingChanged = "nothing-changed"
  case noValue = "no-value"
  case valueChange = "value-change"
  case moves = "moves"
  case movesAre = "moves-are"
  case feedOfMoves = "feed-of-moves"
  case siteMoves = "site-moves"
  case whatReportChanged = "what-report-changed"
  case latestMoves = "latest-moves"
  case movesOfParty = "moves-of-party"
  case allMoves = "all-moves"
  case direction = "direction"
  case before = "before"
  case fromEdition = "from-edition"
  case foundBetweenEditions = "found-between-editions"
  case fromPublishedSite = "from-published-site"
  case fromEarlierEditions = "from-earlier-editions"
  case heldSince = "held-since"
  case heldSinceConfirmed = "held-since-confirmed"
  case sinceDate = "since-date"
  case positionsCorrected = "positions-corrected"
  case positionsAddedToPast = "positions-added-to-past"
  case positionsWithdrawn = "positions-withdrawn"
  case positionsWithheld = "positions-withheld"
  case positionsRelocated = "positions-relocated"
  case positionsHardened = "positions-hardened"
  case positionsSoftened = "positions-softened"
  case positionsReversed = "positions-reversed"
  case positionsChanged = "positions-changed"
  case positionsReturned = "positions-returned"
  case positionsConfirmed = "positions-confirmed"
  case positionsRestated = "positions-restated"
  case positionsRatingChanged = "positions-rating-changed"
  case positionsNew = "positions-new"
  case positionsSilent = "positions-silent"
  case changeCorrected = "change-corrected"
  case changeAddedToPast = "change-added-to-past"
  case changeWithdrawn = "change-withdrawn"
  case changeWithheld = "change-withheld"
  case changeRelocated = "change-relocated"
  case changeHardened = "change-hardened"
  case changeSoftened = "change-softened"
  case changeReversed = "change-reversed"
  case changeChanged = "change-changed"
  case changeReturned = "change-returned"
  case changeConfirmed = "change-confirmed"
  case changeRestated = "change-restated"
  case changeRatingChanged = "change-rating-changed"
  case changeNew = "change-new"
  case changeSilent = "change-silent"
  case becauseReportDate = "because-report-date"
  case becauseNames = "because-names"
  case answeredBefore = "answered-before"
  case stillStands = "still-stands"
  case editedIntoSilence = "edited-into-silence"
  case reportsAdded = "reports-added"
  case reportsDropped = "reports-dropped"
  case reportsRenamed = "reports-renamed"
  case reportsChanged = "reports-changed"
  case issuesAdded = "issues-added"
  case issuesDropped = "issues-dropped"
  case issuesRenamed = "issues-renamed"
  case issuesChanged = "issues-changed"
  case partiesAdded = "parties-added"
  case partiesDropped = "parties-dropped"
  case partiesRenamed = "parties-renamed"
  case partiesChanged = "parties-changed"
  case namedReport = "named-report"
  case namedIssue = "named-issue"
  case namedParty = "named-party"
  case namedReports = "named-reports"
  case namedIssues = "named-issues"
  case namedParties = "named-parties"
  case subjectAdded = "subject-added"
  case subjectDropped = "subject-dropped"
  case subjectBecame = "subject-became"
  case subjectRenamed = "subject-renamed"
  case subjectMoved = "subject-moved"
  case subjectChanged = "subject-changed"
  case fieldDate = "field-date"
  case fieldPath = "field-path"
  case fieldProposition = "field-proposition"
  case fieldAliases = "field-aliases"
  case fieldActsFor = "field-acts-for"

  // Pictures.
  case issuesAround = "issues-around"
  case wider = "wider"
  case narrower = "narrower"
  case stancesOverTime = "stances-over-time"
  case higherIsMoreSupport = "higher-is-more-support"
  case ringIsMove = "ring-is-move"
  case smallRingIsUnrated = "small-ring-is-unrated"
  case lineIsChangeOfGovernment = "line-is-change-of-government"
  case furtherPartiesBelow = "further-parties-below"
  case positionsInCell = "positions-in-cell"
  case map = "map"
  case mapOfIssues = "map-of-issues"
  case aRedLine = "a-red-line"
  case largerMorePositions = "larger-more-positions"
  case partyMarksRedLine = "party-marks-red-line"
  case tiedByFiles = "tied-by-files"
  case tiedByReports = "tied-by-reports"
  case furtherIssuesLessBusy = "further-issues-less-busy"

  // The “page not found” page.
  case pageNotFound = "page-not-found"

  // The data set.
  case sitePositions = "site-positions"
  case datasetIs = "dataset-is"

  /// The position in `allCases`, from 0. Every text that a page writes is looked up by it, so it is read from memory:
  /// an enumeration without payloads is stored as the number of its case.
  var index: Int {
    withUnsafeBytes(of: self) { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
  }

  /// The placeholders that a page fills, in the order in which it passes the values. The number of a counted text,
  /// `{count}`, is not among them.
  var placeholders: [String] {
    switch self {
    case .dateOfDay: ["day", "month", "year"]
    case .dateOfFirstDay, .dateOfMonth: ["month", "year"]
    case .asOf, .asOfWithin, .recordAsOf, .correctedOn, .correctedOnWithin, .fromDate, .untilDate,
      .fromDateWithin, .untilDateWithin, .firstCommitted, .heldUntil, .heldUntilWithin, .memberFrom,
      .memberUntil, .dateGivenInCell, .dateGivenForTable, .dateGivenForReport, .dateGivenByFileName,
      .dateGivenByCommit, .positionsOfDay, .positionsOfMonth, .positionsOfYear, .sinceDate, .editionOf:
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
    case .heldSince: ["stance", "date"]
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
