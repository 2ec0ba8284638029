import Content
import Editions
import Graph
import Text

/// What is known of one issue or one party, as JSON: the subject, its standings, and all its positions.
///
/// `Guide/exports.md` describes the schema. A change of its keys raises `version`, and stands in the changelog.
package struct SubjectFile {
  /// The version of the schema.
  package static let version = 1

  private let record: RecordHistory
  private var graph: IssueGraph { record.graph }

  package init(_ record: RecordHistory) { self.record = record }

  /// The file of an issue, which is also part of a built site.
  package func bytes(of id: ID<Issue>) -> [UInt8] {
    let issue = graph.issues[id.index]
    return document("standpoint-issue") { writer in
      writer.key("issue")
      writer.beginObject()
      member(issue.name, issue.slug, issue.address, issue.aliases, &writer)
      writer.member("proposition", issue.file?.proposition)
      writer.endObject()
      let standings = graph.standings[id].map { (issue: id, standing: $0) }
      writer.lines("standings", standings, write)
      let remembered = record.rememberedParties(on: id).flatMap { record.rememberedCells(on: id, of: $0) }
      writer.lines("positions", positions(graph.positionsOfIssue[id], remembered), position)
    }
  }

  /// The file of a party.
  package func bytes(of id: ID<Party>) -> [UInt8] {
    let party = graph.parties[id.index]
    return document("standpoint-party") { writer in
      writer.key("party")
      writer.beginObject()
      member(party.name, party.slug, party.address, party.aliases, &writer)
      writer.endObject()
      let standings = graph.issues.compactMap { issue in
        graph.standings[issue.id, id].map { (issue: issue.id, standing: $0) }
      }
      writer.lines("standings", standings, write)
      let remembered = record.rememberedIssues(of: id).flatMap { record.rememberedCells(on: $0, of: id) }
      writer.lines("positions", positions(graph.positionsOfParty[id], remembered), position)
    }
  }

  private func document(_ schema: String, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    let settings = graph.settings
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("schema", schema)
    writer.member("version", Self.version)
    writer.member("site", settings.title)
    writer.member("base_url", settings.baseURL?.text)
    writer.member("language", settings.language)
    writer.member("licence", settings.licence)
    write(&writer)
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private func member(
    _ name: String, _ slug: String, _ address: String, _ aliases: [String], _ writer: inout JSONWriter
  ) {
    writer.member("name", name)
    writer.member("slug", slug)
    writer.member("address", graph.way(to: address))
    writer.member("aliases", aliases)
  }

  private func write(_ writer: inout JSONWriter, _ one: (issue: ID<Issue>, standing: Standing)) {
    let (issue, party) = (graph.issues[one.issue.index], graph.parties[one.standing.party.index])
    let stances = Set(one.standing.positions.map { graph.positions[$0.index].stance })
    let stance = stances.count == 1 ? stances.first ?? nil : nil
    let held = one.standing.heldUntil == nil ? record.held(one.issue, one.standing.party) : nil
    writer.beginObject()
    writer.member("issue", issue.name)
    writer.member("issue_slug", issue.slug)
    writer.member("party", party.name)
    writer.member("party_slug", party.slug)
    writer.member("stance", stance?.word)
    writer.key("stance_value")
    if let value = stance?.value { writer.number(value) } else { writer.null() }
    writer.member("since", held?.since.description)
    writer.member("last_confirmed", held?.confirmed?.description)
    writer.member("held_until", one.standing.heldUntil?.description)
    writer.member("positions", one.standing.positions.map { graph.cellAddress(of: $0) })
    writer.endObject()
  }

  /// The values of positions of the site, then those of positions that editions remember.
  private func positions(
    _ ids: some Collection<ID<Position>>, _ remembered: [RememberedCell]
  ) -> [[PositionTable.Value]] {
    ids.map { PositionTable.values(of: $0, in: record) }
      + remembered.map { PositionTable.values(of: $0, in: record) }
  }

  /// A position with a member for each column of `PositionTable`; null for an empty cell.
  private func position(_ writer: inout JSONWriter, _ values: [PositionTable.Value]) {
    writer.beginObject()
    for (column, value) in zip(PositionTable.columns, values) {
      switch value {
      case .list(let texts): writer.member(column.name, texts)
      case .text(let text) where column.datatype == "integer":
        writer.key(column.name)
        if let number = Int(text) { writer.number(number) } else { writer.null() }
      case .text(let text): writer.member(column.name, text.isEmpty ? nil : text)
      }
    }
    writer.endObject()
  }
}
