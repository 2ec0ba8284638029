/// A file of a theme, with its purpose.
package struct ThemeFile: Sendable, Hashable {
  /// The purpose of a file.
  package enum Kind: String, Sendable, CaseIterable {
    /// The template of a page kind, or of a part that all pages share.
    case page
    /// A template that others include.
    case part
    /// In `assets/`: a style sheet, script or picture. Also the style sheet of documents.
    case asset
    /// The interface texts in one language.
    case language
    /// None of these.
    case other
  }

  /// Path below Templates/.
  package let path: String
  /// Its purpose as part of a sentence, such as `report pages`; empty for files of a site’s own.
  package let summary: String

  /// The purpose of a file at this path.
  package var kind: Kind { Self.kind(of: path) }

  /// All files of the built-in theme, by path.
  package static var all: [ThemeFile] {
    Theme.builtIn.keys.sorted().map { ThemeFile(path: $0, summary: summary(of: $0)) }
  }

  static func kind(of path: String) -> Kind {
    if path.hasPrefix("assets/") || path == Theme.paperStyleName { return .asset }
    if path.hasPrefix("languages/") { return .language }
    guard let name = Theme.templateName(path) else { return .other }
    return template(name) == nil ? .part : .page
  }

  private static func template(_ name: String) -> TemplateDefinition? {
    PageRegistry.templates.first { $0.name == name }
  }

  private static func summary(of path: String) -> String {
    switch kind(of: path) {
    case .page: Theme.templateName(path).flatMap(template)?.title ?? ""
    case .language: "the interface texts in the language “\(path.dropFirst(10).dropLast(4))”"
    case .part, .asset, .other: summaries[path] ?? ""
    }
  }

  /// The purposes of parts and assets; a test checks that each has one.
  private static let summaries: [String: String] = [
    "layout.mustache": "the skeleton of every page; a page fills its blocks `{{$head}}` and `{{$main}}`",
    "partials/aliases.mustache": "other names of an issue or a party",
    "partials/authored-text.mustache": "the text of an authored page above a generated list",
    "partials/badges.mustache": "gaps and overdue reviews",
    "partials/byline.mustache": "dates, authors, reading time and tags of a report",
    "partials/citation-script.mustache": "the text for the script that makes citations",
    "partials/filters.mustache": "the filters of the matrix",
    "partials/frame-code.mustache": "the code that shows a page in a frame on another site",
    "partials/head.mustache": "the `<head>` of every page",
    "partials/pair-tables.mustache": "the tables that compare two parties",
    "partials/tags.mustache": "the tags of a report",
    "partials/tensions.mustache": "the tensions of an issue or a party, with their heading",
    "partials/year.mustache": "the earlier positions of a year",
    "paper.css": "PDF files that `export` makes",
    "assets/apple-touch-icon.png": "the icon on the home screen of a phone",
    "assets/card.css": "the cards of a report’s cells",
    "assets/card.js": "opens the card of a cell beside it",
    "assets/cite.js": "copies citations",
    "assets/ages.js": "adds the ages of dates to tables of issues by parties",
    "assets/cell-facts.js": "shows the words, date and source of a matrix cell beside it",
    "assets/compare.css": "pages that compare two parties, and the table of distances",
    "assets/compare.js": "the lists of parties to compare, and a third party",
    "assets/coverage.js": "filters the coverage table by evidence",
    "assets/favicon.png": "the favicon for browsers without SVG support",
    "assets/favicon.svg": "the favicon",
    "assets/frame-code.js": "adapts and copies the code for embedding in other sites",
    "assets/framed.css": "pages in frames on other sites",
    "assets/framed.js": "reports the height of a framed page to the page around it",
    "assets/icon-512.png": "the icon of the installed site",
    "assets/lead-on.js": "redirects old position pages to reports, on the 404 page",
    "assets/matrix.css": "large matrices and their filters",
    "assets/matrix.js": "filters, sorts and transposes the matrix, and turns it into a list on phones",
    "assets/moves.js": "filters the list of moves",
    "assets/pages.css": "authored pages and the menu next to their text",
    "assets/pictures.css": "maps, timelines and the heat map of coverage",
    "assets/reading.css": "footnotes and previews over the page, loaded on first use",
    "assets/reading.js":
      "opens footnotes in place and shows previews, loaded when a reader first points at a link",
    "assets/redirect.js": "redirects old addresses to new ones",
    "assets/report-error.js": "adds the cell to the form for reporting an error",
    "assets/search.css": "the search, loaded on first use",
    "assets/search.js": "the search, loaded on first use",
    "assets/cite.css": "citations",
    "assets/subjects.css": "pages of issues, parties, comparisons, tensions, options and changes",
    "assets/tables.js": "makes CSV files from a report’s tables",
    "assets/years.js": "leads readers to positions that have moved to the pages of years",
    "assets/site.css": "every page: custom properties, fonts, tables, print",
    "assets/site.js":
      "switches between light and dark; marks changes since the last visit, and the current section in the contents",
  ]
}
