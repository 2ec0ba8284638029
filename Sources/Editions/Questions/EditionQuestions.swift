import Content
import Diagnostics
import Graph
import Text

extension RecordChange.Side {
  /// The words of a cell are shown up to so many characters in a message.
  private static let longestWords = 60

  /// The mark and the words of the cell, shortened for a message.
  var excerpt: String {
    let words = position.text
    let shown = words.count <= Self.longestWords ? words : words.prefix(Self.longestWords - 1) + "…"
    return [position.stance.map { "[\($0.rawValue)]" }, shown].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

/// What authors are asked about the site as it is now, because the newest edition says something else.
///
/// Diagnostics: `proposition-changed` and `changed-since-edition`.
package struct EditionQuestions {
  /// Up to so many cells of a report are named in messages; the others are counted.
  static let mostOfReport = 20

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
