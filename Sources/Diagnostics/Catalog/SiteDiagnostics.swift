extension DiagnosticGroup {
  static let templates = DiagnosticGroup(
    "Templates", [.invalidTemplate, .unknownTag, .unknownPartial, .unknownTemplate, .changedTemplate])

  static let editions = DiagnosticGroup(
    "Editions",
    [
      .invalidEdition, .newerEdition, .misnamedEdition, .unknownWithdrawal, .propositionChanged,
      .changedSinceEdition,
      .publishedAnchorChanged, .publishedAnchorGone,
    ])

  static let site = DiagnosticGroup(
    "The site as a whole",
    [
      .withoutBaseURL, .mapNotDrawn, .picturesNotDrawn, .emptyFeed, .withoutSearch, .untranslated,
      .shallowHistory,
      .undatedReport, .hostLimit, .pagesNotInMenu,
    ])
}

extension DiagnosticID {
  package static let shallowHistory = DiagnosticID(
    "shallow-history", .warning, "Reports have no date, because the git history is incomplete.",
    cause:
      "A report without `date:` and without a date in its file name is dated by its first commit, which a shallow clone does not contain.",
    fix: "Run `git fetch --unshallow`. In a workflow, set `fetch-depth: 0` for the checkout.")

  package static let hostLimit = DiagnosticID(
    "host-limit", .warning, "The site has more files, or larger ones, than its host accepts.",
    cause:
      "The free plan of Cloudflare Pages accepts 20,000 files of up to 25 MiB each. GitHub Pages accepts 1 GB, and GitHub rejects files above 100 MiB. The host rejects a larger site. Sizes are known only once a site is built, so only `build` reports them.",
    fix:
      "Turn off the kind of page that the message names, which accounts for the largest share; use a different host; or, on a paid plan, add `host-limit` to `quiet:`.",
    see: "[Hosts](publishing.md#hosts)")

  package static let pagesNotInMenu = DiagnosticID(
    "pages-not-in-menu", .note, "The menu does not list all of your pages.",
    cause:
      "Without `nav:`, the menu lists the pages that you write. Every page contains the whole menu, so on a site with very many pages the menu is cut off at a limit.",
    fix: "Choose the entries with `nav:`, or raise `menu-pages` in `limits:` of `site.yml`.",
    see: "[The menu](settings.md#the-menu)")

  package static let undatedReport = DiagnosticID(
    "undated-report", .note, "Reports without a date are left out when you build with `--as-of`.",
    cause:
      "`--as-of` shows what was on record on a given day. A report without `date:`, without a date in its file name and without a first commit cannot be placed in time.",
    fix: "Set `date:` in these reports.")

  package static let invalidTemplate = DiagnosticID(
    "invalid-template", .error, "A template cannot be read.",
    cause: "Usually, the closing tag of a section is missing.",
    fix: "Close `{{#name}}` with `{{/name}}`.")

  package static let unknownTag = DiagnosticID(
    "unknown-tag", .error, "A template uses an unknown tag.",
    cause: "The tag is misspelt, or it belongs to another kind of page. Nothing would appear in its place.",
    fix: "Use a tag that the theme reference lists for this template.",
    see: "[Theme reference](theme-reference.md)")

  package static let unknownPartial = DiagnosticID(
    "unknown-partial", .error, "A template uses a partial that does not exist.",
    cause: "The theme does not contain the file that `{{> name}}` names.",
    fix: "Correct the name.")

  package static let unknownTemplate = DiagnosticID(
    "unknown-template", .warning, "A file in `Templates/` has no effect.",
    cause: "The name of the file is not the name of a built-in template or asset.",
    fix: "Rename or remove the file. `standpoint theme list` shows the built-in files.")

  package static let changedTemplate = DiagnosticID(
    "changed-template", .warning, "A built-in file has changed since the site copied it.",
    cause:
      "A newer version of Standpoint improved the file. The copy in `Templates/` still replaces it. Only `check` reports this, and only for copies that `standpoint theme eject` made.",
    fix:
      "Make the changes in your copy, or delete it. Then run `standpoint theme accept` with the name of the file."
  )

  package static let invalidEdition = DiagnosticID(
    "invalid-edition", .error, "A file in `editions/` is not a complete edition.",
    cause:
      "The file is not JSON, or something in it is missing, appears twice, or refers to a report, issue or party that the edition does not contain.",
    fix:
      "Restore the file from your version history. `standpoint edition` writes editions; do not edit them by hand."
  )

  package static let newerEdition = DiagnosticID(
    "newer-edition", .error, "An edition was written by a newer version of Standpoint.",
    cause: "This version does not know the format of the file.",
    fix: "Install the newer version, or create the edition again with this one.")

  package static let misnamedEdition = DiagnosticID(
    "misnamed-edition", .warning, "The name inside an edition differs from its file name.",
    cause: "The file was renamed. The site uses the file name.",
    fix: "Give the file the name that the edition contains.")

