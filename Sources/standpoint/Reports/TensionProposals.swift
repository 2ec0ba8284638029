import Diagnostics
import Graph
import Text

/// The tensions that `check --tensions` proposes, as text and JSON.
struct TensionProposals {
  private let graph: IssueGraph
  private let window: Int
  private let candidates: [TensionCandidate]

  init(_ graph: IssueGraph, window: Int) {
    self.graph = graph
    self.window = window
    candidates = graph.tensionCandidates(window: window)
  }

  /// The text format: each pair with its places, and the line that marks it as a tension.
  var text: String {
    if candidates.isEmpty { return "No unmarked opposite stances within \(window.counted("day"))\n" }
    let title = candidates.count.counted("possible tension")
    return title + " within \(window.counted("day")):\n" + candidates.map(paragraph).joined()
  }

  private func paragraph(_ candidate: TensionCandidate) -> String {
    let position = graph.positions[candidate.first.index]
    let party = graph.parties[position.party.index].name
    let issue = graph.issues[position.issue.index].name
    return """

      \(TerminalText.line("\(party) on \(issue)")), \(candidate.days.counted("day")) apart
      \(line(candidate.first))\(line(candidate.second))  to mark it: \(TerminalText.line(marker(candidate)))

      """
  }

  private func line(_ id: ID<Position>) -> String {
    let position = graph.positions[id.index]
    let stance = position.stance.map { "\($0.word): " } ?? ""
    let date = position.date.map(\.description) ?? "undated"
    let words = TerminalText.line("\(stance)\(graph.text(of: id))")
    return "  \(TerminalText.line(graph.file(of: id).sourcePath)):\(graph.line(of: id)): \(date), \(words)\n"
  }

  /// The callout for the later report: its own position first, then the earlier one.
  private func marker(_ candidate: TensionCandidate) -> String {
    "> [!tension] \(link(candidate.second)) \(link(candidate.first))"
  }

  private func link(_ id: ID<Position>) -> String {
    let report = graph.reports[graph.positions[id.index].report.index]
    return "[[report:\(report.slug)#\(graph.anchor(of: id))]]"
  }

  /// The JSON format: one document with a version.
  var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.member("window", window)
    writer.lines("candidates", candidates) { writer, candidate in
      let position = graph.positions[candidate.first.index]
      writer.beginObject()
      writer.member("issue", graph.issues[position.issue.index].slug)
      writer.member("party", graph.parties[position.party.index].slug)
      writer.member("days", candidate.days)
      for (key, id) in [("first", candidate.first), ("second", candidate.second)] {
        writer.key(key)
        write(id, &writer)
      }
      writer.member("marker", marker(candidate))
      writer.endObject()
    }
    writer.endObject()
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ id: ID<Position>, _ writer: inout JSONWriter) {
    let position = graph.positions[id.index]
    let report = graph.reports[position.report.index]
    writer.beginObject()
    writer.member("address", report.address + "/#" + graph.anchor(of: id))
    writer.member("file", graph.file(of: id).path)
    writer.member("line", graph.line(of: id))
    writer.member("date", position.date?.description)
    writer.member("stance", position.stance?.rawValue)
    writer.member("text", graph.text(of: id))
    writer.endObject()
  }
}
