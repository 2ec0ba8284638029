import Graph

/// A file of data that is part of the site.
enum DataFile: Sendable, Hashable, CaseIterable {
  case positions, positionsMetadata, jsonGraph, graphML, changesFeed, cellHashes

  /// Its path below the output folder.
  var path: String {
    switch self {
    case .positions: "positions.csv"
    case .positionsMetadata: "positions.csv-metadata.json"
    case .jsonGraph: "graph.json"
    case .graphML: "graph.graphml"
    case .changesFeed: SiteFeeds.path(of: ChangeListPage.address)
    case .cellHashes: "changes.json"
    }
  }

  /// The files that a site has.
  static func files(of graph: IssueGraph, history: EditionHistory) -> [DataFile] {
    allCases.filter { file in
      switch file {
      case .positions, .positionsMetadata, .jsonGraph, .graphML: graph.settings.pageKinds[.exports]
      case .changesFeed: history.hasFeed(graph.settings)
      case .cellHashes: CellHashes.isEnabled(graph)
      }
    }
  }

  func bytes(_ graph: IssueGraph, history: EditionHistory, words: Words) -> [UInt8] {
    switch self {
    case .positions: PositionTable.csv(graph)
    case .positionsMetadata: PositionTable.metadata(graph.settings)
    case .jsonGraph: JSONGraphFile.bytes(graph)
    case .graphML: GraphMLFile.bytes(graph)
    case .changesFeed: ChangesFeed(history, settings: graph.settings, words: words).bytes
    case .cellHashes: CellHashes.bytes(graph)
    }
  }
}
