extension DiagnosticGroup {
  static let markdown = DiagnosticGroup(
    "Markdown",
    [
      .nestingTooDeep, .tooMuchMarkup, .tooManyLinks, .tooManyFootnotes, .tableTooLarge, .raggedRow,
      .notATable,
      .gluedCaption, .undefinedFootnote,
      .unusedFootnote,
      .duplicateFootnote, .unknownSource, .duplicateSource, .sourceDiffers, .invalidSources, .halfWikilink,
      .rawHTML,
      .unsafeLink, .markIsLinkLabel, .literalEmphasis, .foreignMarkup, .unclosedComment,
    ])
}

extension DiagnosticID {
  package static let literalEmphasis = DiagnosticID(
    "literal-emphasis", .warning, "Asterisks or tildes for emphasis are shown as text.",
    cause:
      "In text without spaces between words, Markdown reads `**` beside punctuation as text, as in `**立场：**中国`.",
    fix: "Put the punctuation outside the asterisks: `**立场**：中国`.")

  package static let foreignMarkup = DiagnosticID(
    "foreign-markup", .warning,
    "The text contains markup from another program that Standpoint does not read.",
    cause:
      "For example, Liquid tags (Jekyll), Hugo shortcodes, Dataview queries, kramdown attribute lists, or a Pandoc grid table. The message says whether it is shown as text or left out.",
    fix: "Replace it as the message says.")

  package static let unclosedComment = DiagnosticID(
    "unclosed-comment", .warning, "A comment that begins with `%%` is never closed.",
    cause:
      "What follows is not published: up to the end of the paragraph, or of the file if the `%%` is alone on its line.",
    fix:
      "Write `%%` where the comment ends. To show the two characters, put them in backticks or write `\\%%`.")

  package static let nestingTooDeep = DiagnosticID(
    "nesting-too-deep", .error, "Quotes, lists or emphasis are nested more than 200 levels deep.",
    cause: "Nesting this deep usually comes from a faulty conversion.",
    fix: "Find the pasted or converted text and remove the nesting.")

  package static let tooMuchMarkup = DiagnosticID(
    "too-much-markup", .error, "A file has more markup than the limit allows for its size.",
    cause:
      "A file with this much markup usually comes from a faulty conversion. The limit counts line ends and markup characters, such as `*` and `[`.",
    fix: "Split the file, or raise `markup` in `limits:` of `site.yml`.",
    see: "[Limits](scaling.md#limits)")

  package static let tooManyLinks = DiagnosticID(
    "too-many-links", .error, "A file has more links than the limit allows.",
    cause:
      "A file with this many links usually comes from a faulty conversion. The links beyond the limit are shown as text.",
    fix: "Split the file, or raise `links` in `limits:` of `site.yml`.",
    see: "[Limits](scaling.md#limits)")

  package static let tooManyFootnotes = DiagnosticID(
    "too-many-footnotes", .error, "A file refers to footnotes or sources more often than the limit allows.",
    cause:
      "A file with this many references usually comes from a faulty conversion. The references beyond the limit are shown as text, and are not evidence.",
    fix: "Split the file, or raise `footnotes` in `limits:` of `site.yml`.",
    see: "[Limits](scaling.md#limits)")

  package static let tableTooLarge = DiagnosticID(
    "table-too-large", .error, "A table has more cells than the limit.",
    cause:
      "A table can have at most 150,000 cells, and a positions table at most 50,000. The missing cells of short rows count too.",
    fix:
      "Split the table. For tables of positions, you can raise `comparison-cells` in `limits:` of `site.yml`.",
    see: "[Limits](scaling.md#limits)")

  package static let raggedRow = DiagnosticID(
    "ragged-row", .warning, "A row has more or fewer cells than the header row.",
    cause:
      "Missing cells are left empty, and extra cells are dropped. Often, a `|` in the text has split a cell.",
    fix: "Add or remove a `|`. Write a `|` that is part of the text as `\\|`.")

  package static let notATable = DiagnosticID(
    "not-a-table", .warning, "Some lines look like a table but are not read as one.",
    cause:
      "The row of dashes is missing, comes first, or has more or fewer cells than the header row; spaces separate the columns; or the lines are code.",
    fix: "Write pipes between the cells, and one `---` for each column on the line below the header row.")

  package static let gluedCaption = DiagnosticID(
    "glued-caption", .warning, "A caption directly below its table is read as a row.",
    cause: "In Markdown, a table continues until the next blank line.",
    fix: "Add a blank line above the caption.")

  package static let undefinedFootnote = DiagnosticID(
    "undefined-footnote", .warning, "A footnote reference has no footnote.",
    cause: "The footnote is missing or has a different name, so the reference is shown as text.",
    fix: "Add the footnote, such as `[^x]: …`, or correct its name.")

  package static let unusedFootnote = DiagnosticID(
    "unused-footnote", .warning, "A footnote has no reference.",
    cause: "A footnote is shown only if something refers to it.",
    fix: "Add a reference to the footnote, or remove the footnote.")

  package static let duplicateFootnote = DiagnosticID(
    "duplicate-footnote", .error, "Two footnotes have the same name.",
    cause: "A reference with this name could mean either of them.",
    fix: "Rename one of them, and its references.")

  package static let unknownSource = DiagnosticID(
    "unknown-source", .error, "A citation such as `[@key]` names a source that is not described.",
    cause:
      "The key is misspelt, or there is neither a file `sources/key.md` nor an entry in `sources.json`.",
    fix: "Correct the key, or describe the source.")

  package static let duplicateSource = DiagnosticID(
    "duplicate-source", .note, "A source is described twice.",
    cause:
      "Two descriptions have the same key or the same address. If they have the same key, the first one is used.",
    fix: "Keep one description, and cite its key.")

  package static let sourceDiffers = DiagnosticID(
    "source-differs", .note, "Two reports describe the same source differently.",
    cause:
      "The footnotes or cells of two reports give different titles, dates or kinds of evidence for the same address, and no file describes this source. Titles count as the same if one contains the words of the other, such as “Speech” and “Speech in Example Town”; so do dates if one includes the other.",
    fix: "Correct one of them, or describe the source once in `sources/` and cite its key.")

  package static let invalidSources = DiagnosticID(
    "invalid-sources", .error, "`sources.json` cannot be read.",
    cause:
      "The file is not a list of sources in CSL-JSON, as Zotero and pandoc write it, or one of them has no key.",
    fix: "Export the file again, or correct it.")

  package static let halfWikilink = DiagnosticID(
    "half-wikilink", .warning, "A table cell contains `[[` without `]]`.",
    cause: "Usually, a `|` inside the wikilink has ended the cell.",
    fix: "In a table, write the `|` of a wikilink as `\\|`.")

  package static let rawHTML = DiagnosticID(
    "raw-html", .warning, "Raw HTML is shown as text.",
    cause: "By default, only a few harmless HTML tags are allowed.",
    fix: "Write it as Markdown. If you trust every author, set `trust-html: true` in `site.yml`.")

  package static let unsafeLink = DiagnosticID(
    "unsafe-link", .error, "A link uses a scheme other than `http`, `https`, `mailto` or `tel`.",
    cause: "Other schemes can run code in the reader’s browser.",
    fix: "Use a different address. If you trust every author, set `trust-links: true` in `site.yml`.")

  package static let markIsLinkLabel = DiagnosticID(
    "mark-is-link-label", .warning, "A link definition uses a stance mark as its label.",
    cause:
      "The document contains a definition such as `[+]: https://…`. In cells, `[+]` is still a stance mark.",
    fix: "Use a different label for the link.")
}
