import Diagnostics
import Editions
import Graph
import Site
import Text
import Workspace

/// The answer to `query agree`.
struct AgreementAnswer: QueryAnswer {
  private let record: RecordHistory
  private let folders: SiteFolders
  private let agreement: PartyAgreement
  /// The issues that are listed: with an opponent, those on which it stands against the others; without one, all, those with
  /// agreement first.
  private let rows: [PartyAgreement.Row]

  private var graph: IssueGraph { record.graph }

  init(record: RecordHistory, folders: SiteFolders, agreement: PartyAgreement) {
    self.record = record
    self.folders = folders
    self.agreement = agreement
    rows =
      agreement.opponent == nil
      ? Agreement.allCases.flatMap { outcome in agreement.rows.filter { $0.agreement == outcome } }
      : agreement.rows.filter(\.isAgainstOpponent)
  }

  private func name(_ party: ID<Party>) -> String { graph.parties[party.index].name }

  /// The parties of a row with their sides, the opponent last.
  private func sides(of row: PartyAgreement.Row) -> [(party: ID<Party>, side: PartySide)] {
    let all = Array(zip(agreement.parties, row.sides))
    guard let opponent = agreement.opponent, let side = row.opponentSide else {
      return all.map { (party: $0.0, side: $0.1) }
    }
    return all.map { (party: $0.0, side: $0.1) } + [(party: opponent, side: side)]
  }

  private func positions(of party: ID<Party>, on row: PartyAgreement.Row) -> [RecordedPosition] {
    let present = graph.standings[row.issue, party]?.positions.map(RecordedPosition.present) ?? []
    return present + record.rememberedStanding(row.issue, of: party).map(RecordedPosition.remembered)
  }

  // MARK: - Text

  private var summary: String {
    let names = agreement.parties.map(name)
    let who = names.listed()
    let all = agreement.rows.count.counted("issue")
    if let opponent = agreement.opponent.map(name) {
      let verb = names.count > 1 ? "stand together" : "stands"
      return "\(who) \(verb) against \(opponent) on \(rows.count) of \(all)"
    }
    let counts = Agreement.allCases.map { outcome in agreement.rows.count { $0.agreement == outcome } }
    return "\(who) agree on \(counts[0]) of \(all), differ on \(counts[1]); \(counts[2]) unclear"
  }

  var text: String {
    var list = AlignedList()
    for row in rows {
      let issue = graph.issues[row.issue.index]
      let outcome = agreement.opponent == nil ? ": \(row.agreement.rawValue)" : ""
      list.group(issue.name + outcome + (issue.file?.proposition == nil ? " (no statement)" : ""))
      for (party, side) in sides(of: row) { add(party, side, row, to: &list) }
    }
    return TerminalText.line(summary) + "\n" + list.text
  }

  private func add(
    _ party: ID<Party>, _ side: PartySide, _ row: PartyAgreement.Row, to list: inout AlignedList
  ) {
    let positions = positions(of: party, on: row)
    if positions.isEmpty { list.add(name(party), "no position") }
    let end = graph.lifetimes.end(of: party).map { ", held until \($0)" } ?? ""
    for (number, recorded) in positions.enumerated() {
      list.add(
        number == 0 ? name(party) : "", record.stanceWord(of: recorded),
        record.dateText(of: recorded) + end, record.place(of: recorded, in: folders))
    }
  }

  // MARK: - For programs

  var json: [UInt8] {
    document("agree") { writer in
      writer.member("parties", agreement.parties.map(name))
      writer.member("against", agreement.opponent.map(name))
      writer.lines("issues", rows) { writer, row in
        writer.beginObject()
        writer.member(issue: row.issue, of: graph)
        writer.member("statement", graph.issues[row.issue.index].file?.proposition)
        writer.member("outcome", outcome(of: row))
        writer.key("parties")
        writer.beginArray()
        for (party, side) in sides(of: row) { write(party, side, row, &writer) }
        writer.endArray()
        writer.endObject()
      }
    }
  }

  private func outcome(of row: PartyAgreement.Row) -> String {
    agreement.opponent == nil ? row.agreement.rawValue : "against"
  }

  private func write(
    _ party: ID<Party>, _ side: PartySide, _ row: PartyAgreement.Row, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member(party: party, of: graph)
    writer.key("side")
    if let side = side.side { writer.number(side.rawValue) } else { writer.null() }
    writer.member("unclear_because", side.reason?.rawValue)
    writer.key("positions")
    writer.beginArray()
    for recorded in positions(of: party, on: row) { writer.position(recorded, of: graph) }
    writer.endArray()
    writer.endObject()
  }

  var csv: [UInt8] {
    let columns = [
      "issue", "issue_slug", "statement", "outcome", "party", "party_slug", "side", "unclear_because",
      "stance",
      "date", "text", "position",
    ]
    var records: [[String]] = []
    for row in rows {
      let issue = graph.issues[row.issue.index]
      for (party, side) in sides(of: row) {
        let facts = [
          issue.name, issue.slug, issue.file?.proposition ?? "", outcome(of: row), name(party),
          graph.parties[party.index].slug, side.side.map { String($0.rawValue) } ?? "",
          side.reason?.rawValue ?? "",
        ]
        let positions = positions(of: party, on: row)
        if positions.isEmpty { records.append(facts + ["", "", "", ""]) }
        for recorded in positions {
          records.append(
            facts + [
              record.stance(of: recorded)?.word ?? "", record.date(of: recorded)?.description ?? "",
              record.words(of: recorded), record.address(of: recorded),
            ])
        }
      }
    }
    return table(columns, records)
  }
}
