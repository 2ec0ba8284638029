import Content
import Diagnostics
import Editions
import Graph
import Text
import Workspace

/// The answer to the queries about sources and evidence: positions, by issue.
struct EvidenceAnswer: QueryAnswer {
  /// The name of the query.
  let query: String
  let record: RecordHistory
  let folders: SiteFolders
  /// Those of an issue one after the other.
  let positions: [RecordedPlace]
  /// What is counted, in the singular, such as `current position`.
  let what: String
  /// What all of them have in common, as the rest of a sentence.
  let rest: String

  private var graph: IssueGraph { record.graph }

  var text: String {
    var list = AlignedList()
    var issue: ID<Issue>?
    for position in positions {
      if position.issue != issue { list.group(graph.issues[position.issue.index].name) }
      issue = position.issue
      list.add(
        graph.parties[position.party.index].name, record.stanceWord(of: position.position),
        record.dateText(of: position.position), record.place(of: position.position, in: folders))
    }
    let count = positions.isEmpty ? "No \(what)s" : positions.count.counted(what)
    return TerminalText.line("\(count) \(rest)") + "\n" + list.text
  }

  var json: [UInt8] {
    var sources = PositionSources()
    return document(query) { writer in
      writer.lines("positions", positions) { writer, position in
        writer.beginObject()
        writer.member(issue: position.issue, of: graph)
        writer.member(party: position.party, of: graph)
        writer.member("sources", record.sources(of: position.position, &sources))
        writer.key("position")
        writer.position(position.position, of: graph)
        writer.endObject()
      }
    }
  }

  var csv: [UInt8] {
    var sources = PositionSources()
    return table(
      [
        "issue", "issue_slug", "party", "party_slug", "stance", "date", "evidence", "sources", "text",
        "position",
      ],
      positions.map { one in
        let (issue, party) = (graph.issues[one.issue.index], graph.parties[one.party.index])
        let position = one.position
        return [
          issue.name, issue.slug, party.name, party.slug, record.stance(of: position)?.word ?? "",
          record.date(of: position)?.description ?? "", record.evidence(of: position).text ?? "",
          record.sources(of: position, &sources).joined(separator: " | "), record.words(of: position),
          record.address(of: position),
        ]
      })
  }
}

/// A position of the record with its issue and party.
struct RecordedPlace {
  let issue: ID<Issue>
  let party: ID<Party>
  let position: RecordedPosition
}

extension RecordHistory {
  /// Positions of the site with their issues and parties.
  func places(of ids: [ID<Position>]) -> [RecordedPlace] {
    ids.map { id in
      let position = graph.positions[id.index]
      return RecordedPlace(issue: position.issue, party: position.party, position: .present(id))
    }
  }

  /// The positions that only editions remember and that rest on a source, by issue and party, then the newest first.
  func remembered(on source: SourceIdentity) -> [RecordedPlace] {
    let recorded = RecordedSources(graph.settings.sources)
    return rememberedPairs.flatMap { issue, party in
      remembered(on: issue, of: party).filter { old in
        (old.position.sources ?? []).contains { recorded.identity(of: $0) == source }
      }.map { RecordedPlace(issue: issue, party: party, position: .remembered($0)) }
    }
  }

  fileprivate func sources(of recorded: RecordedPosition, _ reader: inout PositionSources) -> [String] {
    switch recorded {
    case .present(let id): reader.texts(of: graph.positions[id.index], in: graph)
    case .remembered(let old): old.position.sources ?? []
    }
  }

  fileprivate func evidence(of recorded: RecordedPosition) -> EvidenceKinds {
    switch recorded {
    case .present(let id): graph.positions[id.index].evidence
    case .remembered(let old): old.position.evidence
    }
  }
}
