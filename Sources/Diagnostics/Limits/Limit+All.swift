extension Limit {
  /// All limits, in the order of the guide.
  package static let all = [
    sourceSize, frontMatterSize, nesting, markup, openImages, links, footnotes, tableCells, comparisonCells,
    optionIssues,
    diagnosticsOfOneCause, diagnosticsOfOneKind, diagnosticsOfOneTable, notesOfOneTable,
    editionQuestions, searchedNames, comparedNames, similarNameLength, similarNames, viewPositions, viewCells,
    liveBlocks, embedDepth, embeds, embedBytes, matrixCells, homeCells, mapIssues, pairedParties,
    comparedPairs,
    actingLevels, timelineLanes, timelineMarks, listedMentions, listedReports, listedSources, coverageRows,
    editionPositions,
    rememberedPages, templateSize, templateTags, templateNesting, sitemapPages, feedReports, feedPositions,
    feedChanges, listedForModels, menuLevels, menuPages, menuEntries, mergedCells, sheetSize, editionNesting,
    programTime, programMemory, indexMemory, indexPart, indexTime, pictureTime, publishingTime, fetchedPage,
    fetchTime,
    publishedDownload, paperTime, paperMemory, paperPicture, keptPictures, taggedPaper, programOutput,
    editorMessage, previewConnections, previewListeners, previewRequest, previewRequestTime, previewIdleTime,
    previewUnsent,
  ]

  package static let sourceSize = Limit(
    "source-size", 10_000_000, "a Markdown or YAML file", "10 MB", beyond: "the file is not read",
    diagnostic: .fileTooLarge)
  package static let frontMatterSize = Limit(
    "front-matter-size", 256 * 1024, "front matter, `site.yml` or any other YAML text", "256 kB",
    beyond: "it is not read", diagnostic: .invalidYAML)
  package static let nesting = Limit(
    "nesting", 200, "nesting of quotes, lists and emphasis", "200 levels",
    beyond: "the document is shown as plain text", diagnostic: .nestingTooDeep)
  package static let markup = Limit(
    "markup", 125_000,
    "markup in one file: line ends, `*`, `_` and backticks; other markup characters count half",
    "125,000, and one more for every 16 bytes", beyond: "the document is shown as plain text",
    diagnostic: .tooMuchMarkup, range: 1_000...10_000_000)
  package static let openImages = Limit(
    "open-images", 200, "`![` without `]` in one paragraph", "200", beyond: "the others are text")
  package static let links = Limit(
    "links", 50_000, "links and wikilinks in one file", "50,000", beyond: "the others are shown as text",
    diagnostic: .tooManyLinks, range: 1...1_000_000)
  package static let footnotes = Limit(
    "footnotes", 20_000, "references to footnotes and sources in one file", "20,000",
    beyond: "the others are shown as text", diagnostic: .tooManyFootnotes, range: 1...1_000_000)
  package static let tableCells = Limit(
    "table-cells", 150_000, "a table", "150,000 cells, counting short rows as full ones",
    beyond: "it is shown as text", diagnostic: .tableTooLarge)
  package static let comparisonCells = Limit(
    "comparison-cells", 50_000, "a table of positions", "50,000 cells", beyond: "its positions are not read",
    diagnostic: .tableTooLarge, range: 1...150_000)
  package static let optionIssues = Limit(
    "option-issues", 100, "the issues of an option", "100", beyond: "it is shown only with the first ones",
    diagnostic: .tooManyIssues)
  package static let diagnosticsOfOneCause = Limit(
    "diagnostics-of-one-cause", 100, "diagnostics of the same kind and wording in one file", "100",
    beyond: "the last one says how many more there are", range: 1...100_000)
  package static let diagnosticsOfOneKind = Limit(
    "diagnostics-of-one-kind", 1_000, "diagnostics of the same kind in one file", "1,000",
    beyond: "the last one says how many more there are", range: 1...1_000_000)
  package static let diagnosticsOfOneTable = Limit(
    "diagnostics-of-one-table", 3, "diagnostics of one kind in one table", "3",
    beyond: "they become one diagnostic, with the others as notes")
  package static let notesOfOneTable = Limit(
    "notes-of-one-table", 100, "the notes of such a diagnostic", "100",
    beyond: "the diagnostic only counts the others")
  package static let editionQuestions = Limit(
    "edition-questions", 20, "cells in a report that differ from the newest edition", "20",
    beyond: "the last message says how many more there are")
  package static let searchedNames = Limit(
    "searched-names", 50, "unknown names in one file that are checked for similar names", "50",
    beyond: "later diagnostics have no “did you mean”", range: 0...10_000)
  package static let comparedNames = Limit(
    "compared-names", 300, "names that `suggest` and “did you mean” compare", "300 bytes",
    beyond: "longer ones are not compared")
  package static let similarNameLength = Limit(
    "similar-name-length", 80, "names that are compared with all others when a site is built", "80 bytes",
    beyond: "longer ones are not compared")
  package static let similarNames = Limit(
    "similar-names", 100, "new names that resemble existing ones", "100",
    beyond: "the others are not reported")
  package static let viewPositions = Limit(
    "view-positions", 200, "a live block", "200 positions", beyond: "the block says how many more there are",
    range: 1...10_000)
  package static let viewCells = Limit(
    "view-cells", 5_000, "the matrix of a live block", "5,000 cells",
    beyond: "the block says how many more issues there are", range: 1...100_000)
  package static let liveBlocks = Limit(
    "live-blocks", 100, "live blocks on a page", "100", beyond: "further blocks are not filled",
    diagnostic: .tooManyLiveBlocks, range: 1...10_000)
  package static let embedDepth = Limit(
    "embed-depth", 4, "embedded notes inside one another", "4", beyond: "the innermost are shown as links",
    diagnostic: .nestedEmbed, range: 1...20)
  package static let embeds = Limit(
    "embeds", 200, "notes embedded in a page, including nested ones", "200",
    beyond: "the others are shown as links", diagnostic: .nestedEmbed, range: 1...10_000)
  package static let embedBytes = Limit(
    "embed-bytes", 500_000, "the text of the notes that a page embeds", "500 kB",
    beyond: "the others are shown as links", diagnostic: .nestedEmbed, range: 1_000...10_000_000)
  package static let matrixCells = Limit(
    "matrix-cells", 5_000, "a matrix on one page", "5,000 cells",
    beyond: "it is split by group of issues, and a larger group into several pages")
  package static let homeCells = Limit(
    "home-cells", 60, "the matrix on the home page", "60 cells",
    beyond: "it shows the 8 most disputed issues and the 6 parties with the most positions on them")
  package static let mapIssues = Limit(
    "map-issues", 200, "the map", "the 200 busiest issues", beyond: "the others are left out")
  package static let pairedParties = Limit(
    "paired-parties", 12,
    "the number of parties up to which all pairs that share a table are compared, if `pairs:` is not set",
    "12",
    beyond: "no pairs are compared")
  package static let comparedPairs = Limit(
    "compared-pairs", 500, "the pairs of `pairs:`", "500", beyond: "the others are not compared",
    diagnostic: .tooManyPairs, range: 1...5_000)
  package static let actingLevels = Limit(
    "acting-levels", 8, "a chain of parties, each acting for the next", "8 levels",
    beyond: "the page of the last one does not show the positions of the first",
    diagnostic: .longActingChain)
  package static let timelineLanes = Limit(
    "timeline-lanes", 12, "the timeline of an issue", "the 12 parties with the most positions",
    beyond: "the others are left out of the picture")
  package static let timelineMarks = Limit(
    "timeline-marks", 60, "a party on the timeline of an issue", "its 60 latest positions",
    beyond: "older ones are left out of the picture")
  package static let listedMentions = Limit(
    "listed-mentions", 10, "the reports that mention an issue or a party", "10",
    beyond: "the page says how many more there are")
  package static let listedReports = Limit(
    "listed-reports", 30, "the reports of a party whose earlier positions have a page for each year", "30",
    beyond: "the page says how many more there are; the pages for each year link to them")
  package static let listedSources = Limit(
    "listed-sources", 200, "a page of the list of sources", "200 sources",
    beyond: "the list is split into several pages")
  package static let coverageRows = Limit(
    "coverage-rows", 100, "a list on the coverage page", "100 rows",
    beyond: "the page says how many more there are; `query` lists them all")
  package static let editionPositions = Limit(
    "edition-positions", 400, "a page of an edition", "400 positions",
    beyond: "it is split into several pages, by issue")
  package static let rememberedPages = Limit(
    "remembered-pages", 200, "marks for returning readers",
    "the 200 pages that the reader visited most recently",
    beyond: "pages visited before those count as new")
  package static let templateSize = Limit(
    "template-size", 50_000, "a template", "50 kB", beyond: "it is not read", diagnostic: .invalidTemplate)
  package static let templateTags = Limit(
    "template-tags", 100_000,
    "the tags of a page’s template, counting those of all templates that it includes",
    "100,000", beyond: "the page is not written", diagnostic: .invalidTemplate)
  package static let templateNesting = Limit(
    "template-nesting", 50, "sections of a template inside one another", "50", beyond: "it is not read",
    diagnostic: .invalidTemplate)
  package static let sitemapPages = Limit(
    "sitemap-pages", 50_000, "a sitemap", "50,000 pages",
    beyond: "it is split into several sitemaps with an index")
  package static let feedReports = Limit(
    "feed-reports", 50, "a feed", "the 50 most recently changed reports", beyond: "older ones are left out")
  package static let feedPositions = Limit(
    "feed-positions", 30, "an entry in a feed", "30 positions", beyond: "the rest is in the report")
  package static let feedChanges = Limit(
    "feed-changes", 100, "an entry in the feed of changes", "100 changes", beyond: "the rest is on the page")
  package static let listedForModels = Limit(
    "listed-for-models", 100, "`/llms.txt`", "the 100 latest reports", beyond: "older ones are left out")
  package static let menuLevels = Limit(
    "menu-levels", 2, "the menu", "two levels", beyond: "deeper entries are not read", diagnostic: .wrongType)
  package static let menuPages = Limit(
    "menu-pages", 50, "your pages in the menu, without `nav:`", "50",
    beyond: "the others are not in the menu",
    diagnostic: .pagesNotInMenu, range: 1...500)
  package static let menuEntries = Limit(
    "menu-entries", 500, "the entries of `nav:`, and those of `links:`", "500",
    beyond: "the others are left out",
    diagnostic: .invalidValue)
  package static let mergedCells = Limit(
    "merged-cells", 1_000, "rows or columns that a merged cell in an .odt document covers", "1,000",
    beyond: "the rest of the merge is ignored")
  package static let sheetSize = Limit(
    "sheet-size", 20_000, "a sheet of a workbook", "20,000 rows and columns",
    beyond: "further ones are not imported, and a warning counts their cells")
  package static let editionNesting = Limit(
    "edition-nesting", 500, "the nesting of the JSON of an edition", "500 levels", beyond: "it is not read",
    diagnostic: .invalidEdition)
  package static let programTime = Limit(
    "program-time", 60, "pandoc for one document", "60 s of CPU time, or 20 times as long by the clock",
    beyond: "the import stops with an error")
  package static let programMemory = Limit(
    "program-memory", 2_000, "the memory of pandoc, Graphviz and rsvg-convert", "2 GB",
    beyond: "the program is stopped, with an error that says so")
  package static let indexMemory = Limit(
    "index-memory", 16_000, "the memory of Pagefind", "16 GB; a part of the search index needs about 1 GB",
    beyond: "the site is not built, with an error that says so")
  package static let indexPart = Limit(
    "index-part", 2_500, "a part of the search index", "2,500 pages",
    beyond: "the index is split into parts, which are searched together")
  package static let indexTime = Limit(
    "index-time", 3_600, "Pagefind", "one hour", beyond: "the site is not built, with an error that says so")
  package static let pictureTime = Limit(
    "picture-time", 30, "rsvg-convert for one picture", "30 s of CPU time, or 20 times as long by the clock",
    beyond: "the picture is left out")
  package static let publishingTime = Limit(
    "publishing-time", 3_600, "git, rsync and rclone when they publish", "one hour",
    beyond: "publishing stops with an error")
  package static let fetchedPage = Limit(
    "fetched-page", 25_000_000, "a page that `check` or `sources check` requests", "25 MB",
    beyond: "it counts as not available")
  package static let fetchTime = Limit(
    "fetch-time", 30, "a request of `check` or `sources check`", "30 s", beyond: "it counts as not available")
  package static let publishedDownload = Limit(
    "published-download", 1_000_000_000, "a file that is read from the published site", "1 GB, 300 s",
    beyond: "the command stops with an error")
  package static let paperTime = Limit(
    "paper-time", 600, "WeasyPrint or pandoc for a document that `export` creates",
    "600 s of CPU time, or 20 times as long by the clock",
    beyond: "the export stops with an error")
  package static let paperMemory = Limit(
    "paper-memory", 6_000, "the memory of WeasyPrint, and of pandoc for a document that `export` creates",
    "6 GB",
    beyond: "the export stops with an error that says so")
  package static let paperPicture = Limit(
    "paper-picture", 20_000_000, "a picture in a document that `export` creates", "20 MB",
    beyond: "it is left out")
  package static let keptPictures = Limit(
    "kept-pictures", 5_000, "link preview images that are kept between builds", "5,000",
    beyond: "the oldest are drawn again when they are needed")
  package static let taggedPaper = Limit(
    "tagged-paper", 2_000_000, "a document that a version of WeasyPrint before 66 tags for screen readers",
    "2 MB of HTML, about 400 pages", beyond: "the PDF file has no tags, and a note says so")
  package static let programOutput = Limit(
    "program-output", 200_000_000, "the output of a program",
    "200 MB; for a document converted by pandoc, 100 times its size or 2 MB, whichever is larger",
    beyond: "the program is stopped, with an error")
  package static let editorMessage = Limit(
    "editor-message", 64_000_000, "a message that an editor sends to `lsp`", "64 MB",
    beyond: "it is not read, and the server replies with an error")
  package static let previewConnections = Limit(
    "preview-connections", 128, "connections to the preview", "128",
    beyond: "the one that has waited longest for a request is closed, then one that listens for changes")
  package static let previewListeners = Limit(
    "preview-listeners", 64, "pages that listen to the preview for changes", "64",
    beyond: "the oldest must connect again")
  package static let previewRequest = Limit(
    "preview-request", 131_072, "a request to the preview", "128 kB", beyond: "the connection is closed")
  package static let previewRequestTime = Limit(
    "preview-request-time", 30, "the time in which a request must arrive", "30 s",
    beyond: "the connection is closed")
  package static let previewIdleTime = Limit(
    "preview-idle-time", 60, "the time without traffic on a connection to the preview", "60 s",
    beyond: "it is closed")
  package static let previewUnsent = Limit(
    "preview-unsent", 256_000_000, "preview responses that browsers have not received yet",
    "256 MB in total",
    beyond: "the oldest of them are cut off")
}
