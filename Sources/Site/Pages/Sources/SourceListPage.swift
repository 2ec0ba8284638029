import Content
import Diagnostics
import Graph
import Markdown

/// The list of all sources, those with an entry first; a page for each 200 of them.
struct SourceListPage: SitePage {
  static let definition = PageDefinition(
    "sources", "the list of sources",
    fields: [
      .html(
        .sources,
        "The sources with an entry, by title: date, publisher, kind of evidence and positions; absent if the page has none."
      ),
      .html(
        .otherSources,
        "The other addresses that positions rest on, the most used first; absent if the page has none."),
      .html(.contents, "Links to the pages of the list; absent if there is only one."),
      .text(.list, "The path to the first page of the list; absent on that page."),
    ], texts: StringKey.sourceTexts, picture: .matrix, switch: .sources, address: "sources",
    menu: MenuPlace(.sources, in: .more))

  /// From 1 on.
  private let number: Int

  static func pages(of site: SiteLayout) -> [any SitePage] {
    guard let sources = site.sources else { return [] }
    return (1...sources.pageCount).map { SourceListPage(number: $0) }
  }

  func address(in site: SiteLayout) -> String { PageNumbers.address(of: Self.address, page: number) }

  func values(_ site: PageRenderer) -> TemplateValues {
    let words = site.words
    let name = words.text(.sources)
    let title = number == 1 ? name : words.text(.labelled, name, words.text(.pageNumber, String(number)))
    var draft = site.draft(
      Self.definition, address: PageNumbers.address(of: Self.address, page: number), title: title)
    let page = draft.page
    guard let sources = site.layout.sources else { return draft.values }
    let writer = SourceWriter(page: page, sources: sources)
    let items = sources.items(onPage: number)
    let entries = items.filter { $0.entry != nil }
    if !entries.isEmpty { draft.html(.sources) { writer.list(entries, into: &$0) } }
    let others = items.filter { $0.entry == nil }
    if !others.isEmpty { draft.html(.otherSources) { writer.list(others, into: &$0) } }
    if number > 1 { draft.text(.list, page.path(to: Self.address)) }
    let numbers = PageNumbers(of: Self.address, shown: number, count: sources.pageCount)
    if numbers.count > 1 { draft.html(.contents) { numbers.write(on: page, into: &$0) } }
    return draft.values
  }
}

/// One source: what it is, and every position and report that rests on it.
struct SourcePage: SitePage {
  static let definition = PageDefinition(
    "source", "the page of a source",
    fields: [
      .text(.list, "The path to the list of sources."),
      .html(.facts, "Who published the source, when and where, and what kind of evidence it is."),
      .html(.notes, "The author’s notes on the source; absent if there are none."),
      .text(
        .count,
        "The number of positions that rest on it, as text such as “12 positions”; absent if there are none."
      ),
      .html(.positions, "The positions that rest on it, by issue; absent if there are none."),
      .flag(.former, "True if no report cites it any more, and the page is kept only for old links."),
      .html(.reportList, "The reports that cite it, as a list of links; absent if there are none."),
    ], picture: .matrix, switch: .sources)

  private let identity: SourceIdentity

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.sources?.items.filter { $0.page != nil }.map { SourcePage(identity: $0.identity) } ?? []
  }

  func address(in site: SiteLayout) -> String { site.sources?.item(identity)?.page ?? "" }

  func lastChange(in site: SiteLayout) -> PartialDate? {
    site.sources?.reports[identity]?.compactMap { site.graph.reports[$0.index].report.lastChange }.max()
  }

  func values(_ site: PageRenderer) -> TemplateValues {
    let item = site.layout.sources?.item(identity)
    var draft = site.draft(Self.definition, address: item?.page ?? "", title: item?.name ?? "")
    let page = draft.page
    draft.text(.list, page.path(to: SourceListPage.address))
    guard let item, let sources = site.layout.sources else { return draft.values }
    let writer = SourceWriter(page: page, sources: sources)
    draft.html(.facts) { writer.facts(of: item, into: &$0) }
    if let notes = item.entry?.notes, !notes.isEmpty { draft.html(.notes) { writer.notes(notes, into: &$0) } }
    if let reports = sources.reports[identity], !reports.isEmpty {
      draft.html(.reportList) { writer.reports(reports, into: &$0) }
    }
    let positions = sources.index.positions(on: identity)
    draft.flag(.former, item.entry == nil && sources.reports[identity] == nil)
    let remembered = sources.remembered(on: identity)
    guard item.count > 0 else { return draft.values }
    draft.text(.count, site.words.text(.positionCount, count: item.count))
    draft.html(.positions) { output in
      site.writeLegend(positions, into: &output)
      if !positions.isEmpty { writer.positions(positions, into: &output) }
      if !remembered.isEmpty { writer.positions(remembered, into: &output) }
    }
    return draft.values
  }
}

/// Writes sources and the positions that rest on them.
struct SourceWriter {
  let page: PageLinks
  let sources: SourceShelf

