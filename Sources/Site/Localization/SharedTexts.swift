/// What several kinds of page, or none, write.
extension StringKey {
  // Names of things, menu entries and page titles.
  static let reports = StringKey("reports")
  static let issues = StringKey("issues")
  static let parties = StringKey("parties")
  static let positions = StringKey("positions")
  static let report = StringKey("report")
  static let issue = StringKey("issue")
  static let party = StringKey("party")
  static let page = StringKey("page")
  static let matrix = StringKey("matrix")
  static let options = StringKey("options")
  static let tensions = StringKey("tensions")
  static let changes = StringKey("changes")
  static let coverage = StringKey("coverage")
  static let compare = StringKey("compare")
  static let whatChanged = StringKey("what-changed")
  static let morePages = StringKey("more-pages")
  static let positionCount = StringKey("position-count")
  static let reportCount = StringKey("report-count")
  static let mentionCount = StringKey("mention-count")
  static let issueCount = StringKey("issue-count")
  static let partyCount = StringKey("party-count")

  // Stances, and cells without one.
  static let champions = StringKey("champions")
  static let supports = StringKey("supports")
  static let mixed = StringKey("mixed")
  static let neutral = StringKey("neutral")
  static let opposes = StringKey("opposes")
  static let redLine = StringKey("red-line")
  static let stances = StringKey("stances")
  static let unrated = StringKey("unrated")
  static let notCovered = StringKey("not-covered")
  static let noPositionReported = StringKey("no-position-reported")
  static let silent = StringKey("silent")

  // Dates.
  static let dateOfDay = StringKey("date-of-day", filling: "day month year")
  static let dateOfFirstDay = StringKey("date-of-first-day", filling: "month year")
  static let dateOfMonth = StringKey("date-of-month", filling: "month year")
  static let asOf = StringKey("as-of", filling: "date")
  static let asOfWithin = StringKey("as-of-within", filling: "date")
  static let recordAsOf = StringKey("record-as-of", filling: "date")
  static let undated = StringKey("undated")
  static let undatedTitle = StringKey("undated-title")
  static let fromDateWithin = StringKey("from-date-within", filling: "date")
  static let untilDateWithin = StringKey("until-date-within", filling: "date")

  // The origin of a date, in brackets after it.
  static let dateOfCell = StringKey("date-of-cell")
  static let dateOfTable = StringKey("date-of-table")
  static let dateOfFileName = StringKey("date-of-file-name")
  static let dateOfFirstCommit = StringKey("date-of-first-commit")

  // Punctuation and patterns for combined texts.
  static let comma = StringKey("comma")
  static let labelled = StringKey("labelled", filling: "label text")
  static let fullStop = StringKey("full-stop")
  static let quotedTitle = StringKey("quoted-title", filling: "title")
  static let twoNames = StringKey("two-names", filling: "first second")
  static let pageTitle = StringKey("page-title", filling: "page site")

  // Every page.
  static let method = StringKey("method")
  static let errorOn = StringKey("error-on")
  static let errorForm = StringKey("error-form")
  static let linkToSection = StringKey("link-to-section")

  // The home page and the matrix.
  static let whoStandsWhere = StringKey("who-stands-where")

  // Corrections.
  static let corrections = StringKey("corrections")
  static let correction = StringKey("correction")
  static let correctedOnWithin = StringKey("corrected-on-within", filling: "date")

  // In the text of a page.
  static let tableOf = StringKey("table-of", filling: "columns")
  static let cite = StringKey("cite")
  static let downloadCsv = StringKey("download-csv")
  static let notes = StringKey("notes")
  static let footnoteNumber = StringKey("footnote-number", filling: "number")
  static let backToReference = StringKey("back-to-reference", filling: "number")
  static let notesOnTitle = StringKey("notes-on-title", filling: "notes")
  static let wholeNote = StringKey("whole-note")
  static let done = StringKey("done")
  static let notDone = StringKey("not-done")