  package static let unknownWithdrawal = DiagnosticID(
    "unknown-withdrawal", .warning,
    "An entry of `withdrawn`, in an edition’s file or in site.yml, withdraws nothing.",
    cause:
      "No edition has the position or the report, perhaps because its address is misspelt, so it is still published. Or the report still contains the position listed in site.yml.",
    fix:
      "Copy the address of the position, or the last part of the report’s address, from the page of the edition. Remove a position that you withdraw from its report.",
    see: "[Withdrawing from editions](editions.md)")

  package static let propositionChanged = DiagnosticID(
    "proposition-changed", .warning,
    "An issue and the newest edition have different propositions, or only one of them has one.",
    cause:
      "Stances answer the proposition. If it now means something else, the stances on record may be wrong answers to it. Changes in case, punctuation and white space do not count.",
    fix:
      "Add the earlier sentence to `proposition-history:` in the issue’s file, with `same-meaning: true` if only the wording has changed.",
    see: "[When the question changes](history.md#when-the-question-changes)")

  package static let changedSinceEdition = DiagnosticID(
    "changed-since-edition", .note, "A cell differs from the newest edition, but its date is the same.",
    cause:
      "Standpoint counts this as a correction to the report, not as a move by the party. Readers should be told which of the two it is.",
    fix:
      "If the report was wrong, add an entry to its `corrections:`. If the party moved, date the cell with `{as-of=…}`, or write the position in a newer report.",
    see: "[Corrections](history.md#corrections)")

  package static let publishedAnchorChanged = DiagnosticID(
    "published-anchor-changed", .warning, "A published address now leads to a different position.",
    cause:
      "Someone may have cited the cell, and the citation would now mean something else. This is an error in `standpoint publish` and in `standpoint check --against`. Cells keep the addresses recorded in editions or in `.standpoint/published-positions.csv`, but neither records this one.",
    fix:
      "Put the new row below the published one, write the newer position in a newer report, record an edition of the published state before you change it, or record its addresses with `standpoint check --against … --keep-addresses`.",
    see: "[Addresses that keep their meaning](editions.md#addresses-that-keep-their-meaning)")

  package static let publishedAnchorGone = DiagnosticID(
    "published-anchor-gone", .warning, "A published address no longer leads anywhere.",
    cause:
      "The cell, its table or its report was removed, or a newer silent cell replaced it and neither an edition nor `.standpoint` records it. Readers who follow a citation find nothing there. This is an error in `standpoint publish` and in `standpoint check --against`.",
    fix:
      "Restore the cell. If it has moved to a different report, name the old address in `redirects:` of that report. If you withdrew it, list it in `withdrawn:` in `site.yml`. If a newer silent cell replaced it, record an edition of the published state first.",
    see: "[Addresses that keep their meaning](editions.md#addresses-that-keep-their-meaning)")

  package static let withoutBaseURL = DiagnosticID(
    "without-base-url", .note, "`site.yml` does not set `base-url`.",
    cause: "Everything that needs full addresses is left out, such as the sitemap and feeds.",
    fix: "Set `base-url` as soon as you know the address of the site.")

  package static let mapNotDrawn = DiagnosticID(
    "map-not-drawn", .note, "The map of issues could not be drawn.",
    cause: "Graphviz is not installed, or it failed. The page `/map/` shows only a list.",
    fix:
      "Install Graphviz (`apt-get install graphviz`), or turn the page off with `page-kinds: {map: false}`.",
    see: "[Pictures](pictures.md)")

  package static let picturesNotDrawn = DiagnosticID(
    "pictures-not-drawn", .note, "The link preview images could not be drawn.",
    cause:
      "rsvg-convert is not installed, or it failed. Other sites show links to this one without pictures.",
    fix:
      "Install it (`apt-get install librsvg2-bin`), or turn the pictures off with `share-pictures: false`.",
    see: "[Settings](settings.md#feeds-previews-and-sitemap)")

  package static let emptyFeed = DiagnosticID(
    "empty-feed", .note, "A feed cannot be created.",
    cause: "`feeds:` names an issue or a party that no dated report mentions.",
    fix: "Date the reports, or remove the name from `feeds:`.")

  package static let withoutSearch = DiagnosticID(
    "without-search", .note, "The site has no search.",
    cause: "The program `pagefind`, which creates the search index, is not on the `PATH`.",
    fix: "Install Pagefind, or set `search: off` in `site.yml`.", see: "[Search](search.md#what-it-needs)")

  package static let untranslated = DiagnosticID(
    "untranslated", .note, "Some interface texts are not translated into the language of the site.",
    cause:
      "The theme has no texts in this language, and the file in `Templates/languages/` is missing or incomplete. Missing texts are shown in English.",
    fix: "Add the missing texts to the file.", see: "[Languages](languages.md)")
}
