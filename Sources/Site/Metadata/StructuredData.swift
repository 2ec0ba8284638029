import Content
import Graph
import Text

/// The structured data of a page: JSON-LD with schema.org terms in a `<script>` element.
///
/// Identifiers are addresses: full ones with a base URL, otherwise relative to the page. Text cannot close
/// the element.
struct StructuredData {
  private let graph: IssueGraph
  private let words: LocalizedStrings
  /// The prefix of addresses below the site’s root.
  private let prefix: String

  /// - Parameter root: the relative path from the page to the site’s root.
  init(_ graph: IssueGraph, words: LocalizedStrings, root: String) {
    self.graph = graph
    self.words = words
    prefix = graph.settings.baseURL?.text ?? root
  }

  /// A report, with a claim for each of its positions, which its authors make about an issue and a party.
  func report(_ entry: ReportEntry) -> [UInt8] {
    script(cells: cells(of: entry)) { writer in
      writer.beginObject()
      writer.member("@type", "Report")
      writer.member("@id", prefix + graph.way(to: entry.address))
      writer.member("name", entry.report.header.title)
      if let summary = entry.report.summary { writer.member("description", summary) }
      if let date = entry.report.date { writer.member("datePublished", date.description) }
      if let updated = entry.report.updated { writer.member("dateModified", updated.description) }
      writer.member("inLanguage", entry.report.language ?? graph.settings.language)
      if !entry.report.authors.isEmpty { writer.member("author", entry.report.authors) }
      if !entry.report.tags.isEmpty { writer.member("keywords", entry.report.tags) }
      writer.references("about", graph.issuesOfReport[entry.id].map { address(of: $0) })
      if !entry.corrections.isEmpty {
        writer.lines("correction", entry.newestCorrections) { correction(&$0, $1, of: entry) }
      }
      writer.lines("hasPart", claims(of: entry)) { claim(&$0, $1, of: entry) }
      writer.endObject()
      writer.lineBreak()
      breadcrumbs(
        &writer, [(words.text(.reports), graph.way(to: "reports"))], entry.report.header.title,
        graph.way(to: entry.address))
    }
  }

  private func correction(_ writer: inout JSONWriter, _ correction: Correction, of entry: ReportEntry) {
    writer.beginObject()
    writer.member("@type", "CorrectionComment")
    writer.member("@id", prefix + graph.way(to: entry.address) + "#" + correction.anchor)
    writer.member("text", correction.note)
    writer.member("datePublished", correction.date.description)
    writer.endObject()
  }

  private func claims(of entry: ReportEntry) -> [Position] {
    graph.comparisonsOfReport[entry.id].flatMap { comparison in
      graph.positionsOfComparison[comparison].map { graph.positions[$0.index] }
    }
  }

  private func claim(_ writer: inout JSONWriter, _ position: Position, of entry: ReportEntry) {
    writer.beginObject()
    writer.member("@type", "Claim")
    // A report has many claims, so the address stands in the context once.
    writer.member(
      "@id",
      cells(of: entry) == nil
        ? prefix + graph.cellAddress(of: position.id) : "cell:" + graph.anchor(of: position.id))
    writer.member("text", graph.text(of: position.id))
    if let date = position.date { writer.member("datePublished", date.description) }
    if let stance = position.stance { writer.member("abstract", words.stances.name(stance)) }
    if !entry.report.authors.isEmpty { writer.member("author", entry.report.authors) }
    writer.key("about")
    writer.beginArray()
    writer.beginObject()
    writer.member("@id", address(of: position.issue))
    writer.endObject()
    organization(&writer, graph.parties[position.party.index])
    writer.endArray()
    let passages = graph.verbatim(of: position.id)
    if !passages.isEmpty { writer.lines("hasPart", passages) { quotation(&$0, $1, of: position.party) } }
    writer.endObject()
  }

  /// Words of a party itself, of which it is the author.
  private func quotation(_ writer: inout JSONWriter, _ passage: String, of party: ID<Party>) {
    writer.beginObject()
    writer.member("@type", "Quotation")
    writer.member("text", passage)
    writer.key("author")
    writer.beginObject()
    writer.member("@id", prefix + graph.way(to: graph.parties[party.index].address))
    writer.endObject()
    writer.endObject()
  }

