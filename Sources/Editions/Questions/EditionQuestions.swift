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
  static let mostOfReport = Limit.editionQuestions.value

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

  package var diagnostics: [Diagnostic] {
    propositionQuestions + dateQuestions + CellQuestions(self).diagnostics
  }

  /// The reports whose new date made other positions current: each with one of the standings that changed.
  private var dateQuestions: [Diagnostic] {
    let changes = difference.changes.filter {
      $0.kind == .corrected && $0.cause == .reportDate && $0.notes.isEmpty
        && Set($0.before.map(\.excerpt)) != Set($0.after.map(\.excerpt))
    }
    if changes.isEmpty { return [] }
    let reports = Dictionary(graph.reports.map { ($0.slug, $0) }) { first, _ in first }
    return difference.subjects.compactMap { subject in
      guard subject.kind == .report, let field = subject.fields.first(where: { $0.name == .date }),
        let slug = subject.after.first?.slug, let entry = reports[slug]
      else { return nil }
      let slugs = Set((subject.before + subject.after).map(\.slug))
      let own = changes.filter { ($0.before + $0.after).contains { slugs.contains($0.position.report) } }
      return own.first.map { question($0, and: own.count - 1, field, of: entry) }
    }
  }

  /// - Parameter count: how many other standings changed.
  private func question(
    _ change: RecordChange, and count: Int, _ field: SubjectChange.Field, of entry: ReportEntry
  ) -> Diagnostic {
    func excerpts(_ sides: [RecordChange.Side]) -> String {
      sides.isEmpty ? "not on record" : sides.map { "“\($0.excerpt)”" }.joined(separator: " and ")
    }
    let header = entry.report.header
    let others = count > 0 ? "; \(count.counted("other position")) also changed" : ""
    return Diagnostic(
      .changedSinceEdition, at: Place(path: header.sourcePath),
      "this report is now \(Self.dated(field.after)) but was \(Self.dated(field.before)) in the edition “\(edition.name)”; "
        + "“\(change.party.name)” on “\(change.issue.name)” is now \(excerpts(change.after)) but was \(excerpts(change.before))\(others)",
      suggestion: Suggestion(
        "for a correction, add to “corrections:” - {date: \(today), note: \"…\"}; if parties moved, restore the date, "
          + "set “updated:”, and add {as-of=…} to the newer cells"))
  }

  private static func dated(_ date: String?) -> String { date.map { "dated " + $0 } ?? "undated" }

  /// The issues whose proposition differs from the one in the edition, unless `proposition-history:` holds that one.
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
        suggestion: Suggestion("record the next edition when you have checked the stances"))
    }
    let entry = "- {until: \(edition.date), text: \(JSONWriter.quoted(before))}"
    guard proposition != nil else {
      return Diagnostic(
        .propositionChanged, at: place,
        "the proposition that the edition “\(name)” had for “\(issue.name)” has been removed: “\(before)”; "
          + "\(count == 1 ? "1 stance no longer answers" : "\(count) stances no longer answer") a proposition",
        suggestion: Suggestion(
          "restore “proposition:” in the issue’s file, or add this entry to “proposition-history:”: \(entry)"
        ))
    }
    return Diagnostic(
      .propositionChanged, at: place,
      "the edition “\(name)” has a different proposition: “\(before)”; check \(stances) against this one",
      suggestion: Suggestion(
        "add this entry to “proposition-history:”: \(entry), with “same-meaning: true” if only the wording has changed"
      ))
  }
}
