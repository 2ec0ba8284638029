/// A template for pages, or for parts that all pages share.
struct TemplateDefinition: Sendable {
  /// Such as `report` for `report.mustache`.
  let name: String
  /// The name of its output in messages, as part of a sentence: `report pages`.
  let title: String
  /// Everything that the template may use.
  let fields: [TemplateField]

  static let header = TemplateDefinition(
    name: "header", title: "the header",
    fields: [
      .text(.siteTitle, "The site’s title."),
      .text(.logo, "The path to the site’s logo; absent without one."),
      .text(.home, "The path to the home page."),
      .text(.root, "The path from the page to the site’s root: empty, or ending in a slash."),
      .text(
        .recordDay,
        "The sentence that names the day whose record the site shows (`--as-of`); absent for the record as it is now."
      ),
      .text(
        .previewName, "The name given with `--preview`, if the site is a preview; absent otherwise."
      ),
      .flag(.search, "True if the site has a search."),
      .list(.menu, menuFields, "The menu’s entries, in order."),
      .text(.groupTitle, "The label of the menu’s group that the page belongs to; absent without one."),
      .list(.group, menuEntryFields, "The entries of that group, in order; absent without one."),
    ])

  /// The fields of each menu entry.
  static let menuEntryFields: [TemplateField] = [
    .text(.label, "The entry’s label."),
    .text(.address, "The path to the page of the entry."),
    .flag(.current, "True on the page of the entry and on pages below it."),
  ]

  /// The fields of each menu entry on the first level.
  static let menuFields: [TemplateField] =
    menuEntryFields + [
      .flag(.opensList, "True if the entry opens a list of entries instead of linking to a page."),
      .list(.entries, menuEntryFields, "The entries of the list; absent for a link."),
    ]

  /// The fields of each of the site's own links.
  static let linkFields: [TemplateField] = [
    .text(.label, "The label of the link."),
    .text(.address, "Its address."),
    .flag(.outside, "True if the link leads to another site."),
  ]

  static let footer = TemplateDefinition(
    name: "footer", title: "the footer",
    fields: [
      .text(.siteTitle, "The site’s title."),
      .text(.siteDescription, "The site’s description; absent without one."),
      .text(.reports, "The number of reports, as text such as “3 reports”; absent if there are none."),
      .text(
        .positions,
        "The number of positions, as text such as “12 positions”; absent without reports."),
      .text(.home, "The path to the home page."),
      .text(.data, "The path to the page of data files; absent without one."),
      .text(.method, "The path to the page that explains the method; absent without one."),
      .text(.footerText, "The site’s own sentence for the footer; absent without one."),
      .html(.licence, "The licence of the site, as a link if it is known; absent if none is stated."),
      .list(.links, linkFields, "The site’s own links for the footer, in order; absent without any."),
    ])
}

/// The fields of all templates for whole pages.
enum SharedFields {
  /// The fields of generated pages that show the text of an authored page with the same address.
  static let authoredText: [TemplateField] = [
    .html(
      .article,
      "The text of an authored page with the same address; absent without one, or if it has no text.")
  ]

  static let all: [TemplateField] = [
    .text(.language, "The site’s language, as a BCP 47 tag."),
    .flag(.rightToLeft, "True when the site’s language is written from right to left."),
    .text(.kind, "The name of the kind of page, for style sheets."),
    .text(.pageTitle, "The title of the browser window: the page’s and the site’s title."),
    .text(.title, "The page’s own title."),
    .text(.siteTitle, "The site’s title."),
    .text(.description, "One sentence for search engines; absent without a summary."),
    .flag(
      .noIndex,
      "True if search engines should not list the page: the site is a preview, or shows the record of a day."),
    .text(.canonical, "The page’s full address; absent without a base URL."),
    .text(
      .markdownCopy,
      "The path to the page as Markdown; absent unless `markdown-copies:` is on, and on some pages."),
    .text(.root, "The path from the page to the site’s root: empty, or ending in a slash."),
    .text(.home, "The path to the home page."),
    .text(.stylesheet, "The address of the style sheet of all pages."),
    .text(
      .matrixStylesheet, "The address of the style sheet of matrices; absent on pages without a large one."),
    .text(
      .picturesStylesheet, "The address of the style sheet of pictures; absent on pages without one."),
    .text(
      .customStylesheet,
      "The address of the site’s own style sheet, assets/custom.css; absent without one."),
    .text(
      .partiesStylesheet,
      "The address of the style sheet with the parties' own colours; absent if no party has one."),
    .text(.themeColor, "The colour of the browser’s own toolbars; absent if the site sets none."),
    .html(.siteHead, "The site’s own HTML for the head; absent without it."),
    .text(
      .edit, "The address at which the page’s file can be edited; absent without a file or a repository."),
    .text(.reportError, "The address of a form to report an error on the page; absent without a repository."),
    .text(
      .policy,
      "The Content Security Policy of the page, for hosts that cannot send custom headers; absent for other hosts."
    ),
    .flag(
      .marksChanges,
      "True if the page marks cells that have changed since the reader’s last visit to it."),
    .text(.feed, "The address of the feed of changes; absent without one."),
    .text(.siteFeed, "The address of the feed of all reports; absent without one."),
    .text(.subjectFeed, "The address of the feed of the page’s issue or party; absent without one."),
    .text(
      .picture,
      "The full address of the picture for previews; absent without a base URL, without previews, and for pages that have none."
    ),
    .text(
      .pictureDescription,
      "What the picture shows, in words; absent without a picture, and for pictures of the site’s own theme."),
    .text(.sharingType, "The Open Graph type of the page: article or website; absent without previews."),
    .text(.published, "The report’s date in ISO 8601; absent on other pages and if the report has no date."),
    .text(
      .modified,
      "The day of the report’s last change in ISO 8601; absent on other pages and if the report has no date."),
    .text(
      .manifest, "The address of the web manifest, on the home page; absent elsewhere and without a base URL."
    ),
    .html(
      .facets,
      "The search filters that apply to the page, as meta elements; absent without a search and on pages that it leaves out."
    ),
    .html(.structuredData, "Structured data about the page, as JSON-LD; absent if there is none."),
    .html(.header, "The site’s header, from header.mustache."),
    .html(.footer, "The site’s footer, from footer.mustache."),
  ]
}
