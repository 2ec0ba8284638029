import Content
import Graph

/// A snapshot of the whole graph under a name (wasRevisionOf in PROV): the positions of every party on one
/// day.
package struct Edition: Sendable, Hashable {
  /// The version of the file format that this code writes. It reads this version and older ones.
  static let schemaVersion = 1

  /// A slug: the file name without its extension.
  package private(set) var name: String
  /// The day on which it was created.
  package let date: PartialDate
  /// Sorted by slug.
  package let reports: [FrozenReport]
  /// Sorted by slug.
  package let issues: [FrozenIssue]
  /// Sorted by slug.
  package let parties: [FrozenParty]
  /// Sorted by issue, party, report and ordinal.
  package let positions: [FrozenPosition]

  /// An edition of these records, given in any order.
  package init(
    name: String, date: PartialDate, reports: [FrozenReport], issues: [FrozenIssue],
    parties: [FrozenParty], positions: [FrozenPosition]
  ) {
    self.name = name
    self.date = date
    self.reports = reports.sorted { $0.slug < $1.slug }
    self.issues = issues.sorted { $0.slug < $1.slug }
    self.parties = parties.sorted { $0.slug < $1.slug }
    self.positions = positions.sorted()
  }
}

extension Edition {
  /// The same edition under another name.
  package func renamed(_ name: String) -> Edition {
    var next = self
    next.name = name
    return next
  }

  /// A snapshot of `graph`.
  ///
  /// - Parameter date: the day on which it is taken.
  package init(freezing graph: IssueGraph, name: String, date: PartialDate) {
    self.init(
      name: name, date: date,
      reports: graph.reports.map {
        FrozenReport(
          slug: $0.slug, path: $0.report.header.path, title: $0.report.header.title, date: $0.report.date)
      },
      issues: graph.issues.map {
        FrozenIssue(slug: $0.slug, name: $0.name, aliases: $0.aliases, proposition: $0.file?.proposition)
      },
      parties: graph.parties.map {
        FrozenParty(
          slug: $0.slug, name: $0.name, aliases: $0.aliases,
          actsFor: $0.actsFor.map { graph.parties[$0.index].slug })
      },
      positions: graph.positions.map { FrozenPosition(freezing: $0, in: graph) })
  }
}

extension FrozenPosition {
  /// A position of `graph`.
  init(freezing position: Position, in graph: IssueGraph) {
    let report = graph.reports[position.report.index]
    self.init(
      issue: graph.issues[position.issue.index].slug, party: graph.parties[position.party.index].slug,
      report: report.slug, ordinal: position.ordinal, quote: graph.quote(of: position.id),
      stance: position.stance, date: position.date, origin: position.dateOrigin,
      anchor: graph.anchor(of: position.id))
  }
}
