extension DiagnosticGroup {
  static let comparisons = DiagnosticGroup(
    "Comparisons",
    [
      .unknownDirective, .invalidDirective, .misplacedAttribute, .unattachedDirective, .unreadableSheet,
      .sheetRow,
      .axisWordWithoutParties,
      .plainTable, .noPositions, .unreadDate, .unreadEvidence,
      .duplicateComparisonID,
      .unknownStance, .stanceWithoutText, .asOfAfterReport, .emptyHeading, .duplicateColumn, .duplicateRow,
      .invalidTension, .tooManyLiveBlocks, .tooManyPairs, .tooManyIssues,
    ])
}

extension DiagnosticID {
  package static let tooManyLiveBlocks = DiagnosticID(
    "too-many-live-blocks", .error, "A file has more live blocks than the limit allows.",
    cause:
      "Each live block shows a part of the record, so a page with many blocks becomes very large. The blocks beyond the limit are not filled.",
    fix: "Split the page, or raise `live-blocks` in `limits:` of `site.yml`.",
    see: "[Limits](scaling.md#limits)")

  package static let tooManyPairs = DiagnosticID(
    "too-many-pairs", .error, "`pairs:` names more pairs than the limit allows.",
    cause:
      "Each pair gets its own page, and one table lists all of them. The pairs beyond the limit are not compared.",
    fix: "Remove some pairs, or raise `compared-pairs` in `limits:` of `site.yml`.",
    see: "[Limits](scaling.md#limits)")

  package static let tooManyIssues = DiagnosticID(
    "too-many-issues", .error, "An option belongs to more issues than the limit allows.",
    cause:
      "The page of each issue shows its options, so an option with very many issues fills very many pages. It is shown only with the first ones.",
    fix: "Name fewer issues in the row, or in `issues=` above the table.",
    see: "[Limits](scaling.md#limits)")

  package static let unknownDirective = DiagnosticID(
    "unknown-directive", .error, "A `<!-- standpoint: … -->` comment contains an unknown directive.",
    cause: "The directive is misspelt or does not exist.",
    fix: "Use `positions`, `positions transposed`, `options` or `plain`.")

  package static let invalidDirective = DiagnosticID(
    "invalid-directive", .error, "A directive has an invalid attribute.",
    cause: "The attribute is unknown, or its value cannot be read.",
    fix: "Write attributes such as `id=core`, `as-of=2025-02` or `issues=\"Water, Fish\"`.")

  package static let misplacedAttribute = DiagnosticID(
    "misplaced-attribute", .warning, "An attribute is shown as text, because it is in the wrong place.",
    cause:
      "Attributes such as `{as-of=2025-02}` and `{evidence=vote}` are read only at the end of a cell of a comparison, and attributes such as `{#id}` only at the end of a heading or caption.",
    fix:
      "Move it to the end, after notes and full stops: `Supports the plan.[^1] {as-of=2025-02}`. To show it as text, write a backslash before it or put it in code.",
    see: "[Silence, dates and sources](authoring.md#silence-dates-and-sources)")

  package static let unattachedDirective = DiagnosticID(
    "unattached-directive", .warning, "A directive is not followed by a table.",
    cause:
      "A directive applies to the table directly below it, and only in a report. Elsewhere it has no effect.",
    fix: "Put the directive on its own line directly above the table.")

  package static let unreadableSheet = DiagnosticID(
    "unreadable-sheet", .error, "A sheet that a report uses cannot be read as a table.",
    cause:
      "The directive names a sheet with `from=`. The file is missing, outside the content folder or too large, or it has no columns for positions.",
    fix: "Correct the path in the directive, or correct the sheet as the message says.")

  package static let sheetRow = DiagnosticID(
    "sheet-row", .warning, "A row of a sheet that a report uses could not be read completely.",
    cause: "The name of an issue or party is missing, or a date cannot be read.",
    fix: "Correct the row in the sheet.")

