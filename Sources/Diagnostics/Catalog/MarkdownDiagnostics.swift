extension DiagnosticGroup {
  static let markdown = DiagnosticGroup(
    "Markdown",
    [
      .nestingTooDeep, .tableTooLarge, .raggedRow, .notATable, .gluedCaption, .undefinedFootnote,
      .unusedFootnote,
      .duplicateFootnote, .halfWikilink, .rawHTML, .unsafeLink, .markIsLinkLabel,
    ])
}

extension DiagnosticID {
  package static let nestingTooDeep = DiagnosticID(
    "nesting-too-deep", .error, "Quotes, lists or emphasis are nested more than 200 levels deep.",
    cause: "Text like this is rarely written by hand; it usually comes from a faulty conversion.",
    fix: "Find the pasted or converted text and remove the nesting.")

  package static let tableTooLarge = DiagnosticID(
    "table-too-large", .error, "A table has more than a million cells.",
    cause: "Short rows count as if all their cells were there.",
    fix: "Split the table.")

  package static let raggedRow = DiagnosticID(
    "ragged-row", .warning, "A row has more or fewer cells than the header row.",
    cause:
      "Missing cells become empty cells, and extra cells are dropped. Often a `|` in the text splits a cell.",
    fix: "Add or remove a `|`. Write a `|` that is part of the text as `\\|`.")

  package static let notATable = DiagnosticID(
    "not-a-table", .warning, "Lines look like a table but are not one.",
    cause:
      "The line of dashes is missing or has a different number of cells than the header row. The lines are shown as text.",
    fix: "Write one `---` for each column in the line below the header row.")

  package static let gluedCaption = DiagnosticID(
    "glued-caption", .warning, "A caption directly follows its table and has become a row.",
    cause: "Markdown takes every line up to the next empty line as a row of the table.",
    fix: "Put an empty line above the caption.")

  package static let undefinedFootnote = DiagnosticID(
    "undefined-footnote", .warning, "A footnote mark has no footnote.",
    cause: "The footnote is missing or has another name. The mark is shown as text.",
    fix: "Add the footnote, such as `[^x]: …`, or correct its name.")

  package static let unusedFootnote = DiagnosticID(
    "unused-footnote", .warning, "No mark refers to a footnote.",
    cause: "Footnotes without a mark are not shown.",
    fix: "Refer to the footnote, or remove it.")

  package static let duplicateFootnote = DiagnosticID(
    "duplicate-footnote", .error, "Two footnotes have the same name.",
    cause: "A mark can refer to only one of them.",
    fix: "Rename one of them.")

  package static let halfWikilink = DiagnosticID(
    "half-wikilink", .warning, "A table cell contains `[[` without `]]`.",
    cause: "Usually a `|` inside the wikilink ends the cell.",
    fix: "Write `\\|` inside a wikilink in a table.")

  package static let rawHTML = DiagnosticID(
    "raw-html", .warning, "Raw HTML is shown as text.",
    cause: "By default, authors cannot put HTML into pages, except for a few harmless tags.",
    fix: "Write it as Markdown. If you trust every author, set `trust-html: true` in `site.yml`.")

  package static let unsafeLink = DiagnosticID(
    "unsafe-link", .error, "The scheme of a link is not `http`, `https`, `mailto` or `tel`.",
    cause: "Other schemes can run code in the reader’s browser.",
    fix: "Change the link. If you trust every author, set `trust-links: true` in `site.yml`.")

  package static let markIsLinkLabel = DiagnosticID(
    "mark-is-link-label", .warning, "A link definition has the label of a stance mark.",
    cause:
      "The document contains a definition such as `[+]: https://…`. In cells, `[+]` is still a stance mark.",
    fix: "Give the link another label.")
}