  // Issue and party pages.
  static let partOf = StringKey("part-of")
  static let includes = StringKey("includes")
  static let related = StringKey("related")
  static let actsFor = StringKey("acts-for")
  static let actsForParty = StringKey("acts-for-party", filling: "party")
  static let representedBy = StringKey("represented-by")
  static let formerlyRepresentedBy = StringKey("formerly-represented-by")
  static let successorOf = StringKey("successor-of")
  static let succeededBy = StringKey("succeeded-by")
  static let memberOf = StringKey("member-of")
  static let formerMemberOf = StringKey("former-member-of")
  static let members = StringKey("members")
  static let formerMembers = StringKey("former-members")
  static let source = StringKey("source")
  static let sources = StringKey("sources")
  static let pageNumber = StringKey("page-number", filling: "number")
  static let archivedCopy = StringKey("archived-copy")
  static let licence = StringKey("licence")
  static let evidence = StringKey("evidence")
  static let evidenceOwnStatement = StringKey("evidence-own-statement")
  static let evidenceDocument = StringKey("evidence-document")
  static let evidenceVote = StringKey("evidence-vote")
  static let evidenceAct = StringKey("evidence-act")
  static let evidenceReported = StringKey("evidence-reported")
  static let evidenceAssessment = StringKey("evidence-assessment")
  static let evidenceUnknown = StringKey("evidence-unknown")
  static let earlier = StringKey("earlier")
  static let heldUntil = StringKey("held-until", filling: "date")
  static let heldUntilWithin = StringKey("held-until-within", filling: "date")
  static let notYet = StringKey("not-yet")
  static let notAddressedIn = StringKey("not-addressed-in", filling: "report")
  static let positionsOfDay = StringKey("positions-of-day", filling: "date")
  static let positionsOfMonth = StringKey("positions-of-month", filling: "date")
  static let positionsOfYear = StringKey("positions-of-year", filling: "date")
  static let positionsUndated = StringKey("positions-undated")
  static let positionsTogether = StringKey("positions-together")
  static let nameInYear = StringKey("name-in-year", filling: "name year")
  static let nameUndated = StringKey("name-undated", filling: "name")
  static let partyOnIssue = StringKey("party-on-issue", filling: "party issue")
  static let furtherReports = StringKey("further-reports")

  // How a position changed.
  static let governmentChange = StringKey("government-change")
  static let governmentBefore = StringKey("government-before", filling: "change party stances")
  static let sameStanceAs = StringKey("same-stance-as", filling: "change party")
  static let partyFollows = StringKey("party-follows", filling: "after before")
  static let hardened = StringKey("hardened")
  static let softened = StringKey("softened")
  static let reversed = StringKey("reversed")
  static let stanceUnchanged = StringKey("stance-unchanged")
  static let changed = StringKey("changed")
  static let changeSince = StringKey("change-since", filling: "change date")
  static let stanceFromTo = StringKey("stance-from-to", filling: "before after")
  static let inSameWords = StringKey("in-same-words")
  static let unratedHere = StringKey("unrated-here", filling: "unrated stance date")
  static let unratedThen = StringKey("unrated-then", filling: "unrated date")
  static let unratedBoth = StringKey("unrated-both", filling: "unrated date")
  static let answeredOther = StringKey("answered-other", filling: "change date proposition")
  static let answeredUntil = StringKey("answered-until", filling: "proposition date")
  static let earlierProposition = StringKey("earlier-proposition")
  static let wording = StringKey("wording")
  static let removed = StringKey("removed")
  static let added = StringKey("added")

  // The matrix.
  static let issuesByParties = StringKey("issues-by-parties")
  static let otherIssues = StringKey("other-issues")

  // Tensions.
  static let against = StringKey("against", filling: "first against second")
  static let againstWord = StringKey("against-word")
  static let aPassage = StringKey("a-passage")
  static let setAgainstIn = StringKey("set-against-in", filling: "report")
  static let passageIn = StringKey("passage-in", filling: "report")

  // Comparing two parties.
  static let notComparable = StringKey("not-comparable")
  static let sameStance = StringKey("same-stance")

  // Cards of cells and citations.
  static let close = StringKey("close")
  static let table = StringKey("table")
  static let cell = StringKey("cell")
  static let date = StringKey("date")
  static let stance = StringKey("stance")
  static let link = StringKey("link")
  static let text = StringKey("text")
  static let copyLink = StringKey("copy-link")
  static let copyText = StringKey("copy-text")
  static let copy = StringKey("copy")
  static let copied = StringKey("copied")
  static let copyByHand = StringKey("copy-by-hand")
  static let copyBibTeX = StringKey("copy-bibtex")
  static let copyRIS = StringKey("copy-ris")
  static let copyCSLJSON = StringKey("copy-csl-json")
  static let citation = StringKey("citation", filling: "said report place date site link")
  static let titleByAuthors = StringKey("title-by-authors", filling: "title authors")
  static let citedTable = StringKey("cited-table", filling: "caption")
  static let citedTableNumber = StringKey("cited-table-number", filling: "number")
  static let citedPlace = StringKey("cited-place", filling: "table row line")

  // Live views.
  static let noPositionFits = StringKey("no-position-fits")
  static let furtherIssues = StringKey("further-issues")
  static let furtherPositions = StringKey("further-positions")

  // Coverage.
  static let furtherParties = StringKey("further-parties")
  static let newest = StringKey("newest")
  static let due = StringKey("due")
  static let reviewDue = StringKey("review-due")
  static let someOfAll = StringKey("some-of-all", filling: "some all")
  static let positionsDue = StringKey("positions-due")
  static let noRowYet = StringKey("no-row-yet")
  static let noColumnYet = StringKey("no-column-yet")
  static let issuesWithoutRow = StringKey("issues-without-row")
  static let partiesWithoutColumn = StringKey("parties-without-column")

  // Documents.
  static let contents = StringKey("contents")

