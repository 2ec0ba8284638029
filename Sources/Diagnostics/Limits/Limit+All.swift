extension Limit {
  /// All limits, in the order of the guide.
  package static let all = [
    sourceSize, frontMatterSize, nesting, openImages, tableCells, diagnosticsOfOneCause, searchedNames,
    comparedNames, viewPositions, viewCells, liveBlocks,
    embedDepth, embeds, embedBytes, matrixCells, homeCells, rememberedPages,
    templateSize, templateTags,
    sitemapPages, feedReports, menuLevels, programTime, programMemory, indexMemory, paperTime, paperMemory,
    taggedPaper, programOutput,
  ]

  package static let sourceSize = Limit(
    "source-size", 10_000_000, "a Markdown or YAML file", "10 MB", beyond: "the file is not read",
    diagnostic: .fileTooLarge)
  package static let frontMatterSize = Limit(
    "front-matter-size", 256 * 1024, "front matter, `site.yml` or another text in YAML", "256 kB",
    beyond: "it is not read", diagnostic: .invalidYAML)
  package static let nesting = Limit(
    "nesting", 200, "nesting of quotes, lists and emphasis", "200 levels",
    beyond: "the document is shown as plain text", diagnostic: .nestingTooDeep)
  package static let openImages = Limit(
    "open-images", 200, "`![` without `]` in one paragraph", "200", beyond: "the others are text")
  package static let tableCells = Limit(
    "table-cells", 1_000_000, "a table", "1,000,000 cells, short rows counted in full",
    beyond: "it is shown as text", diagnostic: .tableTooLarge)
  package static let diagnosticsOfOneCause = Limit(
    "diagnostics-of-one-cause", 100, "diagnostics of one file that are of one kind and say the same", "100",
    beyond: "the last one says how many more there are", range: 1...100_000)
  package static let searchedNames = Limit(
    "searched-names", 50, "unknown names of one file for which similar ones are searched for", "50",
    beyond: "further diagnostics have no “did you mean”", range: 0...10_000)
  package static let comparedNames = Limit(
    "compared-names", 300, "names that `suggest` and “did you mean” compare", "300 bytes",
    beyond: "longer ones are not compared")
  package static let viewPositions = Limit(
    "view-positions", 200, "a live block", "200 positions", beyond: "the block says how many more there are",
    range: 1...10_000)
  package static let viewCells = Limit(
    "view-cells", 5_000, "the matrix of a live block", "5,000 cells",
    beyond: "the block says how many more issues there are", range: 1...100_000)
  package static let liveBlocks = Limit(
    "live-blocks", 100, "live blocks of a page", "100", beyond: "further blocks are not filled",
    diagnostic: .tooManyLiveBlocks, range: 1...10_000)
  package static let embedDepth = Limit(
    "embed-depth", 4, "embedded notes inside one another", "4", beyond: "the innermost are shown as links",
    diagnostic: .nestedEmbed, range: 1...20)
  package static let embeds = Limit(
    "embeds", 200, "embeds of notes on a page, with those inside them", "200",
    beyond: "the others are shown as links", diagnostic: .nestedEmbed, range: 1...10_000)
  package static let embedBytes = Limit(
    "embed-bytes", 500_000, "the text of the notes that a page embeds", "500 kB",
    beyond: "the others are shown as links", diagnostic: .nestedEmbed, range: 1_000...10_000_000)
  package static let matrixCells = Limit(
    "matrix-cells", 5_000, "a matrix on one page", "5,000 cells", beyond: "it is split by group of issues")
  package static let homeCells = Limit(
    "home-cells", 60, "the matrix on the home page", "60 cells",
    beyond: "the 8 most disputed issues by the 6 parties with the most positions on them")
  package static let rememberedPages = Limit(
    "remembered-pages", 200, "marks for returning readers", "the 200 pages that the reader visited last",
    beyond: "pages that were visited earlier count as new")
  package static let templateSize = Limit(
    "template-size", 50_000, "a template", "50 kB", beyond: "it is not read", diagnostic: .invalidTemplate)
  package static let templateTags = Limit(
    "template-tags", 100_000, "the tags of a page’s template, with those of all templates that it includes",
    "100,000", beyond: "the page is not written", diagnostic: .invalidTemplate)
  package static let sitemapPages = Limit(
    "sitemap-pages", 50_000, "a sitemap", "50,000 pages", beyond: "several sitemaps with an index")
  package static let feedReports = Limit(
    "feed-reports", 50, "a feed", "the 50 reports that changed last", beyond: "older ones are left out")
  package static let menuLevels = Limit(
    "menu-levels", 2, "the menu", "two levels", beyond: "deeper entries are not read", diagnostic: .wrongType)
  package static let programTime = Limit(
    "program-time", 60, "pandoc for one document", "60 s", beyond: "the import stops with an error")
  package static let programMemory = Limit(
    "program-memory", 2_000, "the memory of pandoc, of Graphviz and of rsvg-convert", "2 GB",
    beyond: "the program is stopped, with an error that says so")
  package static let indexMemory = Limit(
    "index-memory", 16_000, "the memory of Pagefind", "16 GB; a site of 10,000 pages needs 2.3",
    beyond: "the site is not built, with an error that says so")
  package static let paperTime = Limit(
    "paper-time", 600, "WeasyPrint or pandoc for a document that `export` makes", "600 s",
    beyond: "the export stops with an error")
  package static let paperMemory = Limit(
    "paper-memory", 6_000, "the memory of WeasyPrint, and of pandoc for a document that `export` makes",
    "6 GB",
    beyond: "the export stops with an error that says so")
  package static let taggedPaper = Limit(
    "tagged-paper", 2_000_000, "a document that WeasyPrint before version 66 tags for screen readers",
    "2 MB of HTML, about 400 pages", beyond: "the PDF file has no tags, and a note says so")
  package static let programOutput = Limit(
    "program-output", 200_000_000, "the output of a program",
    "200 MB; what pandoc makes of a document: 100 times its size, or 2 MB",
    beyond: "the program is stopped, with an error")
}
