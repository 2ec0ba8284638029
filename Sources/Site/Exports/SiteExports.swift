import Graph

/// The files of data that go with a site.
package enum SiteExports {
  /// A form in which the graph is given to other programs.
  package enum Format: String, Sendable, CaseIterable {
    case csv
    case jsonGraph = "json-graph"
    case graphML = "graphml"
  }

  /// The graph in one of the forms.
  package static func bytes(_ graph: IssueGraph, as format: Format) -> [UInt8] {
    switch format {
    case .csv: PositionTable.csv(graph)
    case .jsonGraph: JSONGraphFile.bytes(graph)
    case .graphML: GraphMLFile.bytes(graph)
    }
  }
}
