/// A file of the built-in theme, as people who change a theme meet it.
package struct ThemeFile: Sendable, Hashable {
  /// What a file is for.
  package enum Kind: String, Sendable, CaseIterable {
    /// Makes the pages of one kind, or a part that all pages share.
    case page
    /// Included by other templates.
    case part
    /// Below `assets/`: style sheets, scripts, pictures.
    case asset
    /// The words of the interface in one language.
    case language
    /// None of these.
    case other
  }

  /// Path below Templates/.
  package let path: String
  /// What it makes or holds: a part of a sentence, such as `report pages`; empty for files of a site's own.
  package let summary: String

  /// What a file of this path is for.
  package var kind: Kind { Self.kind(of: path) }

  /// All files of the built-in theme, by path.
  package static var all: [ThemeFile] {
    Theme.builtIn.keys.sorted().map { ThemeFile(path: $0, summary: summary(of: $0)) }
  }

  static func kind(of path: String) -> Kind {
    if path.hasPrefix("assets/") { return .asset }
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
    case .language: "the words of the interface in the language “\(path.dropFirst(10).dropLast(4))”"
    case .part, .asset, .other: summaries[path] ?? ""
    }
  }

  /// Of parts and assets; a test holds it against the theme's files.
  private static let summaries: [String: String] = [
    "layout.mustache": "the frame of every page, whose blocks `{{$head}}` and `{{$main}}` a page fills",
    "partials/aliases.mustache": "other names of an issue or a party",
    "partials/badges.mustache": "what is missing and what is due for review",
    "partials/byline.mustache": "date, authors, reading time and tags of a report",
    "partials/head.mustache": "what stands in every page's `<head>`",
    "partials/tags.mustache": "the tags of a report",
    "partials/tensions.mustache": "the tensions of an issue or a party, below their heading",
    "partials/year.mustache": "the earlier positions of one year",
    "assets/apple-touch-icon.png": "the site's sign on the home screens of phones",
    "assets/cite.js": "copies citations",
    "assets/favicon.png": "the site's sign in the browser, for browsers that do not know SVG",
    "assets/favicon.svg": "the site's sign in the browser",
    "assets/icon-512.png": "the site's sign where it is installed like a program",
    "assets/matrix.css": "large matrices and their filters, on the pages that have them",
    "assets/matrix.js": "filters and turns the matrix",
    "assets/pages.css": "authored pages: the menu's group beside the text",
    "assets/picture-changes.png": "the picture for previews of links to changes",
    "assets/picture-issue.png": "the picture for previews of links to issues",
    "assets/picture-matrix.png": "the picture for previews of links to the matrix",
    "assets/picture-options.png": "the picture for previews of links to options",
    "assets/picture-party.png": "the picture for previews of links to parties",
    "assets/picture-report.png": "the picture for previews of links to reports",
    "assets/picture-site.png": "the picture for previews of links to all other pages",
    "assets/pictures.css": "maps, timelines and the heat of coverage, on pages that have one",
    "assets/reading.css": "footnotes and previews over the page, loaded when the first is shown",
    "assets/reading.js":
      "opens footnotes at their marks and shows previews, loaded when a reader first comes near a link",
    "assets/search.css": "the search, loaded when it is opened",
    "assets/search.js": "the search, loaded when it is opened",
    "assets/subjects.css": "pages of issues, parties, pairs, cards, tensions, options and changes",
    "assets/site.css": "every page: tokens, letters, tables, print",
    "assets/site.js":
      "switches between light and dark, marks what changed since the last visit and the section being read",
  ]
}