  private var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }

  func list(_ items: [SourceShelf.Item], into output: inout HTML) {
    output.raw("<ul class=\"names\">\n")
    for item in items {
      output.raw("<li><span>")
      if let address = item.page {
        output.raw("<a href=\"")
        page.page(address, into: &output)
        output.raw(item.entry == nil ? "\" class=\"url\">" : "\">")
        output.escaped(item.name)
        output.raw("</a>")
      } else {
        link(item.name, into: &output)
      }
      if let entry = item.entry, entry.publisher != nil || entry.date != nil || entry.evidence != nil {
        output.raw("<br><span class=\"source\">")
        summary(of: entry, into: &output)
        output.raw("</span>")
      }
      output.raw("</span>")
      count(item.count, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes notes as HTML without anything that could run.
  func notes(_ markdown: String, into output: inout HTML) {
    let source = SourceText(path: "", text: markdown)
    let (document, _) = MarkdownParser(profile: .plain).parse(source)
    var renderer = HTMLRenderer(document)
    renderer.render(0)
    output.append(contentsOf: renderer.output)
  }

  func reports(_ reports: [ID<ReportEntry>], into output: inout HTML) {
    output.raw("<ul>\n")
    for report in reports {
      output.raw("<li>")
      page.reportLink(report, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes the publisher, the date and the kind of evidence, with commas between them.
  private func summary(of entry: SourceEntry, into output: inout HTML) {
    var isFirst = true
    func part(_ write: (inout HTML) -> Void, _ output: inout HTML) {
      if !isFirst { words.write(.comma, into: &output) }
      isFirst = false
      write(&output)
    }
    if let publisher = entry.publisher { part({ $0.escaped(publisher) }, &output) }
    if let date = entry.date { part({ words.dates.time(date, into: &$0) }, &output) }
    if let evidence = entry.evidence { part({ words.write(evidence.word, into: &$0) }, &output) }
  }

  private func count(_ count: Int, into output: inout HTML) {
    output.raw(" <span class=\"count\">")
    words.write(.positionCount, count: count, into: &output)
    output.raw("</span>")
  }

  func facts(of item: SourceShelf.Item, into output: inout HTML) {
    output.raw("<dl class=\"facts\">\n")
    if let entry = item.entry {
      facts(of: entry, into: &output)
    } else if let address = item.address {
      fact(.link, into: &output) { link(address, into: &$0) }
    }
    output.raw("</dl>\n")
  }

  private func facts(of entry: SourceEntry, into output: inout HTML) {
    if !entry.authors.isEmpty {
      fact(.author, into: &output) { $0.escaped(entry.authors.joined(separator: words.text(.comma))) }
    }
    if let publisher = entry.publisher { fact(.publisher, into: &output) { $0.escaped(publisher) } }
    if let date = entry.date { fact(.date, into: &output) { words.dates.time(date, into: &$0) } }
    if let evidence = entry.evidence {
      fact(.evidence, into: &output) { words.write(evidence.word, into: &$0) }
    }
    if let url = entry.url { fact(.link, into: &output) { link(url, into: &$0) } }
    if let archive = entry.archive { fact(.archivedCopy, into: &output) { link(archive, into: &$0) } }
    if let date = entry.accessed { fact(.accessed, into: &output) { words.dates.time(date, into: &$0) } }
    if let licence = entry.licence { fact(.licence, into: &output) { $0.escaped(licence) } }
    fact(.citeAs, into: &output) { output in
      output.raw("<code>[@")
      output.escaped(entry.key)
      output.raw("]</code>")
    }
  }

  private func fact(_ label: StringKey, into output: inout HTML, _ write: (inout HTML) -> Void) {
    output.raw("<div><dt>")
    words.write(label, into: &output)
    output.raw("</dt><dd>")
    write(&output)
    output.raw("</dd></div>\n")
  }

  private func link(_ address: String, into output: inout HTML) {
    // Other schemes can run scripts.
    guard ["http://", "https://"].contains(where: address.lowercased().hasPrefix) else {
      return output.escaped(address)
    }
    output.raw("<a class=\"url\" href=\"")
    output.escaped(address)
    output.raw("\">")
    output.escaped(address)
    output.raw("</a>")
  }

  /// Writes positions that only editions remember, under the names of their parties and issues.
  func positions(_ positions: [SourceShelf.RememberedOnSource], into output: inout HTML) {
    let writer = RememberedWriter(page: page)
    writer.title(into: &output)
    output.raw("<ul class=\"changes\">\n")
    for (issue, party, position) in positions {
      output.raw("<li class=\"position\">\n<p class=\"position-subject\">")
      page.positionNames(party, on: issue, into: &output)
      output.raw("</p>\n")
      writer.text(position, in: page.site.record.report(of: position), showsStance: true, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes positions under the names of their parties and issues.
  func positions(_ positions: [ID<Position>], into output: inout HTML) {
    output.raw("<ul class=\"changes\">\n")
    for id in positions {
      let position = graph.positions[id.index]
      output.raw("<li class=\"position\">\n<p class=\"position-subject\">")
      page.positionNames(position, into: &output)
      output.raw("</p>\n")
      PositionWriter(page: page).full(position, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }
}

extension PageSwitch {
  static let sources = PageSwitch("sources", "the list of sources and their pages")
}

extension TemplateName {
  static let sources = TemplateName("sources")
  static let otherSources = TemplateName("other-sources")
  static let facts = TemplateName("facts")
  static let former = TemplateName("former")
  static let notes = TemplateName("notes")
}
