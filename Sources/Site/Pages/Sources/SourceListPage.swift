import Content
import Graph

/// The list of all sources: those with an entry, then other addresses that positions rest on.
struct SourceListPage: SinglePage {
  static let definition = PageDefinition(
    "sources", "the list of sources",
    fields: [
      .html(
        .sources, "The sources with an entry, by title: date, publisher, kind of evidence and positions."),
      .html(
        .otherSources,
        "The other addresses that positions rest on, the most used first; absent if there are none."),
    ], picture: .matrix, switch: .sources, address: "sources", menuLabel: .sources)

  static func exists(in site: SiteLayout) -> Bool { !site.graph.settings.sources.isEmpty }

  func values(_ site: PageRenderer) -> TemplateValues {
    var draft = site.draft(Self.definition, address: Self.address, title: site.words.text(.sources))
    let page = draft.page
    guard let index = site.layout.evidence else { return draft.values }
    let writer = SourceWriter(page: page, index: index)
    draft.html(.sources) { writer.list(into: &$0) }
    if !index.addressesWithoutEntry.isEmpty { draft.html(.otherSources) { writer.addresses(into: &$0) } }
    return draft.values
  }
}

/// One source: what it is, and every position that rests on it.
struct SourcePage: SitePage {
  static let definition = PageDefinition(
    "source", "the page of a source",
    fields: [
      .text(.list, "The path to the list of sources."),
      .html(.facts, "Who published the source, when and where, and what kind of evidence it is."),
      .text(
        .count,
        "The number of positions that rest on it, as a text such as “12 positions”; absent if there are none."
      ),
      .html(.positions, "The positions that rest on it, by issue; absent if there are none."),
    ], picture: .matrix, switch: .sources)

  let key: String

  static func pages(of site: SiteLayout) -> [any SitePage] {
    site.graph.settings.sources.entries.map { SourcePage(key: $0.key) }
  }

  func address(in site: SiteLayout) -> String { Self.address(of: key) }

  /// The address of the page of a source.
  static func address(of key: String) -> String { SourceListPage.address + "/" + Slug.of(key) }

  func values(_ site: PageRenderer) -> TemplateValues {
    let entry = site.settings.sources.entry(key)
    var draft = site.draft(Self.definition, address: Self.address(of: key), title: entry?.name ?? key)
    let page = draft.page
    draft.text(.list, page.path(to: SourceListPage.address))
    guard let entry, let index = site.layout.evidence else { return draft.values }
    let writer = SourceWriter(page: page, index: index)
    draft.html(.facts) { writer.facts(of: entry, into: &$0) }
    let positions = index.positions(on: .entry(key))
    guard !positions.isEmpty else { return draft.values }
    draft.text(.count, site.words.text(.positionCount, count: positions.count))
    draft.html(.positions) { output in
      site.writeLegend(positions, into: &output)
      writer.positions(positions, into: &output)
    }
    return draft.values
  }
}

/// Writes sources and the positions that rest on them.
struct SourceWriter {
  /// The largest number of addresses without an entry that the list shows.
  private static let mostAddresses = 500

  let page: PageLinks
  let index: EvidenceIndex

  private var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }

  func list(into output: inout [UInt8]) {
    let entries = graph.settings.sources.entries.sorted {
      ($0.name.lowercased(), $0.key) < ($1.name.lowercased(), $1.key)
    }
    output.raw("<ul class=\"names\">\n")
    for entry in entries {
      output.raw("<li><span><a href=\"")
      page.page(SourcePage.address(of: entry.key), into: &output)
      output.raw("\">")
      output.escaped(entry.name)
      output.raw("</a> <span class=\"source\">")
      summary(of: entry, into: &output)
      output.raw("</span></span>")
      count(index.positions(on: .entry(entry.key)).count, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes the publisher, the date and the kind of evidence, with commas between them.
  private func summary(of entry: SourceEntry, into output: inout [UInt8]) {
    var isFirst = true
    func part(_ write: (inout [UInt8]) -> Void, _ output: inout [UInt8]) {
      if !isFirst { words.write(.comma, into: &output) }
      isFirst = false
      write(&output)
    }
    if let publisher = entry.publisher { part({ $0.escaped(publisher) }, &output) }
    if let date = entry.date { part({ words.dates.time(date, into: &$0) }, &output) }
    if let evidence = entry.evidence { part({ words.write(evidence.word, into: &$0) }, &output) }
  }

  private func count(_ count: Int, into output: inout [UInt8]) {
    output.raw(" <span class=\"count\">")
    words.write(.positionCount, count: count, into: &output)
    output.raw("</span>")
  }

  func addresses(into output: inout [UInt8]) {
    output.raw("<ul class=\"names\">\n")
    for (address, number) in index.addressesWithoutEntry.prefix(Self.mostAddresses) {
      output.raw("<li><a class=\"url\" href=\"")
      output.escaped(address)
      output.raw("\">")
      output.escaped(address)
      output.raw("</a>")
      count(number, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  func facts(of entry: SourceEntry, into output: inout [UInt8]) {
    output.raw("<dl class=\"facts\">\n")
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
    output.raw("</dl>\n")
  }

  private func fact(_ label: StringKey, into output: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    output.raw("<div><dt>")
    words.write(label, into: &output)
    output.raw("</dt><dd>")
    write(&output)
    output.raw("</dd></div>\n")
  }

  private func link(_ address: String, into output: inout [UInt8]) {
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

  /// Writes positions under the names of their parties and issues.
  func positions(_ positions: [ID<Position>], into output: inout [UInt8]) {
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
}