  private func organization(_ writer: inout JSONWriter, _ party: Party) {
    writer.beginObject()
    writer.member("@type", "Organization")
    writer.member("@id", prefix + graph.way(to: party.address))
    writer.member("name", party.name)
    let lifetime = graph.lifetimes[party.id]
    if let from = lifetime.from { writer.member("foundingDate", from.description) }
    if let to = lifetime.to { writer.member("dissolutionDate", to.description) }
    writer.endObject()
  }

  /// An issue as a defined term.
  func issue(_ issue: Issue) -> [UInt8] {
    script { writer in
      writer.beginObject()
      writer.member("@type", "DefinedTerm")
      writer.member("@id", prefix + graph.way(to: issue.address))
      writer.member("name", issue.name)
      if !issue.aliases.isEmpty { writer.member("alternateName", issue.aliases) }
      if let text = issue.file?.proposition ?? issue.file?.summary { writer.member("description", text) }
      if graph.settings.pageKinds[.lists] {
        writer.references("inDefinedTermSet", [prefix + graph.way(to: "issues")])
      }
      writer.endObject()
      writer.lineBreak()
      breadcrumbs(
        &writer, [(words.text(.issues), graph.way(to: "issues"))], issue.name, graph.way(to: issue.address))
    }
  }

  /// The breadcrumbs of a party.
  func party(_ party: Party) -> [UInt8] {
    script {
      breadcrumbs(
        &$0, [(words.text(.parties), graph.way(to: "parties"))], party.name, graph.way(to: party.address))
    }
  }

  /// The exports of the site as a data set.
  func dataset() -> [UInt8] {
    script { writer in
      writer.beginObject()
      writer.member("@type", "Dataset")
      writer.member("@id", prefix + ExportFormat.csv.file.path)
      writer.member("name", words.text(.sitePositions, graph.settings.title))
      writer.member(
        "description",
        graph.settings.description ?? words.text(.datasetIs))
      writer.member("inLanguage", graph.settings.language)
      writer.lines("distribution", ExportFormat.all.filter(\.isPublished).map(\.file)) { writer, download in
        writer.beginObject()
        writer.member("@type", "DataDownload")
        writer.member("encodingFormat", download.mediaType)
        writer.member("contentUrl", prefix + download.path)
        writer.endObject()
      }
      writer.endObject()
    }
  }

  private func address(of issue: ID<Issue>) -> String {
    prefix + graph.way(to: graph.issues[issue.index].address)
  }

  /// The home page, the list, and the page itself.
  private func breadcrumbs(
    _ writer: inout JSONWriter, _ way: [(name: String, address: String)], _ name: String, _ address: String
  ) {
    let lists = graph.settings.pageKinds[.lists] ? way : []
    let steps = [(name: graph.settings.title, address: "")] + lists + [(name: name, address: address)]
    writer.beginObject()
    writer.member("@type", "BreadcrumbList")
    writer.lines("itemListElement", steps.enumerated()) { writer, step in
      writer.beginObject()
      writer.member("@type", "ListItem")
      writer.member("position", step.offset + 1)
      writer.member("name", step.element.name)
      let address = prefix + step.element.address
      writer.member("item", address.isEmpty ? "./" : address)
      writer.endObject()
    }
    writer.endObject()
  }

  /// What stands for `cell:` in the identifiers of a report's claims; nil: without a base URL, identifiers are relative to the
  /// page, which a prefix cannot be.
  private func cells(of entry: ReportEntry) -> String? {
    graph.settings.baseURL.map { $0.text + graph.way(to: entry.address) + "#" }
  }

  /// - Parameter cells: what stands for `cell:` in identifiers; nil: there are none.
  private func script(cells: String? = nil, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(insideHTML: true)
    writer.beginObject()
    writer.key("@context")
    if let cells {
      writer.beginArray()
      writer.string("https://schema.org")
      writer.beginObject()
      writer.member("cell", cells)
      writer.endObject()
      writer.endArray()
    } else {
      writer.string("https://schema.org")
    }
    writer.key("@graph")
    writer.beginArray()
    write(&writer)
    writer.endArray()
    writer.endObject()
    var output: [UInt8] = []
    output.raw("<script type=\"application/ld+json\">")
    output.append(contentsOf: writer.bytes)
    output.raw("</script>")
    return output
  }
}

extension JSONWriter {
  /// A key and a list of things, each identified by its address.
  fileprivate mutating func references(_ name: String, _ addresses: [String]) {
    guard !addresses.isEmpty else { return }
    key(name)
    beginArray()
    for address in addresses {
      beginObject()
      member("@id", address)
      endObject()
    }
    endArray()
  }
}
