import Content
import Editions
import Graph
import Site
import Text
import Workspace

/// The answer to `query moves`.
struct MovesAnswer: QueryAnswer {
  let record: RecordHistory
  let folders: SiteFolders
  /// By issue, the newest first.
  let moves: [Move]
  let since: PartialDate?

  private var graph: IssueGraph { record.graph }

  var text: String {
    var list = AlignedList()
    var issue: ID<Issue>?
    for move in moves {
      if move.issue != issue { list.group(graph.issues[move.issue.index].name) }
      issue = move.issue
      list.add(
        move.date.description, graph.parties[move.party.index].name, move.direction.rawValue,
        "\(stances(move.before)) → \(stances(move.after))", place(of: move))
    }
    let count = moves.isEmpty ? "No moves" : moves.count.counted("move")
    return count + (since.map { " since \($0)" } ?? "") + "\n" + list.text
  }

  private func stances(_ positions: [RecordedPosition]) -> String {
    var words: [String] = []
    for word in positions.map({ record.stance(of: $0)?.word ?? "Unrated" }) where !words.contains(word) {
      words.append(word)
    }
    return words.joined(separator: " and ")
  }

  private func place(of move: Move) -> String {
    guard let newest = move.added.last else { return "" }
    switch newest {
    case .present(let id): return graph.place(of: id, in: folders)
    case .remembered(let remembered): return "edition \(remembered.edition)"
    }
  }

  var json: [UInt8] {
    document("moves") { writer in
      writer.member("since", since?.description)
      writer.lines("moves", moves) { writer, move in
        writer.beginObject()
        writer.member(issue: move.issue, of: graph)
        writer.member(party: move.party, of: graph)
        writer.member("kind", move.direction.rawValue)
        writer.member("date", move.date.description)
        positions(move.before, named: "before", &writer)
        positions(move.after, named: "after", &writer)
        writer.endObject()
      }
    }
  }

  private func positions(_ positions: [RecordedPosition], named name: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.beginArray()
    for recorded in positions {
      writer.position(recorded, of: graph)
    }
    writer.endArray()
  }

  var csv: [UInt8] {
    let columns = [
      "issue", "issue_slug", "party", "party_slug", "kind", "date", "stance_before", "stance", "text_before",
      "text", "position_before", "position",
    ]
    return table(
      columns,
      moves.map { move in
        let (issue, party) = (graph.issues[move.issue.index], graph.parties[move.party.index])
        let words = { (positions: [RecordedPosition]) in
          positions.map { record.words(of: $0) }.joined(separator: " | ")
        }
        let addresses = { (positions: [RecordedPosition]) in
          positions.map { record.address(of: $0) }.joined(separator: " | ")
        }
        return [
          issue.name, issue.slug, party.name, party.slug, move.direction.rawValue, move.date.description,
          stances(move.before), stances(move.after), words(move.before), words(move.after),
          addresses(move.before), addresses(move.after),
        ]
      })
  }

}
