import Content
import Editions
import Graph
import Text

/// What is known of one issue or one party, as JSON: the subject, its standings, and all its positions. Names, and what is known
/// of a report, appear once, and a position has no member for an empty cell, so that the files of a large site stay small.
///
/// `Guide/exports.md` describes the schema. A change to its keys raises `version`; state it in the changelog.
package struct SubjectFile {
  /// The version of the schema.
  package static let version = 4

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
      let parties = record.rememberedParties(on: id)
      let remembered = parties.flatMap { record.rememberedCells(on: id, of: $0) }
      let holders = Set(graph.standings[id].map(\.party) + parties).sorted()
      let rows = SubjectRows(record, graph.positionsOfIssue[id], remembered, by: .issue)
      rows.write(holders.map { PartyOnIssue($0, on: id) }, into: &writer)
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
      let remembered = record.rememberedIssues(of: id).flatMap { record.rememberedCells(on: $0, of: id) }
      let rows = SubjectRows(record, graph.positionsOfParty[id], remembered, by: .party)
      rows.write(graph.issues.map { PartyOnIssue(id, on: $0.id) }, into: &writer)
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
}
