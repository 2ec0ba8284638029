import Graph

/// The citations of a site’s reports and positions, in the words of its language.
package struct SiteCitations: Sendable {
  /// What is cited; an empty set is all.
  package struct Choice: Sendable, Hashable {
    var reports: Set<ID<ReportEntry>>
    var issues: Set<ID<Issue>>
    var parties: Set<ID<Party>>

    package init(
      reports: Set<ID<ReportEntry>> = [], issues: Set<ID<Issue>> = [], parties: Set<ID<Party>> = []
    ) {
      self.reports = reports
      self.issues = issues
      self.parties = parties
    }

    func includes(_ position: Position) -> Bool {
      (reports.isEmpty || reports.contains(position.report))
        && (issues.isEmpty || issues.contains(position.issue))
        && (parties.isEmpty || parties.contains(position.party))
    }
  }

  private let graph: IssueGraph
  private let words: LocalizedStrings

  package init(_ graph: IssueGraph) {
    self.graph = graph
    words = Theme(language: graph.settings.language).words
  }

  /// By report: the report itself, then its positions. Reports without a position of the choice are left out, unless reports
  /// alone or nothing is chosen.
  package func citations(of choice: Choice) -> [CitationFacts] {
    let needsPosition = !choice.issues.isEmpty || !choice.parties.isEmpty
    return graph.reports.flatMap { entry -> [CitationFacts] in
      guard choice.reports.isEmpty || choice.reports.contains(entry.id) else { return [] }
      let positions = graph.comparisonsOfReport[entry.id].flatMap { graph.positionsOfComparison[$0] }
        .map { graph.positions[$0.index] }.filter(choice.includes)
      if positions.isEmpty, needsPosition { return [] }
      let report = Citation(entry, settings: graph.settings, words: words).facts
      return [report] + positions.map { Citation($0, in: graph, words: words).facts }
    }
  }
}
