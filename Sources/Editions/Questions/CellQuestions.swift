import Content
import Diagnostics
import Graph
import Text

/// The cells that differ from the newest edition without being newer: was each of them corrected, or has the party moved?
struct CellQuestions {
  /// A changed cell and its place in the report.
  private struct Question {
    let change: RecordChange
    let report: ID<ReportEntry>
    /// The cell’s node in the report’s document.
    let cell: Int
  }

  private struct Cell: Hashable {
    let report: ID<ReportEntry>
    let anchor: String
  }

  private let questions: EditionQuestions
  private var graph: IssueGraph { questions.graph }

  init(_ questions: EditionQuestions) {
    self.questions = questions
  }

  /// In the order of the reports and, in each, of the cells.
  var diagnostics: [Diagnostic] {
    let changes = questions.difference.changes.filter {
      $0.kind == .corrected && $0.cause == .cell && !$0.isMinor && $0.notes.isEmpty
    }
    if changes.isEmpty { return [] }
    var diagnostics: [Diagnostic] = []
    var count = 0
    let all = located(changes)
    for (index, question) in all.enumerated() {
      count = index > 0 && all[index - 1].report == question.report ? count + 1 : 1
      if count <= EditionQuestions.mostOfReport {
        diagnostics.append(diagnostic(question))
      } else if count == EditionQuestions.mostOfReport + 1 {
        let rest = all[index...].prefix { $0.report == question.report }.count
        diagnostics.append(further(rest, from: question))
      }
    }
    return diagnostics
  }

  /// The changes whose cells are in the graph, by report and place.
  private func located(_ changes: [RecordChange]) -> [Question] {
    let reports = Dictionary(graph.reports.map { ($0.slug, $0.id) }) { first, _ in first }
    let sides = changes.compactMap { $0.after.last?.position }
    let wanted = Set(sides.compactMap { reports[$0.report] })
    var cells: [Cell: Int] = [:]
    for position in graph.positions where wanted.contains(position.report) {
      cells[Cell(report: position.report, anchor: graph.anchor(of: position.id))] = position.cell
    }
    let silent = changes.contains { $0.silence?.cell != nil } ? silentCells() : [:]
    let questions = changes.compactMap { change -> Question? in
      if let position = change.after.last?.position {
        guard let report = reports[position.report],
          let cell = cells[Cell(report: report, anchor: position.anchor)]
        else { return nil }
        return Question(change: change, report: report, cell: cell)
      }
      guard let silence = change.silence?.cell, let report = reports[silence.report],
        let cell = silent[SilentPlace(report: report, issue: silence.issue, party: silence.party)]
      else { return nil }
      return Question(change: change, report: report, cell: cell)
    }
    return questions.sorted { ($0.report, $0.cell) < ($1.report, $1.cell) }
  }

  private struct SilentPlace: Hashable {
    let report: ID<ReportEntry>
    let issue: String
    let party: String
  }

  /// The nodes of the silent cells; of several for one pair in a report, the first.
  private func silentCells() -> [SilentPlace: Int] {
    let cells = graph.silentCells.map { cell in
      let place = SilentPlace(
        report: cell.report, issue: graph.issues[cell.issue.index].slug,
        party: graph.parties[cell.party.index].slug)
      return (place, cell.cell)
    }
    return Dictionary(cells) { first, _ in first }
  }

  private func diagnostic(_ question: Question) -> Diagnostic {
    let change = question.change
    let name = JSONWriter.quoted("[[\(change.issue.name)#\(change.party.name)]]")
    let today = questions.today
    return Diagnostic(
      .changedSinceEdition, at: place(of: question),
      "“\(change.party.name)” on “\(change.issue.name)” \(Self.description(change, questions.edition.name))",
      suggestion: Suggestion(
        "for a correction, add to “corrections:” - {date: \(today), position: \(name), note: \"…\"}; "
          + "for a move, add {as-of=\(today)} to the cell and set “updated: \(today)”"))
  }

  private func further(_ count: Int, from question: Question) -> Diagnostic {
    let differ = count == 1 ? "differs" : "differ"
    return Diagnostic(
      .changedSinceEdition, at: place(of: question),
      "\(count.counted("more cell")) in this report \(differ) from the edition “\(questions.edition.name)” but \(count == 1 ? "is" : "are") not dated later",
      suggestion: Suggestion(
        "for corrections, a single “corrections:” entry without “position” covers them all; for moves, date the cells or the table"
      ))
  }

  private func place(of question: Question) -> Place {
    let header = graph.reports[question.report.index].report.header
    return Place(path: header.sourcePath, range: header.document.nodes[question.cell].source.range)
  }

  /// What the cell was and what it is, as the rest of a sentence.
  private static func description(_ change: RecordChange, _ edition: String) -> String {
    let new = change.after.last.map { "“\($0.excerpt)”" } ?? "silent"
    // What was added to a cell that was empty is told with the standing that it replaced.
    guard change.added.isEmpty, let old = change.before.last else {
      return "is now \(new) but was empty in the edition “\(edition)”, and the report’s date has not changed"
    }
    if let new = change.after.last, new.position.issue != old.position.issue,
      new.position.text == old.position.text
    {
      return
        "was on “\(old.issue)” in the edition “\(edition)”; if that is another name for the issue, add it to “aliases:” in its file"
    }
    if change.after.last.map({ $0.excerpt }) == old.excerpt {
      return "has a different source or date from the one in the edition “\(edition)”, but is not newer"
    }
    return "is now \(new) but was “\(old.excerpt)” in the edition “\(edition)”, and its date is not later"
  }
}
