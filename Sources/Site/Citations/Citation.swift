import Content
import Editions
import Graph

/// The citation of a position, a report or an edition: as a link, as plain text, and the facts for all other formats.
struct Citation {
  /// The permanent address of the cell; relative to the site's root if there is no base URL.
  let link: String
  let text: String
  let facts: CitationFacts

  init(_ position: Position, in graph: IssueGraph, words: LocalizedStrings) {
    let settings = graph.settings
    let report = graph.reports[position.report.index]
    let address = graph.cellAddress(of: position.id)
    link = (settings.baseURL?.text ?? "/") + address
    let subject = words.text(
      .partyOnIssue, graph.parties[position.party.index].name, graph.issues[position.issue.index].name)
    let paraphrase = graph.text(of: position.id)
    let said = paraphrase.isEmpty ? subject : words.text(.labelled, subject, paraphrase)
    let place = words.text(
      .citedPlace, Self.table(of: position, in: graph, words), String(position.row),
      String(graph.line(of: position.id)))
    let stance = position.stance.map { " (\(words.stances.name($0)))" } ?? ""
    let date = position.date.map { words.dates.text($0) } ?? words.text(.undated)
    let authors = report.report.authors
    text = words.text(
      .citation, said.withoutFinalStop + stance, Self.titled(report, words), place, date,
      settings.title.withoutFinalStop, link)

    facts = CitationFacts(
      .position, key: report.slug + "--" + graph.anchor(of: position.id), title: said, authors: authors,
      container: report.report.header.title, publisher: settings.title, date: position.date,
      note: place + stance, url: settings.baseURL == nil ? nil : link,
      language: report.report.language ?? settings.language)
  }
}

extension Citation {
  /// The title of a report in quotation marks, with its authors.
  static func titled(_ entry: ReportEntry, _ words: LocalizedStrings) -> String {
    let title = words.text(.quotedTitle, entry.report.header.title)
    let authors = entry.report.header.matter.authors
    return authors.isEmpty
      ? title : words.text(.titleByAuthors, title, authors.joined(separator: words.text(.comma)))
  }

  /// The table of a position: its caption, otherwise its number.
  static func table(of position: Position, in graph: IssueGraph, _ words: LocalizedStrings) -> String {
    graph.caption(of: position).map { words.text(.citedTable, $0) }
      ?? words.text(.citedTableNumber, String(graph.tableNumber(of: position)))
  }

  /// The citation of a whole edition.
  init(_ edition: Edition, address: String, settings: SiteSettings, words: LocalizedStrings) {
    link = settings.fullAddress(ofPage: address) ?? "/" + settings.addresses.way(to: address)
    let title = words.text(.editionNamed, edition.name)
    text = words.text(
      .citedEdition, settings.title.withoutFinalStop, title, words.dates.text(edition.date), link)
    facts = CitationFacts(
      .edition, key: "edition--" + edition.name, title: settings.title, publisher: title, date: edition.date,
      url: settings.baseURL == nil ? nil : link, language: settings.language)
  }

  /// The citation of a whole report.
  init(_ entry: ReportEntry, settings: SiteSettings, words: LocalizedStrings) {
    let (report, header) = (entry.report, entry.report.header)
    link = settings.fullAddress(ofPage: entry.address) ?? "/" + settings.addresses.way(to: entry.address)
    text = words.text(
      .citedReport, Self.titled(entry, words), settings.title.withoutFinalStop,
      report.date.map { words.dates.text($0) } ?? words.text(.undated), link)
    facts = CitationFacts(
      .report, key: entry.slug, title: header.title, authors: header.matter.authors,
      publisher: settings.title, date: report.date, url: settings.baseURL == nil ? nil : link,
      language: header.matter.language ?? settings.language)
  }

  /// The citation of the data of the site.
  ///
  /// - Parameters:
  ///   - date: of the newest change; nil: all reports are undated.
  ///   - address: that of the page of data.
  init(
    dataOf settings: SiteSettings, date: PartialDate?, address: String, words: LocalizedStrings
  ) {
    link = settings.fullAddress(ofPage: address) ?? "/" + settings.addresses.way(to: address)
    let title = words.text(.sitePositions, settings.title)
    text = words.text(
      .citedData, title, date.map { words.dates.text($0) } ?? words.text(.undated), link)
    facts = CitationFacts(
      .dataset, key: "positions", title: title, publisher: settings.title, date: date,
      url: settings.baseURL == nil ? nil : link, language: settings.language)
  }
}

extension String {
  /// Without a full stop at its end, which would end the sentence around it. Three dots stay, and so does the full stop of an
  /// abbreviation such as “U.S.”.
  var withoutFinalStop: String {
    guard let stop = last, stop == "." || stop == "。" else { return self }
    let rest = dropLast()
    let letters = rest.reversed().prefix { $0.isLetter }.count
    let isAbbreviation = (1...3).contains(letters) && rest.dropLast(letters).last == "."
    return rest.last == "." || isAbbreviation ? self : String(rest)
  }
}

extension IssueGraph {
  /// The 1-based number of a position's table among the tables of its report.
  func tableNumber(of position: Position) -> Int {
    comparisons[position.comparison.index].table + 1
  }

  /// The caption of a position's table; nil if there is none.
  func caption(of position: Position) -> String? {
    let report = reports[position.report.index].report
    let table = comparisons[position.comparison.index].table
    let document = report.header.document
    let caption = document.children(of: report.tables[table].node)
      .first { document.nodes[$0].kind == .tableCaption }
    return caption.map(document.plainText)
  }
}
