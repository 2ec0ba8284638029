import Content
import Editions
import Graph
import Text

/// Positions in Markdown, for hovers.
struct PositionText {
  private let record: RecordHistory
  private var graph: IssueGraph { record.graph }

  init(_ record: RecordHistory) { self.record = record }

  /// Stance and date, such as `Supports, 2025-03`; `Unrated` without a stance.
  func summary(_ recorded: RecordedPosition) -> String {
    let date = record.date(of: recorded).map { ", \($0)" } ?? ""
    return (record.stance(of: recorded)?.word ?? "Unrated") + date
  }

  /// What a party holds on an issue, such as `Supports, 2025-03; Red line, 2025-03`; nil: nothing.
  func summary(_ party: ID<Party>, on issue: ID<Issue>) -> String? {
    let standing = record.standing(issue, party)
    return standing.isEmpty ? nil : standing.map(summary).joined(separator: "; ") + end(of: party)
  }

  /// Until when a party that has ended held what it holds; empty for others.
  private func end(of party: ID<Party>) -> String {
    graph.lifetimes.end(of: party).map { ", held until \($0)" } ?? ""
  }

  /// The words of a position, shortened.
  private func words(_ recorded: RecordedPosition) -> String {
    let text = record.words(of: recorded)
    return text.count > 160 ? String(text.prefix(160)) + "…" : text
  }

  /// An item of a list: `**Red** (Supports, 2025-03): words`.
  ///
  /// - Parameter isHeld: whether it is part of a standing, so that the item says until when an ended party held it.
  func item(_ name: String, _ recorded: RecordedPosition, of party: ID<Party>, isHeld: Bool) -> MarkdownLine {
    var facts = summary(recorded) + (isHeld ? end(of: party) : "")
    if case .remembered(let old) = recorded {
      facts += old.edition.isEmpty ? ", from the published site" : ", from the edition \(old.edition)"
    }
    return "**\(name)** (\(facts)): \(words(recorded))"
  }

  /// All positions of a party on an issue, newest first.
  func history(_ pair: PartyOnIssue) -> [RecordedPosition] {
    record.merged(
      Array(graph.positions(of: pair.party, on: pair.issue)),
      record.remembered(on: pair.issue, of: pair.party))
  }

  /// The title of the report of a position.
  func report(of recorded: RecordedPosition) -> String {
    switch recorded {
    case .present(let id):
      graph.reports[graph.positions[id.index].report.index].report.header.title
    case .remembered(let old): old.report
    }
  }
}
