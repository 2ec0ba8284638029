import Content

/// The kinds of page that a site can have.
package enum PageRegistry {
  /// What `page-kinds` in site.yml can switch off: kinds of page, parts of pages and files.
  package static let switches: [PageSwitch] = [
    .matrix, .options, .lists, .notFound, .mentions, .exports, .changes, .history, .pairs, .tensions, .cards,
    .coverage, .map, .pictures, .feeds, .sitemap, .previews, .fingerprints,
  ]
}

extension PageSwitch {
  static let matrix = PageSwitch("matrix", "the matrix", addresses: ["matrix"])
  static let options = PageSwitch(
    "options", "the list of options, and the options on issue pages", addresses: ["options"])
  static let lists = PageSwitch(
    "lists", "the lists of reports, issues and parties", addresses: ["reports", "issues", "parties"])
  static let notFound = PageSwitch("not-found", "the page for wrong addresses")
  static let mentions = PageSwitch("mentions", "where reports mention an issue, a party or another report")
  static let exports = PageSwitch("exports", "the files of data, and the structured data in pages")
  package static let changes = PageSwitch("changes", "what changed between editions", addresses: ["changes"])
  static let history = PageSwitch("history", "what became of each position since the one before it")
  static let pairs = PageSwitch("pairs", "the pages of two parties", addresses: ["compare"])
  static let tensions = PageSwitch("tensions", "the list of tensions", addresses: ["tensions"])
  static let cards = PageSwitch("cards", "the pages of positions to cite")
  static let coverage = PageSwitch(
    "coverage", "the page of what is missing and due, and its badges", addresses: ["coverage"])
  static let map = PageSwitch("map", "the map of issues", addresses: ["map"])
  static let pictures = PageSwitch("pictures", "the pictures on issue pages")
  static let feeds = PageSwitch("feeds", "the feeds of reports")
  static let sitemap = PageSwitch("sitemap", "the sitemap")
  static let previews = PageSwitch("previews", "what pages say of how they look when they are shared")
  package static let fingerprints = PageSwitch(
    "fingerprints", "copies of the theme's files that browsers may keep")
}
