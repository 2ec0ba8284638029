/// What the template of each page kind may use.
extension PageKind {
  /// What all whole pages have.
  private static let shared: [TemplateField] = [
    .text(.language, "The site's language, as a BCP 47 tag."),
    .flag(.rightToLeft, "True when the site's language is written from right to left."),
    .text(.kind, "The page kind's name, for style sheets."),
    .text(.pageTitle, "The title for the browser's window: the page's and the site's."),
    .text(.title, "The page's own title."),
    .text(.siteTitle, "The site's title."),
    .text(.description, "One sentence for search engines; absent without a summary."),
    .text(.canonical, "The page's full address; absent without a base URL."),
    .text(.root, "The way from the page to the site's root: empty, or ending in a slash."),
    .text(.home, "The way to the home page."),
    .text(.stylesheet, "The address of the style sheet of all pages."),
    .text(
      .matrixStylesheet, "The address of the style sheet of matrices; absent on pages that do without."),
    .text(
      .picturesStylesheet, "The address of the style sheet of pictures; absent on pages without one."),
    .text(
      .customStylesheet,
      "The address of the site's own style sheet, assets/custom.css; absent without one."),
    .text(
      .policy, "What the page may load, for hosts that send no headers of the site's own; absent for others."),
    .flag(.marksChanges, "True where cells that changed since the reader's last visit are marked."),
    .text(.feed, "The address of the feed of changes; absent without one."),
    .text(.siteFeed, "The address of the feed of all reports; absent without one."),
    .text(.subjectFeed, "The address of the feed of the page's issue or party; absent without one."),
    .text(
      .picture,
      "The full address of the picture for previews; absent without a base URL and without previews."),
    .text(.sharingType, "What Open Graph calls the page: article or website; absent as the picture is."),
    .text(.published, "The report's date, as ISO 8601 has it; absent on other pages and without one."),
    .text(.modified, "The day of the report's last change, as ISO 8601 has it; absent as that is."),
    .text(
      .manifest, "The address of the web manifest, on the home page; absent elsewhere and without a base URL."
    ),
    .html(
      .facets,
      "What the search can narrow the page down by, as meta elements; absent on pages that it leaves out and without search."
    ),
    .html(.structuredData, "What the page says about itself as JSON-LD; absent where it says nothing."),
    .html(.header, "The site's header, from header.mustache."),
    .html(.footer, "The site's footer, from footer.mustache."),
  ]

  static let homeFields =
    shared + [
      .text(.siteDescription, "The site's description; absent without one."),
      .html(.introduction, "The text of index.md; absent without one."),
      .html(.reports, "The latest reports, as a list; absent without any."),
      .html(.issues, "All issues with the number of positions, as a list; absent without any."),
      .html(.parties, "All parties with the number of positions, as a list; absent without any."),
      .html(.matrix, "A link to the matrix, or the matrix itself when it is small; absent without one."),
    ]

  static let reportFields =
    shared + [
      .text(.list, "The way to the list of all reports; absent when lists are switched off."),
      .text(.year, "The year of the report's date; absent for an undated report."),
      .html(
        .yearAddress,
        "The way to the year's place in the list of reports, or to its own page; absent when lists are switched off."
      ),
      .html(.date, "The report's date as a time element; absent for an undated report."),
      .html(.updated, "The day of the last change as a time element; absent without one."),
      .text(.authors, "The authors' names, with commas and “and”; absent without any."),
      .html(.tags, "The report's tags, as a list; absent without any."),
      .text(.summary, "The report's summary; absent without one."),
      .html(.badges, "What is missing and what is due for review; absent when all is well."),
      .text(.readingTime, "The minutes it takes to read, as a number."),
      .html(.contents, "The headings as a nested list of links; absent with fewer than three."),
      .flag(.longContents, "True when the contents have more than eight entries."),
      .html(.article, "The report's text, with comparisons and footnotes."),
      .html(
        .issues,
        "The issues with a row in the report and its core issues, as lists of links; absent without any."),
      .html(
        .parties,
        "The parties with a column in the report and those it affects, as lists of links; absent without any."
      ),
      .html(
        .linkedFrom,
        "Reports that link to it, with the sentence around the link; absent without any and without mentions."
      ),
      .flag(.neighbours, "True when there is an earlier or a later report."),
      .text(.previous, "The way to the report before it by date; absent without one."),
      .text(.previousTitle, "The title of the report before; absent without one."),
      .html(.previousDate, "The date of the report before as a time element; absent without one."),
      .text(.next, "The way to the report after it by date; absent without one."),
      .text(.nextTitle, "The title of the report after; absent without one."),
      .html(.nextDate, "The date of the report after as a time element; absent without one."),
    ]

