import Diagnostics

/// Where two reports describe a source differently; see `SourceDescriptions.differences`.
package struct SourceDifferences: Sendable {
  package let diagnostics: [Diagnostic]
  private let graph: IssueGraph

  package init(_ graph: IssueGraph) {
    self.graph = graph
    diagnostics = SourceDescriptions(graph).differences
  }

  private init(_ diagnostics: [Diagnostic], in graph: IssueGraph) {
    self.diagnostics = diagnostics
    self.graph = graph
  }

  /// The same for a graph with the same names, addresses and tables. Most changes are about no source.
  package func updating(_ graph: IssueGraph) -> SourceDifferences {
    let isSame = GraphChange(from: self.graph, to: graph).reports.allSatisfy { report in
      let path = graph.reports[report.index].report.header.sourcePath
      return !diagnostics.contains { $0.pointsInto(path) }
        && SourceDescriptions.areSame(of: report, in: self.graph, and: graph)
    }
    return isSame ? SourceDifferences(diagnostics, in: graph) : SourceDifferences(graph)
  }
}
