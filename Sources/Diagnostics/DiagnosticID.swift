/// Every rule that can complain, by the name that messages print in square brackets.
///
/// A name, once published, keeps its meaning: authors silence rules by it (`quiet:` in site.yml).
package enum DiagnosticID: String, Sendable, Hashable, CaseIterable {
  // Files
  case invalidUTF8 = "invalid-utf8"
  case fileTooLarge = "file-too-large"
  case linkOutOfContent = "link-out-of-content"
  case linkCycle = "link-cycle"
  case invalidFileName = "invalid-file-name"
  case specialFile = "special-file"
  case emptySite = "empty-site"

  // Front matter and site.yml
  case invalidYAML = "invalid-yaml"
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case wrongType = "wrong-type"
  case invalidDate = "invalid-date"
  case invalidValue = "invalid-value"
  case unknownDiagnosticID = "unknown-diagnostic-id"

  // Markdown
  case nestingTooDeep = "nesting-too-deep"
  case tableTooLarge = "table-too-large"
  case raggedRow = "ragged-row"
  case notATable = "not-a-table"
  case gluedCaption = "glued-caption"
  case undefinedFootnote = "undefined-footnote"
  case unusedFootnote = "unused-footnote"
  case duplicateFootnote = "duplicate-footnote"
  case halfWikilink = "half-wikilink"
  case rawHTML = "raw-html"
  case unsafeLink = "unsafe-link"
  case markIsLinkLabel = "mark-is-link-label"

  // Comparisons
  case unknownDirective = "unknown-directive"
  case invalidDirective = "invalid-directive"
  case unattachedDirective = "unattached-directive"
  case axisWordWithoutParties = "axis-word-without-parties"
  case duplicateComparisonID = "duplicate-comparison-id"
  case unknownStance = "unknown-stance"
  case stanceWithoutText = "stance-without-text"
  case emptyHeading = "empty-heading"
  case duplicateColumn = "duplicate-column"
  case duplicateRow = "duplicate-row"
  case invalidTension = "invalid-tension"

  // Names and links
  case duplicateName = "duplicate-name"
  case duplicateAddress = "duplicate-address"
  case unknownName = "unknown-name"
  case ambiguousName = "ambiguous-name"
  case unknownPosition = "unknown-position"
  case brokenLink = "broken-link"
  case brokenAnchor = "broken-anchor"
  case linkToWithheld = "link-to-withheld"
  case noPositionToEmbed = "no-position-to-embed"
  case positionOutsidePartyDates = "position-outside-party-dates"
  case unknownRelation = "unknown-relation"
  case relationCycle = "relation-cycle"

  // Importing
  case importGuess = "import-guess"
  case importTable = "import-table"
  case importLeftOut = "import-left-out"

  // Templates
  case invalidTemplate = "invalid-template"
  case unknownTag = "unknown-tag"
  case unknownPartial = "unknown-partial"
  case unknownTemplate = "unknown-template"

  // Editions
  case invalidEdition = "invalid-edition"
  case newerEdition = "newer-edition"
  case misnamedEdition = "misnamed-edition"

  // Coverage, only when asked for
  case coverageGap = "coverage-gap"
  case stalePosition = "stale-position"

  // What was published, and what others publish; only when asked for
  case publishedPageGone = "published-page-gone"
  case brokenExternalLink = "broken-external-link"
  case uncheckedExternalLink = "unchecked-external-link"

  // The site as a whole
  case withoutBaseURL = "without-base-url"
  case emptyFeed = "empty-feed"
  case withoutSearch = "without-search"
  case untranslated
  case mapNotDrawn = "map-not-drawn"

  /// How much the rule weighs; fixed for good.
  package var severity: Severity {
    switch self {
    case .importGuess: .note
    case .importTable, .importLeftOut: .warning
    case .axisWordWithoutParties, .withoutBaseURL, .emptyFeed, .untranslated, .mapNotDrawn,
      .uncheckedExternalLink, .withoutSearch:
      .note
    case .unknownKey, .raggedRow, .notATable, .gluedCaption, .undefinedFootnote, .unusedFootnote,
      .halfWikilink, .rawHTML, .markIsLinkLabel, .unattachedDirective, .stanceWithoutText, .emptyHeading,
      .duplicateRow, .linkCycle, .specialFile, .linkToWithheld, .unknownDiagnosticID, .emptySite,
      .unknownStance, .invalidUTF8,
      .unknownTemplate, .misnamedEdition, .noPositionToEmbed, .positionOutsidePartyDates,
      .coverageGap, .stalePosition, .publishedPageGone, .brokenExternalLink:
      .warning
    case .fileTooLarge, .linkOutOfContent, .invalidFileName, .invalidYAML, .duplicateKey, .wrongType,
      .invalidDate,
      .invalidValue, .nestingTooDeep, .tableTooLarge, .duplicateFootnote, .unsafeLink, .unknownDirective,
      .invalidDirective, .duplicateComparisonID, .duplicateColumn, .invalidTension, .duplicateName,
      .duplicateAddress, .unknownName, .ambiguousName, .unknownPosition, .brokenLink, .brokenAnchor,
      .unknownRelation, .relationCycle, .invalidTemplate, .unknownTag, .unknownPartial, .invalidEdition,
      .newerEdition:
      .error
    }
  }
}