  static let issueFields =
    shared + [
      .text(.list, "The way to the list of all issues; absent when lists are switched off."),
      .text(.count, "How many positions there are on it, in words and figures; absent without any."),
      .html(.newest, "The date of the newest of them as a time element; absent without one."),
      .text(.summary, "The summary in the issue's file; absent without one."),
      .text(.proposition, "The sentence that stances answer; absent without one."),
      .html(.badges, "What is missing and what is due for review; absent when all is well."),
      .text(.aliases, "Other names, with commas; absent without any."),
      .text(.group, "The group of issues that it belongs to; absent without one."),
      .html(.article, "The text of the issue's file; absent without one."),
      .html(.relations, "Wider and related issues, as definition list; absent without any."),
      .html(.neighbours, "The issues around it, as a picture and a list; absent without any."),
      .html(.timeline, "Stances on it over time, as a picture; absent before one could have changed."),
      .html(.tensions, "Tensions between positions on it; absent without any."),
      .html(.positions, "Each party's positions, the latest first; absent without any."),
      .html(.optionsHTML, "Options that touch the issue, as a list of links; absent without any."),
      .html(.mentions, "Where reports mention it, with the sentence; absent without any."),
    ]

  static let partyFields =
    shared + [
      .text(.list, "The way to the list of all parties; absent when lists are switched off."),
      .text(.count, "How many positions it holds, in words and figures; absent without any."),
      .html(.newest, "The date of the newest of them as a time element; absent without one."),
      .html(.hue, "The class of the party's hue, p1 to p8."),
      .html(.badges, "What is missing and what is due for review; absent when all is well."),
      .text(.aliases, "Other names, with commas; absent without any."),
      .text(.label, "What kind of party it is; absent without one."),
      .text(.summary, "The summary in the party's file; absent without one."),
      .html(.article, "The text of the party's file; absent without one."),
      .html(.relations, "For whom it acts, who acts for it, and memberships; absent without any."),
      .html(.date, "From when to when it exists, in words; absent without dates."),
      .html(.tensions, "Tensions in which its positions stand; absent without any."),
      .html(.positions, "Its positions on each issue, the latest first; absent without any."),
      .html(.representatives, "The latest positions of those who act for it; absent without any."),
      .html(.pairs, "Links to the pages that hold it against another party; absent without any."),
      .html(.reports, "The reports that compare it, as a list; absent without any."),
      .html(.mentions, "Where reports mention it, with the sentence; absent without any."),
    ]

  static let yearFields =
    shared + [
      .text(.list, "The way to the list of all issues or parties; absent when lists are switched off."),
      .text(.name, "The issue's or party's name."),
      .text(.address, "The way to the issue's or party's page."),
      .text(.date, "The year; absent for undated positions."),
      .html(.positions, "The positions of the year, apart from the latest ones."),
    ]

  static let matrixFields =
    shared + [
      .text(.list, "The way to the whole matrix."),
      .html(.matrix, "The table of issues by parties; absent on the first page of a matrix that is split."),
      .html(.contents, "Links to the matrix's parts; absent when it is not split."),
      .text(.group, "The group or letter that this part shows; absent when it is not split."),
      .text(.coverage, "The way to the page of what is missing and due; absent without one."),
    ]

  static let mapFields =
    shared + [
      .html(.map, "The map as a picture; absent where Graphviz is not installed."),
      .html(.ties, "The issues of the map and what ties them together, as a list."),
    ]

  static let optionsFields = shared + [.html(.optionsHTML, "All options by report.")]

  static let tensionsFields =
    shared + [.html(.tensions, "All tensions, those of the newest report first.")]

  static let cardsFields =
    shared + [
      .text(.list, "The way to the list of all reports; absent when lists are switched off."),
      .text(.name, "The report's title."),
      .text(.address, "The way to the report's page."),
      .html(.date, "The report's date as a time element; absent for an undated report."),
      .html(.cards, "The card of each of the report's positions, in their order."),
    ]

