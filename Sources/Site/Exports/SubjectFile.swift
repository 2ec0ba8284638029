import Content
import Editions
import Graph
import Text

/// What is known of one issue or one party, as JSON: the subject, its standings, and all its positions. Names and titles stand
/// once, by slug, and a position has no member for an empty cell, so that the files of a large site stay small.
///
/// `Guide/exports.md` describes the schema. A change of its keys raises `version`, and stands in the changelog.
package struct SubjectFile {
  /// The version of the schema.
  package static let version = 3

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
      rows(
        holders.map { PartyOnIssue($0, on: id) }, positions(graph.positionsOfIssue[id], remembered),
        leavingOut: "issue_slug",
        names: [("parties", "party_slug", "party"), ("reports", "report_slug", "report")], &writer)
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
      rows(
        graph.issues.map { PartyOnIssue(id, on: $0.id) }, positions(graph.positionsOfParty[id], remembered),
        leavingOut: "party_slug",
        names: [("issues", "issue_slug", "issue"), ("reports", "report_slug", "report")], &writer)
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

  /// Writes names by slug, standings and positions.
  ///
  /// - Parameters:
  ///   - pairs: the parties and issues whose standings are written, if they have one.
  ///   - subject: the column that has the same value in the whole file.
  ///   - names: lists of names, with the columns of the slugs and of the names.
  private func rows(
    _ pairs: [PartyOnIssue], _ positions: [[PositionTable.Value]], leavingOut subject: String,
    names: [(list: String, slug: String, name: String)],
    _ writer: inout JSONWriter
  ) {
    for list in names {
      writer.key(list.list)
      writer.beginObject()
      for (slug, name) in Self.names(list.name, by: list.slug, in: positions) { writer.member(slug, name) }
      writer.endObject()
    }
    let standings = pairs.compactMap(standing(of:))
    writer.lines("standings", standings) { writer, standing in
      write(standing, leavingOut: subject, &writer)
    }
    let leftOut = Set([subject, "issue", "party", "report"])
    writer.lines("positions", positions) { writer, values in position(values, leavingOut: leftOut, &writer) }
  }

  /// The names in a column, each once, in the order of their slugs.
  private static func names(
    _ column: String, by slugColumn: String, in rows: [[PositionTable.Value]]
  ) -> [(slug: String, name: String)] {
    guard let name = PositionTable.columnNames.firstIndex(of: column),
      let slug = PositionTable.columnNames.firstIndex(of: slugColumn)
    else { return [] }
    var names: [String: String] = [:]
    for row in rows {
      // A report that only editions remember has no title.
      if case .text(let slug) = row[slug], case .text(let name) = row[name], !name.isEmpty {
        names[slug] = name
      }
    }
    return names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What a party holds on an issue now, or held until its end.
  private struct HeldPositions {
    let pair: PartyOnIssue
    /// The addresses of the positions, those of the site first.
    let addresses: [String]
    /// What they agree on; nil: they are unrated, or have several stances.
    let stance: Stance?
  }

  /// - Returns: nil: the party holds nothing on the issue.
  private func standing(of pair: PartyOnIssue) -> HeldPositions? {
    let present = graph.standings[pair.issue, pair.party]?.positions ?? []
    let remembered = record.rememberedCells(on: pair.issue, of: pair.party).filter(\.isStanding)
    let stances = Set(
      present.map { graph.positions[$0.index].stance } + remembered.map { $0.position.position.stance })
    guard let stance = stances.first else { return nil }
    return HeldPositions(
      pair: pair, addresses: present.map { graph.cellAddress(of: $0) } + remembered.map(\.address),
      stance: stances.count == 1 ? stance : nil)
  }

  private func write(
    _ standing: HeldPositions, leavingOut subject: String, _ writer: inout JSONWriter
  ) {
    let (issue, party) = (standing.pair.issue, standing.pair.party)
    let end = graph.lifetimes.end(of: party)
    let held = end == nil ? record.held(issue, party) : nil
    writer.beginObject()
    if subject != "issue_slug" { writer.member("issue_slug", graph.issues[issue.index].slug) }
    if subject != "party_slug" { writer.member("party_slug", graph.parties[party.index].slug) }
    writer.member("stance", standing.stance?.word)
    writer.key("stance_value")
    if let value = standing.stance?.value { writer.number(value) } else { writer.null() }
    writer.member("since", held?.since.description)
    writer.member("last_confirmed", held?.confirmed?.description)
    writer.member("held_until", end?.description)
    writer.member("positions", standing.addresses)
    writer.endObject()
  }

  /// The values of positions of the site, then those of positions that editions remember.
  private func positions(
    _ ids: some Collection<ID<Position>>, _ remembered: [RememberedCell]
  ) -> [[PositionTable.Value]] {
    var reader = PositionTable.Reader(record)
    return ids.map { reader.values(of: $0) }
      + remembered.map { PositionTable.values(of: $0, in: record) }
  }

  /// Writes a position with a member for each column of `PositionTable` that has a value.
  private func position(
    _ values: [PositionTable.Value], leavingOut leftOut: Set<String>, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    for (column, value) in zip(PositionTable.columns, values) where !leftOut.contains(column.name) {
      switch value {
      case .list(let texts): if !texts.isEmpty { writer.member(column.name, texts) }
      case .text(let text) where column.datatype == "integer":
        guard let number = Int(text) else { continue }
        writer.key(column.name)
        writer.number(number)
      case .text(let text): if !text.isEmpty { writer.member(column.name, text) }
      }
    }
    writer.endObject()
  }
}