  package static let axisWordWithoutParties = DiagnosticID(
    "axis-word-without-parties", .note,
    "A table looks like a positions table but has too few columns for parties.",
    cause:
      "Its first header cell is a word such as “Issue”, but fewer than two other columns can be parties. It is treated as a plain table.",
    fix: "If the table is plain, do nothing. Otherwise, put a directive above it to set its kind.")

  package static let plainTable = DiagnosticID(
    "plain-table", .note, "A table that may compare positions is treated as plain.",
    cause:
      "It has three columns, or two columns of prose, and no rule says that it compares positions. Standpoint never guesses, because guessing would turn a table of facts into invented positions. The note says which rule decides; `standpoint check --explain-tables` lists all tables.",
    fix:
      "Put `<!-- standpoint: positions -->` above the table if its columns are parties, `<!-- standpoint: positions transposed -->` if its rows are, or `<!-- standpoint: plain -->` to confirm that it is plain."
  )

  package static let noPositions = DiagnosticID(
    "no-positions", .warning, "The site has tables but no positions.",
    cause:
      "No table in any report compares positions, so the site has no issues, parties or matrix.",
    fix:
      "Run `standpoint check --explain-tables` to see what each table is and why, and put a directive above those that compare positions."
  )

  package static let unreadDate = DiagnosticID(
    "unread-date", .warning, "A cell in a date column does not contain a date.",
    cause: "The position in its row takes the date of its table or report.",
    fix: "Write a day, a month or a year, such as `2025-02-12` or `12 February 2025`.")

  package static let unreadEvidence = DiagnosticID(
    "unread-evidence", .warning, "A cell in an evidence column does not contain a kind of evidence.",
    cause: "The position in its row has the kinds of evidence of its sources, if they have any.",
    fix:
      "Write `own statement`, `document`, `vote`, `act`, `reported`, `assessment` or `unknown`, or the word for it in the site’s language; separate several with commas."
  )

  package static let duplicateComparisonID = DiagnosticID(
    "duplicate-comparison-id", .error, "Two tables in a report have the same identifier.",
    cause: "The identifier is the table’s anchor, so it must be unique in the report.",
    fix: "Change one of the identifiers.")

  package static let unknownStance = DiagnosticID(
    "unknown-stance", .warning, "A cell starts with something that looks like a stance mark but is not one.",
    cause: "The cell is shown as written, and the position has no stance.",
    fix: "Use `[++]`, `[+]`, `[~]`, `[0]`, `[-]` or `[--]`.")

  package static let stanceWithoutText = DiagnosticID(
    "stance-without-text", .warning, "A cell contains a stance mark but no text.",
    cause: "The position has a rating but no words.",
    fix: "Describe the party’s position in words.")

  package static let asOfAfterReport = DiagnosticID(
    "as-of-after-report", .error, "A position is dated later than its report.",
    cause:
      "Dates decide which position is current, and a report cannot contain positions from after its own date.",
    fix:
      "Correct `as-of`. If you added the position after the report was written, set `updated:` to the day you added it."
  )

  package static let emptyHeading = DiagnosticID(
    "empty-heading", .warning, "A row or column with positions has no name.",
    cause: "Without a name, its positions do not belong to an issue or party.",
    fix: "Name the issue or the party.")

  package static let duplicateColumn = DiagnosticID(
    "duplicate-column", .error, "Two columns of a table are for the same party.",
    cause: "The column headers may be two names for one party.",
    fix: "Merge the columns, or remove the alias if it is wrong.")

  package static let duplicateRow = DiagnosticID(
    "duplicate-row", .warning, "Two rows of a table are for the same issue.",
    cause: "Both rows are kept, so a party can have two positions on the issue in one table.",
    fix: "Merge the rows, unless you want to keep both.")

  package static let invalidTension = DiagnosticID(
    "invalid-tension", .error, "A `[!tension]` callout does not link to a position.",
    cause: "The line with the marker must contain a wikilink to a position.",
    fix:
      "Write `> [!tension] [[Issue#Party]]`, and add a second wikilink if two positions contradict each other."
  )
}