  static let coverageFields =
    shared + [
      .html(.matrix, "The table of issues by parties, with counts and ages; absent without positions."),
      .html(.gaps, "What is declared and not compared, as a list; absent when nothing is."),
      .html(.stale, "Positions that are due for review, as a list; absent without any."),
    ]

  static let reportListFields =
    shared + [
      .text(.list, "The way to the list of all reports, from the page of one year; absent on that list."),
      .html(.contents, "Links to the years; absent when there is one year."),
      .html(
        .reports,
        "Reports by year: all of them, or the newest ones when years have pages; on the page of a year its own."
      ),
    ]

  static let issueListFields = shared + [.html(.issues, "All issues by group.")]

  static let partyListFields = shared + [.html(.parties, "All parties.")]

  static let changeListFields =
    shared + [
      .html(
        .editions,
        "What changed since the last edition, and the editions with what changed, as a list, the newest first."
      )
    ]

  static let changeFields =
    shared + [
      .text(.list, "The way to the list of what changed."),
      .text(.before, "The name of the earlier edition."),
      .text(.after, "The name of the later edition; “now” for the site as it is."),
      .html(.date, "The day of the later edition as a time element; absent for the site as it is."),
      .text(.summary, "How much changed, in words and figures."),
      .html(.subjects, "What became of reports, issues and parties, as a list; absent when nothing did."),
      .html(.positions, "The positions that changed, by issue; absent without any."),
    ]

  static let pairListFields = shared + [.html(.pairs, "All pairs of parties, with how much they share.")]

  static let pairFields =
    shared + [
      .text(.list, "The way to the list of pairs."),
      .html(.parties, "The two parties, as links with “and”."),
      .html(.legend, "The scale of stances; absent where no position carries one."),
      .html(.redLines, "Issues on which one of them marks a red line, side by side; absent without any."),
      .html(.apart, "Issues on which they stand apart, the widest first; absent without any."),
      .html(.agreement, "Issues on which they are at most one step apart; absent without any."),
      .html(.optionsHTML, "Options that touch those issues, as a list of links; absent without any."),
      .html(.notComparable, "Issues whose distance cannot be told, with the reason; absent without any."),
      .html(.oneSided, "Issues on which only one of them holds a position; absent without any."),
      .html(.relations, "Who acts for a party that holds no position itself; absent without any."),
    ]

  static let pageFields =
    shared + [
      .html(.contents, "The headings as a nested list of links; absent with fewer than three."),
      .flag(.longContents, "True when the contents have more than eight entries."),
      .html(.article, "The page's text."),
      .flag(.neighbours, "True when there is a page before or after it in the groups of the menu."),
      .text(.previous, "The way to the page before it in the groups of the menu; absent without one."),
      .text(.previousTitle, "What the menu calls the page before; absent without one."),
      .text(.next, "The way to the page after it in the groups of the menu; absent without one."),
      .text(.nextTitle, "What the menu calls the page after; absent without one."),
    ]

  static let notFoundFields = shared

  static let headerFields: [TemplateField] = [
    .text(.siteTitle, "The site's title."),
    .text(.home, "The way to the home page."),
    .text(.root, "The way from the page to the site's root: empty, or ending in a slash."),
    .flag(.search, "True where the site can be searched."),
    .list(.menu, menuFields, "The menu's entries, in order."),
    .text(.groupTitle, "The label of the menu's group that the page belongs to; absent without one."),
    .list(.group, menuFields, "The entries of that group, in order; absent without one."),
  ]

  /// What each entry of a menu has.
  static let menuFields: [TemplateField] = [
    .text(.label, "The entry's label."),
    .text(.address, "The way to its page."),
    .flag(.current, "True on the entry's own page and the pages below it."),
  ]

  static let footerFields: [TemplateField] = [
    .text(.siteTitle, "The site's title."),
    .text(.siteDescription, "The site's description; absent without one."),
    .text(.reports, "How many reports the site has, in words and figures; absent without any."),
    .text(.positions, "How many positions the site has, in words and figures; absent without any report."),
    .text(.home, "The way to the home page."),
  ]
}