  // Editions.
  static let now = StringKey("now")
  static let editions = StringKey("editions")
  static let editionNamed = StringKey("edition-named", filling: "edition")
  static let citedEdition = StringKey("cited-edition", filling: "site edition date link")
  static let citedData = StringKey("cited-data", filling: "data date link")
  static let data = StringKey("data")
  static let citedReport = StringKey("cited-report", filling: "report site date link")
  static let withdrawn = StringKey("withdrawn")
  static let withdrawnOn = StringKey("withdrawn-on", filling: "date reason")
  static let nowInReport = StringKey("now-in-report", filling: "report")
  static let changedFromTo = StringKey("changed-from-to", filling: "before after")
  static let siteChanges = StringKey("site-changes", filling: "site")
  static let newPositions = StringKey("new-positions")
  static let confirmedPositions = StringKey("confirmed-positions")
  static let newReports = StringKey("new-reports")
  static let nothingChanged = StringKey("nothing-changed")
  static let valueChange = StringKey("value-change", filling: "before after")
  static let moves = StringKey("moves")
  static let before = StringKey("before")
  static let fromEdition = StringKey("from-edition", filling: "edition")
  static let heldSinceConfirmed = StringKey("held-since-confirmed", filling: "stance date confirmed")
  static let inReportsWords = StringKey("in-reports-words")
  static let since = StringKey("since")
  static let confirmedOn = StringKey("confirmed-on", filling: "date")
  static let countMore = StringKey("count-more")
  static let sinceDate = StringKey("since-date", filling: "date")

  // Pictures.
  static let wider = StringKey("wider")
  static let narrower = StringKey("narrower")
  static let map = StringKey("map")

  // The data set.
  static let sitePositions = StringKey("site-positions", filling: "site")
  static let datasetIs = StringKey("dataset-is")

  /// All of them.
  static let sharedTexts: [StringKey] = [
    .reports, .issues, .parties, .positions, .report, .issue, .party, .page, .matrix, .options, .tensions,
    .changes, .coverage, .compare, .whatChanged, .morePages, .positionCount, .reportCount, .mentionCount,
    .issueCount, .partyCount, .champions, .supports, .mixed, .neutral, .opposes, .redLine, .stances,
    .unrated, .notCovered, .noPositionReported, .silent, .dateOfDay, .dateOfFirstDay, .dateOfMonth, .asOf,
    .asOfWithin, .recordAsOf, .undated, .undatedTitle, .fromDateWithin, .untilDateWithin, .dateOfCell,
    .dateOfTable, .dateOfFileName, .dateOfFirstCommit, .comma, .labelled, .fullStop, .quotedTitle,
    .twoNames, .pageTitle, .method, .errorOn, .errorForm, .linkToSection, .whoStandsWhere, .corrections,
    .correction, .correctedOnWithin, .tableOf, .cite, .downloadCsv, .notes, .footnoteNumber,
    .backToReference, .notesOnTitle, .wholeNote, .done, .notDone, .partOf, .includes, .related, .actsFor,
    .actsForParty, .representedBy, .formerlyRepresentedBy, .successorOf, .succeededBy, .memberOf,
    .formerMemberOf, .members, .formerMembers, .source, .sources, .pageNumber, .archivedCopy, .licence,
    .evidence, .evidenceOwnStatement, .evidenceDocument, .evidenceVote, .evidenceAct, .evidenceReported,
    .evidenceAssessment, .evidenceUnknown, .earlier, .heldUntil, .heldUntilWithin, .notYet,
    .notAddressedIn, .positionsOfDay, .positionsOfMonth, .positionsOfYear, .positionsUndated,
    .positionsTogether, .nameInYear, .nameUndated, .partyOnIssue, .furtherReports, .governmentChange,
    .governmentBefore, .sameStanceAs, .partyFollows, .hardened, .softened, .reversed, .stanceUnchanged,
    .changed, .changeSince, .stanceFromTo, .inSameWords, .unratedHere, .unratedThen, .unratedBoth,
    .answeredOther, .answeredUntil, .earlierProposition, .wording, .removed, .added, .issuesByParties,
    .otherIssues, .against, .againstWord, .aPassage, .setAgainstIn, .passageIn, .notComparable,
    .sameStance, .close, .table, .cell, .date, .stance, .link, .text, .copyLink, .copyText, .copy, .copied,
    .copyByHand,
    .copyBibTeX, .copyRIS, .copyCSLJSON, .citation,
    .titleByAuthors, .citedTable, .citedTableNumber, .citedPlace, .noPositionFits, .furtherIssues,
    .furtherPositions, .furtherParties, .newest, .due, .reviewDue, .someOfAll, .positionsDue, .noRowYet,
    .noColumnYet, .issuesWithoutRow, .partiesWithoutColumn, .contents, .now, .editions, .editionNamed,
    .citedEdition, .citedData, .data, .citedReport, .withdrawn, .withdrawnOn, .nowInReport, .changedFromTo,
    .siteChanges, .newPositions, .confirmedPositions, .newReports, .nothingChanged, .valueChange, .moves,
    .before, .fromEdition, .heldSinceConfirmed, .inReportsWords, .since, .confirmedOn, .countMore,
    .sinceDate, .wider, .narrower, .map, .sitePositions, .datasetIs,
  ]
}
