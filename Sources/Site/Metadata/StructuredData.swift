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

  /// A report, with a claim for each of its positions, which its authors make about an issue and a party. Claims without a date
  /// have that of the report.
  func report(_ entry: ReportEntry) -> HTML {
    script(prefixes: prefixes(of: entry)) { writer in
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
      writer.references(
        "about", graph.issuesOfReport[entry.id].map { short(graph.issues[$0.index]) },
        areTyped: hasContext)
      if !entry.corrections.isEmpty {
        writer.lines("correction", entry.newestCorrections) { correction(&$0, $1, of: entry) }
      }
      let claims = claims(of: entry)
      let authors = entry.report.authors
      writer.lines("hasPart", claims) { claim(&$0, $1, by: authors) }
      writer.endObject()
      // Once for all claims about them.
      for party in Set(claims.map(\.party)).sorted(by: { $0.index < $1.index }) {
        writer.lineBreak()
        organization(&writer, graph.parties[party.index])
      }
      writer.lineBreak()
      breadcrumbs(
        &writer, [(words.text(.reports), graph.way(to: "reports"))], entry.report.header.title)
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

  private func claim(_ writer: inout JSONWriter, _ position: Position, by authors: [String]) {
    writer.beginObject()
    writer.member("@type", "Claim")
    writer.member(
      "@id",
      graph.settings.baseURL == nil
        ? prefix + graph.cellAddress(of: position.id) : "cell:" + graph.anchor(of: position.id))
    writer.member("text", graph.text(of: position.id))
    if let date = position.date, !graph.hasDateOfReport(position) {
      writer.member("datePublished", date.description)
    }
    if let stance = position.stance { writer.member("abstract", words.stances.name(stance)) }
    if !authors.isEmpty { writer.member("author", authors) }
    let subjects = [short(graph.issues[position.issue.index]), short(graph.parties[position.party.index])]
    writer.references("about", subjects, areTyped: hasContext)
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
    writer.member("@id", short(graph.parties[party.index]))
    writer.endObject()
    writer.endObject()
  }

  private func organization(_ writer: inout JSONWriter, _ party: Party) {
    writer.beginObject()
    writer.member("@type", "Organization")
    writer.member("@id", short(party))
    writer.member("name", party.name)
    let lifetime = graph.lifetimes[party.id]
    if let from = lifetime.from { writer.member("foundingDate", from.description) }
    if let to = lifetime.to { writer.member("dissolutionDate", to.description) }
    writer.endObject()
  }

  /// An issue as a defined term.
  func issue(_ issue: Issue) -> HTML {
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
      breadcrumbs(&writer, [(words.text(.issues), graph.way(to: "issues"))], issue.name)
    }
  }

  /// The breadcrumbs of a party.
  func party(_ party: Party) -> HTML {
    script {
      breadcrumbs(&$0, [(words.text(.parties), graph.way(to: "parties"))], party.name)
    }
  }

  /// The exports of the site as a data set.
  func dataset() -> HTML {
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

  /// The home page, the list, and the page itself.
  private func breadcrumbs(
    _ writer: inout JSONWriter, _ way: [(name: String, address: String)], _ name: String
  ) {
    let lists = graph.settings.pageKinds[.lists] ? way : []
    let steps = [(name: graph.settings.title, address: "")] + lists + [(name: name, address: "")]
    writer.beginObject()
    writer.member("@type", "BreadcrumbList")
    writer.lines("itemListElement", steps.enumerated()) { writer, step in
      writer.beginObject()
      writer.member("@type", "ListItem")
      writer.member("position", step.offset + 1)
      writer.member("name", step.element.name)
      // The page itself needs no address.
      if step.offset < steps.count - 1 {
        let address = prefix + step.element.address
        writer.member("item", address.isEmpty ? "./" : address)
      }
      writer.endObject()
    }
    writer.endObject()
  }

  /// Whether the page of a report has a context of its own: prefixes, and values of `about` that are identifiers.
  private var hasContext: Bool { graph.settings.baseURL != nil }

  /// The prefixes of identifiers in the page of a report, which names the same addresses very often; empty: without a base URL,
  /// identifiers are relative to the page, which a prefix cannot be.
  private func prefixes(of entry: ReportEntry) -> [(name: String, address: String)] {
    guard let base = graph.settings.baseURL?.text else { return [] }
    return [("cell", base + graph.way(to: entry.address) + "#")] + Self.folders.map { ($0, base + $1) }
  }

  /// The prefixes of identifiers of issues and parties, and their folders.
  private static let folders = [(issue, IssueListPage.address + "/"), (party, PartyListPage.address + "/")]
  private static let issue = "issue"
  private static let party = "party"

  /// The identifier of an issue on the page of a report.
  private func short(_ issue: Issue) -> String {
    short(Self.issue, issue.slug) ?? prefix + graph.way(to: issue.address)
  }

  /// The identifier of a party on the page of a report.
  private func short(_ party: Party) -> String {
    short(Self.party, party.slug) ?? prefix + graph.way(to: party.address)
  }

  /// nil: the site has no address to which prefixes could lead.
  private func short(_ name: String, _ slug: String) -> String? {
    guard graph.settings.baseURL != nil else { return nil }
    var short = name
    short.reserveCapacity(name.utf8.count + slug.utf8.count + 2)
    short += ":"
    short += slug
    short += graph.settings.addresses.ending
    return short
  }

  private func script(
    prefixes: [(name: String, address: String)] = [], _ write: (inout JSONWriter) -> Void
  ) -> HTML {
    let json = ScriptJSON { writer in
      writer.beginObject()
      writer.key("@context")
      Self.context(prefixes, into: &writer)
      writer.key("@graph")
      writer.beginArray()
      write(&writer)
      writer.endArray()
      writer.endObject()
    }
    var output = HTML()
    output.raw("<script type=\"application/ld+json\">")
    output.append(contentsOf: json)
    output.raw("</script>")
    return output
  }

  private static func context(_ prefixes: [(name: String, address: String)], into writer: inout JSONWriter) {
    if prefixes.isEmpty { return writer.string("https://schema.org") }
    writer.beginArray()
    writer.string("https://schema.org")
    writer.beginObject()
    for (name, address) in prefixes { writer.member(name, address) }
    writer.key("about")
    writer.beginObject()
    writer.member("@type", "@id")
    writer.endObject()
    writer.endObject()
    writer.endArray()
  }
}

extension JSONWriter {
  /// A key and a list of things, each identified by its address.
  ///
  /// - Parameter areTyped: whether the context says that the values of the key are identifiers.
  fileprivate mutating func references(_ name: String, _ addresses: [String], areTyped: Bool = false) {
    guard !addresses.isEmpty else { return }
    if areTyped { return member(name, addresses) }
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
