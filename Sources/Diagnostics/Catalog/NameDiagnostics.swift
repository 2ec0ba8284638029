extension DiagnosticGroup {
  static let namesAndLinks = DiagnosticGroup(
    "Names and links",
    [
      .duplicateName, .similarName, .duplicateAddress, .unknownName, .unknownSubject, .ambiguousName,
      .unknownPosition,
      .brokenLink,
      .brokenAnchor,
      .linkToWithheld, .noPositionToEmbed, .nestedEmbed, .positionOutsidePartyDates, .unknownRelation,
      .relationCycle,
      .unrelatedSuccessor, .longActingChain,
    ])
}

extension DiagnosticID {
  package static let duplicateName = DiagnosticID(
    "duplicate-name", .error, "Two files use the same name or alias.",
    cause: "A wikilink with this name could mean either of them. The message names both files.",
    fix: "Remove the name from one of the files.")

  package static let similarName = DiagnosticID(
    "similar-name", .warning, "A new issue or party has almost the same name as an existing one.",
    cause:
      "The names differ in one letter, so one of them may be misspelt. The one without a file, or the one used less, counts as new.",
    fix:
      "Correct the name, or add it to `aliases:` in the file of the existing one. If they are different things, create a file for each, or relate them."
  )

  package static let duplicateAddress = DiagnosticID(
    "duplicate-address", .error, "Two pages, or a page and a file, have the same address.",
    cause: "Addresses that differ only in upper and lower case count as the same.",
    fix: "Set `slug:` in one of the files.")

  package static let unknownName = DiagnosticID(
    "unknown-name", .error, "Nothing on this site has this name.",
    cause:
      "A wikilink, the front matter or `pairs:` names an issue, party, report or page that does not exist.",
    fix:
      "Correct the name; the message suggests a similar one. If you often use the name, add it as an alias."
  )

  package static let unknownSubject = DiagnosticID(
    "unknown-subject", .warning, "A report names a core issue or an affected party that is not on this site.",
    cause: "`core-issues` or `affects` has a name without a table column, a table row, a file or an alias.",
    fix:
      "Correct the name; the message suggests a similar one. Or run `standpoint new issue` or `standpoint new party` to describe it."
  )

  package static let ambiguousName = DiagnosticID(
    "ambiguous-name", .error, "A name could mean more than one thing.",
    cause: "For example, an issue and a report have the same name.",
    fix: "Say which kind you mean: `[[issue:…]]`, `[[party:…]]`, `[[report:…]]` or `[[page:…]]`.")

  package static let unknownPosition = DiagnosticID(
    "unknown-position", .error, "A wikilink names a position that does not exist.",
    cause: "The party has no position on the issue, or had none by the date of the report.",
    fix: "Correct the names in `[[Issue#Party]]`, or link to the issue alone.")

  package static let brokenLink = DiagnosticID(
    "broken-link", .error, "A link leads to a file or page that does not exist.",
    cause:
      "The path is wrong, or the site does not have this page because it would be empty or `page-kinds:` turns it off.",
    fix: "Correct the link. Relative paths start from the folder of the file that contains the link.")

  package static let brokenAnchor = DiagnosticID(
    "broken-anchor", .error, "The page exists, but the part after `#` does not.",
    cause: "The heading or cell was renamed or removed.",
    fix: "Correct the part after `#`. Headings have the same anchors as on GitHub.")

  package static let linkToWithheld = DiagnosticID(
    "link-to-withheld", .warning, "A link leads to a page that is not published.",
    cause:
      "The page is a draft, has a date in the future or has expired. Only the text of the link is shown.",
    fix:
      "Publish the page or remove the link. If you plan to publish the page later, do nothing.")

  package static let noPositionToEmbed = DiagnosticID(
    "no-position-to-embed", .warning, "`![[…]]` does not name anything that can be shown in its place.",
    cause:
      "Positions and images can be embedded anywhere. A note, or part of one, can be embedded only in its own paragraph, outside tables, and only if it has text. Anything else is shown as a link.",
    fix: "Write `![[Issue#Party]]`, give the embed of a note a paragraph of its own, or remove the `!`.")

  package static let nestedEmbed = DiagnosticID(
    "nested-embed", .warning,
    "Embedded notes form a loop, are nested too deeply, or exceed the limit on their number or size.",
    cause:
      "A note embeds itself, notes are nested more than four deep, or a page embeds more than 200 notes or 500 kB of text. Embeds beyond the limit are shown as links.",
    fix: "Remove one of the embeds, or the `!` of one of them.", see: "[Limits](scaling.md#limits)")

  package static let positionOutsidePartyDates = DiagnosticID(
    "position-outside-party-dates", .warning, "The date of a position is outside its party’s dates.",
    cause: "The position is dated before the party’s `from:` or after its `to:`.",
    fix:
      "Date the position with `{as-of=…}`, correct the dates of the party, or name the party that held the position then."
  )

  package static let unknownRelation = DiagnosticID(
    "unknown-relation", .error,
    "`broader`, `related`, `acts-for`, `succeeds` or `member-of` names something that does not exist.",
    cause: "The name is misspelt, or nothing has this name yet.",
    fix: "Correct the name, or create a file for it.")

  package static let relationCycle = DiagnosticID(
    "relation-cycle", .error, "A chain of `broader`, `acts-for` or `succeeds` leads back to its start.",
    cause: "Something cannot be part of itself or follow itself. The message shows the chain.",
    fix: "Remove one link of the chain.")

  package static let unrelatedSuccessor = DiagnosticID(
    "unrelated-successor", .warning, "A party succeeds another, but the two do not act for the same party.",
    cause:
      "`succeeds:` is for parties that act for the same party, such as two administrations of one state. The succession is ignored.",
    fix: "Name the same party with `acts-for:` in both files, or remove `succeeds:`.")

  package static let longActingChain = DiagnosticID(
    "long-acting-chain", .warning, "A chain of `acts-for` has more than seven parties in between.",
    cause:
      "A party’s page shows the positions of the parties that act for it, directly or through others, up to a limit. A chain this long is usually a conversion error.",
    fix: "Set `acts-for:` to the party at the end of the chain.",
    see: "[Limits](scaling.md#limits)")
}
