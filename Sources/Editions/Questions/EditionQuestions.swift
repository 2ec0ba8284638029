import Content
import Diagnostics
import Graph
import Text

/// What authors are asked about the site as it is now, because the newest edition says something else.
///
/// Diagnostics: `proposition-changed` and `changed-since-edition`.
package struct EditionQuestions {
  let edition: Edition
  let difference: RecordDifference
  let graph: IssueGraph
  /// The day that proposed entries carry.
  let today: PartialDate

  /// - Parameters:
  ///   - edition: the newest edition that readers could see.
  ///   - difference: from the edition to `graph`.
  ///   - today: the day of the build; nil: the day of the edition takes its place.
  package init(since edition: Edition, _ difference: RecordDifference, graph: IssueGraph, today: PartialDate?)
  {
    self.edition = edition
    self.difference = difference
    self.graph = graph
    self.today = today ?? edition.date
  }

  package var diagnostics: [Diagnostic] { propositionQuestions + CellQuestions(self).diagnostics }

  /// The issues whose proposition is another one than in the edition, unless `proposition-history:` holds that one.
  private var propositionQuestions: [Diagnostic] {
    let changes = difference.subjects.compactMap { change -> (slug: String, before: String)? in
      guard change.kind == .issue, let slug = change.after.first?.slug,
        let before = change.fields.first(where: { $0.name == .proposition })?.before
      else { return nil }
      return (slug, before)
    }
    if changes.isEmpty { return [] }
    let issues = Dictionary(graph.issues.map { ($0.slug, $0) }) { first, _ in first }
    return changes.compactMap { change in issues[change.slug].flatMap { question($0, before: change.before) }
    }
  }

  private func question(_ issue: Issue, before: String) -> Diagnostic? {
    guard let file = issue.file, let proposition = file.authoredProposition else { return nil }
    let old = CellEdit.folded(before)
    let isAnswered = file.propositionHistory.contains { CellEdit.folded($0.text) == old }
    if isAnswered || CellEdit.folded(proposition.text) == old { return nil }
    let count = graph.positionsOfIssue[issue.id].count {
      graph.positions[$0.index].stance != nil && graph.earlierProposition(of: $0) == nil
    }
    if count == 0 { return nil }
    return Diagnostic(
      .propositionChanged, at: Place(path: file.header.sourcePath, range: proposition.range),
      "the edition “\(edition.name)” has another proposition: “\(before)”; check \(count.counted("stance")) against this one",
      suggestion: Suggestion(
        "add to “proposition-history:” the entry - {until: \(edition.date), text: \(JSONWriter.quoted(before))}, "
          + "with “same-meaning: true” if only the words are new"))
  }
}
