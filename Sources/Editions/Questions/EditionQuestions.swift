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
    let changes = difference.subjects.compactMap { change -> (slug: String, before: String?)? in
      guard change.kind == .issue, let slug = change.after.first?.slug,
        let field = change.fields.first(where: { $0.name == .proposition })
      else { return nil }
      return (slug, field.before)
    }
    if changes.isEmpty { return [] }
    let issues = Dictionary(graph.issues.map { ($0.slug, $0) }) { first, _ in first }
    return changes.compactMap { change in issues[change.slug].flatMap { question($0, before: change.before) }
    }
  }

  private func question(_ issue: Issue, before: String?) -> Diagnostic? {
    let proposition = issue.file?.authoredProposition
    let old = before.map(ComparableText.of)
    let isAnswered = issue.file?.propositionHistory.contains { ComparableText.of($0.text) == old } ?? false
    if isAnswered || proposition.map({ ComparableText.of($0.text) }) == old { return nil }
    let count = graph.positionsOfIssue[issue.id].count {
      graph.positions[$0.index].stance != nil && graph.earlierProposition(of: $0) == nil
    }
    if count == 0 { return nil }
    let place = issue.file.map { Place(path: $0.header.sourcePath, range: proposition?.range) }
    let name = edition.name
    let stances = count.counted("stance")
    guard let before else {
      return Diagnostic(
        .propositionChanged, at: place,
        "the edition “\(name)” has no proposition for “\(issue.name)”; check \(stances) against this one",
        suggestion: Suggestion("make the next edition when the stances have been checked"))
    }
    let entry = "- {until: \(edition.date), text: \(JSONWriter.quoted(before))}"
    guard proposition != nil else {
      return Diagnostic(
        .propositionChanged, at: place,
        "the edition “\(name)” has a proposition for “\(issue.name)” that is gone: “\(before)”; "
          + "\(count == 1 ? "1 stance answers" : "\(count) stances answer") no sentence now",
        suggestion: Suggestion(
          "restore “proposition:” in the file of the issue, or add to “proposition-history:” the entry \(entry)"
        ))
    }
    return Diagnostic(
      .propositionChanged, at: place,
      "the edition “\(name)” has another proposition: “\(before)”; check \(stances) against this one",
      suggestion: Suggestion(
        "add to “proposition-history:” the entry \(entry), with “same-meaning: true” if only the words are new"
      ))
  }
}
