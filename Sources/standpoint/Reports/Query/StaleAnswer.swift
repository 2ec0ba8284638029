import Graph
import Site
import Text
import Workspace

/// The answer to `query stale`.
struct StaleAnswer: QueryAnswer {
  let graph: IssueGraph
  let folders: SiteFolders
  let coverage: Coverage

  /// By issue, then the longest overdue first.
  private var stale: [StalePosition] {
    coverage.stale.enumerated().sorted { left, right in
      let issues = [left, right].map { graph.positions[$0.element.position.index].issue }
      return (issues[0], left.offset) < (issues[1], right.offset)
    }.map(\.element)
  }

  private var summary: String {
    let counts = coverage.reviews
    if counts.current == 0 { return "No current positions\n" }
    if counts.reviewed == 0 {
      return "No current position has both a date and a review period, so none can become due; "
        + "to set a period, add “review-after:” to site.yml\n"
    }
    let due = stale.isEmpty ? "No" : String(stale.count)
    let never = counts.current - counts.reviewed
    return
      "\(due) of \(counts.current.counted("current position")) \(stale.count == 1 || stale.isEmpty ? "is" : "are") "
      + "due for review on \(coverage.today)"
      + (never > 0
        ? "; \(never) can never be due, because \(never == 1 ? "it has" : "they have") no date or no review period"
        : "") + "\n"
  }

  var text: String {
    var list = AlignedList()
    var issue: ID<Issue>?
    for one in stale {
      let position = graph.positions[one.position.index]
      if position.issue != issue { list.group(graph.issues[position.issue.index].name) }
      issue = position.issue
      list.add(
        graph.parties[position.party.index].name, graph.stanceWord(of: one.position), "as of \(one.since)",
        "due since \(one.due)", graph.place(of: one.position, in: folders))
    }
    return summary + list.text
  }

  var json: [UInt8] {
    document("stale") { writer in
      writer.member("today", coverage.today.description)
      writer.member("current", coverage.reviews.current)
      writer.member("never_due", coverage.reviews.current - coverage.reviews.reviewed)
      writer.lines("positions", stale) { writer, one in
        let position = graph.positions[one.position.index]
        writer.beginObject()
        writer.member(issue: position.issue, of: graph)
        writer.member(party: position.party, of: graph)
        writer.member("since", one.since.description)
        writer.member("due", one.due.description)
        writer.key("position")
        writer.position(one.position, of: graph)
        writer.endObject()
      }
    }
  }

  var csv: [UInt8] {
    let columns = [
      "issue", "issue_slug", "party", "party_slug", "stance", "since", "due", "text", "position",
    ]
    return table(
      columns,
      stale.map { one in
        let position = graph.positions[one.position.index]
        let (issue, party) = (graph.issues[position.issue.index], graph.parties[position.party.index])
        return [
          issue.name, issue.slug, party.name, party.slug, position.stance?.word ?? "", one.since.description,
          one.due.description, graph.text(of: one.position), graph.cellAddress(of: one.position),
        ]
      })
  }
}
