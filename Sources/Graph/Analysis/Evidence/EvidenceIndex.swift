import Content

/// On which sources and on what kinds of evidence positions rest.
package struct EvidenceIndex: Sendable {
  /// The sources of each position of the graph, in order of appearance, without duplicates.
  private let sources: [[SourceIdentity]]
  private let graph: IssueGraph

  package init(_ graph: IssueGraph) {
    self.graph = graph
    var reader = PositionSources()
    sources = graph.positions.map { reader.identities(of: $0, in: graph) }
  }

  /// The current positions, by issue, then party.
  package var current: [ID<Position>] {
    graph.issues.flatMap { issue in graph.standings[issue.id].flatMap(\.positions) }
  }

  /// The current positions without a source.
  package var unsourced: [ID<Position>] { current.filter { sources[$0.index].isEmpty } }

  /// The current positions that rest on one source alone.
  package var singleSourced: [ID<Position>] { current.filter { sources[$0.index].count == 1 } }

  /// The current positions that rest on a kind of evidence.
  package func current(on evidence: Evidence) -> [ID<Position>] {
    current.filter { graph.positions[$0.index].evidence == evidence }
  }

  /// All positions that rest on a source, by issue, then the newest first.
  package func positions(on source: SourceIdentity) -> [ID<Position>] {
    graph.issues.flatMap { issue in
      graph.positionsOfIssue[issue.id].filter { sources[$0.index].contains(source) }
    }
  }

  /// The addresses of all sources, as they are compared.
  package var addresses: Set<String> {
    var addresses: Set<String> = []
    for case .address(let address) in sources.joined() { addresses.insert(address) }
    return addresses
  }
}

extension PositionSources {
  /// What the sources of a position are, in order of appearance, without duplicates.
  mutating func identities(of position: Position, in graph: IssueGraph) -> [SourceIdentity] {
    guard position.plainWords.isEmpty else { return [] }
    var found: [SourceIdentity] = []
    forEachSource(of: position, in: graph) { source in
      let identity: SourceIdentity =
        switch source {
        case .link(let address): SourceIdentity(address: address)
        case .note(let number, _): .note(position.report, number: number)
        }
      if !found.contains(identity) { found.append(identity) }
    }
    return found
  }
}
