import Diagnostics
import Graph
import Text
import Workspace

/// The answer to the queries about sources and evidence: positions, by issue.
struct EvidenceAnswer: QueryAnswer {
  /// The name of the query.
  let query: String
  let graph: IssueGraph
  let folders: SiteFolders
  /// Those of an issue one after the other.
  let positions: [ID<Position>]
  /// What is counted, in the singular, such as `current position`.
  let what: String
  /// What all of them have in common, as the rest of a sentence.
  let rest: String

  var text: String {
    var list = AlignedList()
    var issue: ID<Issue>?
    for id in positions {
      let position = graph.positions[id.index]
      if position.issue != issue { list.group(graph.issues[position.issue.index].name) }
      issue = position.issue
      list.add(
        graph.parties[position.party.index].name, graph.stanceWord(of: id), graph.dateText(of: id),
        graph.place(of: id, in: folders))
    }
    let count = positions.isEmpty ? "No \(what)s" : positions.count.counted(what)
    return TerminalText.line("\(count) \(rest)") + "\n" + list.text
  }

  var json: [UInt8] {
    var sources = PositionSources()
    return document(query) { writer in
      writer.lines("positions", positions) { writer, id in
        let position = graph.positions[id.index]
        writer.beginObject()
        writer.member(issue: position.issue, of: graph)
        writer.member(party: position.party, of: graph)
        writer.member("sources", sources.texts(of: position, in: graph))
        writer.key("position")
        writer.position(id, of: graph)
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
      positions.map { id in
        let position = graph.positions[id.index]
        let (issue, party) = (graph.issues[position.issue.index], graph.parties[position.party.index])
        return [
          issue.name, issue.slug, party.name, party.slug, position.stance?.word ?? "",
          position.date?.description ?? "", position.evidence?.rawValue ?? "",
          sources.texts(of: position, in: graph).joined(separator: " | "), graph.text(of: id),
          graph.cellAddress(of: id),
        ]
      })
  }
}
