// Diagnostics that only some commands give: `import` and `check`.

extension DiagnosticGroup {
  static let importing = DiagnosticGroup(
    "Importing",
    introduction:
      "Only `standpoint import` gives these diagnostics; see [Importing documents](importing.md).",
    [.importGuess, .importTable, .importLeftOut])

  static let coverage = DiagnosticGroup(
    "Coverage",
    introduction:
      "Only `standpoint check --fail-on gaps,stale` gives these diagnostics; see [Coverage](coverage.md).",
    [.coverageGap, .stalePosition])

  static let publishedPages = DiagnosticGroup(
    "Published pages and external links",
    introduction: "Only `standpoint check` gives these diagnostics; see [Checking](checking.md).",
    [.publishedPageGone, .brokenExternalLink, .uncheckedExternalLink])

  static let checkedSources = DiagnosticGroup(
    "Checked sources",
    introduction:
      "Only `standpoint sources check` gives these diagnostics; see [Checking](checking.md#sources).",
    [.quoteNotInSource, .sourceGone, .sourceMoved, .sourceChanged, .sourceUnchecked])
}

extension DiagnosticID {
  package static let quoteNotInSource = DiagnosticID(
    "quote-not-in-source", .warning, "A passage in quotation marks is not in the text of its source.",
    cause:
      "The report gives the passage as the party’s own words, but no source cited in its cell contains it. Quotation marks, white space, hyphenation, case and “[…]” make no difference.",
    fix:
      "Correct the passage, or cite the source that has it. If it is a paraphrase or a translation, remove the quotation marks.",
    see: "[Own words](authoring.md#own-words)")

  package static let sourceGone = DiagnosticID(
    "source-gone", .warning, "A source no longer exists at its address.",
    cause: "The other site cannot be reached, says that the page is gone, or redirects to its home page.",
    fix:
      "Add the address of an archived copy as `archive:` in the source’s description, or cite a different source."
  )

  package static let sourceMoved = DiagnosticID(
    "source-moved", .note, "A source has moved to a new address.",
    cause: "The other site redirects permanently.",
    fix: "Open the new address. If it is the same source, use that address.")

  package static let sourceChanged = DiagnosticID(
    "source-changed", .note, "The text of a source has changed since it was last checked or kept.",
    cause: "The page was edited, or it contains something that always changes, such as a date.",
    fix:
      "Check whether the source still supports the positions that rest on it. If you keep its text, `standpoint sources check --keep` stores the new one."
  )

  package static let sourceUnchecked = DiagnosticID(
    "source-unchecked", .note, "A source could not be checked.",
    cause: "The other site refuses automated requests, does not respond in time, or has a problem.",
    fix: "Open the source in a browser.")

  package static let importGuess = DiagnosticID(
    "import-guess", .note, "Part of the document can be read in more than one way.",
    cause: "For example, a short line below a list can be a heading or part of the list.",
    fix: "Compare the report with the original. The message says how to make the meaning clear.")

  package static let importTable = DiagnosticID(
    "import-table", .warning, "A table could not be read completely.",
    cause: "A row has too many or too few cells, two columns have the same name, or a cell cannot be read.",
    fix: "Correct the table and import it again, or correct the report.")

  package static let importLeftOut = DiagnosticID(
    "import-left-out", .warning, "Part of the document was not imported.",
    cause:
      "An image is missing, a link has no target, a cell spans several rows or columns, or a sheet is larger than the limit. All text was imported, except for cells beyond that limit.",
    fix: "If you need the missing part, add it to the report by hand.")

  package static let coverageGap = DiagnosticID(
    "coverage-gap", .warning,
    "A report has no row for one of its core issues, or no column for an affected party.",
    cause: "`core-issues` or `affects` names an issue or party that no table in the report covers.",
    fix: "Add the row or column, or remove the name from `core-issues` or `affects`.")

  package static let stalePosition = DiagnosticID(
    "stale-position", .warning, "The latest position of a party on an issue is due for review.",
    cause: "The position is older than `review-after` allows.",
    fix: "Report the current position. If nothing has changed, set `reviewed:` in the report to today’s date."
  )

  package static let publishedPageGone = DiagnosticID(
    "published-page-gone", .warning, "A page that was published earlier no longer exists.",
    cause: "There is neither a page nor a redirect at its address, so links to it are broken.",
    fix:
      "Add the old address to `redirects:` in the file that replaces the page, or remove the line from `.standpoint/published`. `check --against` and `publish` report an error if the page belongs to an issue or party that has since been renamed."
  )

  package static let brokenExternalLink = DiagnosticID(
    "broken-external-link", .warning, "A link to another site is broken.",
    cause:
      "Reported with `--external`. The other site cannot be reached, or says that the page does not exist.",
    fix: "Correct the link, or link to an archived copy.")

  package static let uncheckedExternalLink = DiagnosticID(
    "unchecked-external-link", .note, "A link to another site could not be checked.",
    cause:
      "Reported with `--external`. The other site refuses automated requests, or its server has a problem.",
    fix: "Check the link in a browser.")
}
