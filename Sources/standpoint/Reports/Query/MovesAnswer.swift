import Content
import Graph
import Site
import Text
import Workspace

/// The answer to `query moves`.
struct MovesAnswer: QueryAnswer {
  let graph: IssueGraph
  let folders: SiteFolders
  /// By issue.
  let moves: [RecordedMove]
  let since: PartialDate?

  var text: String {
    var list = AlignedList()
    var issue: ID<Issue>?
    for move in moves {
      if move.issue != issue { list.group(graph.issues[move.issue.index].name) }
      issue = move.issue
      list.add(
        graph.dateText(of: move.after), graph.parties[move.party.index].name, move.kind,
        "\(graph.stanceWord(of: move.before)) → \(graph.stanceWord(of: move.after))",
        graph.place(of: move.after, in: folders))
    }
    let count = moves.isEmpty ? "No moves" : moves.count.counted("move")
    return count + (since.map { " since \($0)" } ?? "") + "\n" + list.text
  }

  var json: [UInt8] {
    document("moves") { writer in
      writer.member("since", since?.description)
      writer.lines("moves", moves) { writer, move in
        writer.beginObject()
        writer.member(issue: move.issue, of: graph)
        writer.member(party: move.party, of: graph)
        writer.member("kind", move.kind)
        writer.member("date", graph.positions[move.after.index].date?.description)
        writer.key("before")
        writer.position(move.before, of: graph)
        writer.key("after")
        writer.position(move.after, of: graph)
        writer.endObject()
      }
    }
  }

  var csv: [UInt8] {
    let columns = [
      "issue", "issue_slug", "party", "party_slug", "kind", "date", "stance_before", "stance", "quote_before",
      "quote", "position_before", "position",
    ]
    return table(
      columns,
      moves.map { move in
        let (issue, party) = (graph.issues[move.issue.index], graph.parties[move.party.index])
        return [
          issue.name, issue.slug, party.name, party.slug, move.kind,
          graph.positions[move.after.index].date?.description ?? "",
          graph.positions[move.before.index].stance?.word ?? "",
          graph.positions[move.after.index].stance?.word ?? "", graph.quote(of: move.before),
          graph.quote(of: move.after), graph.cellAddress(of: move.before), graph.cellAddress(of: move.after),
        ]
      })
  }
}
