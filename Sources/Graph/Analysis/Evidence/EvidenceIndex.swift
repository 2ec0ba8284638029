import Content

/// On which sources and on what kinds of evidence positions rest.
package struct EvidenceIndex: Sendable {
  /// The sources of each position of the graph, in order of appearance, without duplicates.
  private let sources: [[SourceIdentity]]
  private var graph: IssueGraph
  /// By issue, then the newest first.
  private var positionsOfSource: [SourceIdentity: [ID<Position>]] = [:]

  package init(_ graph: IssueGraph) {
    var reader = PositionSources()
    self.init(graph, graph.positions.map { reader.identities(of: $0, in: graph) })
  }

  /// The same for a graph that differs by `change`.
  package func updating(_ graph: IssueGraph, after change: GraphChange) -> EvidenceIndex {
    var reader = PositionSources()
    var sources: [[SourceIdentity]] = []
    sources.reserveCapacity(graph.positions.count)
    var (end, isSame) = (0, change.keepsPositions)
    for report in change.reports {
      let old = self.graph.places(of: report)
      let new = graph.positions(of: report).map { reader.identities(of: $0, in: graph) }
      isSame = isSame && self.sources[old].elementsEqual(new)
      sources += self.sources[end..<old.lowerBound] + new
      end = old.upperBound
    }
    guard isSame else { return EvidenceIndex(graph, sources + self.sources[end...]) }
    var next = self
    next.graph = graph
    return next
  }

  private init(_ graph: IssueGraph, _ sources: [[SourceIdentity]]) {
    self.graph = graph
    self.sources = sources
    for issue in graph.issues {
      for id in graph.positionsOfIssue[issue.id] {
        for source in sources[id.index] { positionsOfSource[source, default: []].append(id) }
      }
    }
  }

  /// How many current positions rest on no source and on a single one; without comparing addresses where a cell has one reference.
  package static func counts(of graph: IssueGraph) -> (unsourced: Int, singleSourced: Int) {
    var isCurrent = [Bool](repeating: false, count: graph.positions.count)
    for issue in graph.issues {
      for standing in graph.standings[issue.id] where standing.heldUntil == nil {
        for id in standing.positions { isCurrent[id.index] = true }
      }
    }
    var counts = (unsourced: 0, singleSourced: 0)
    var reader = PositionSources()
    for position in graph.positions where isCurrent[position.id.index] {
      let number = reader.count(of: position, in: graph)
      if number == 0 { counts.unsourced += 1 }
      if number == 1 { counts.singleSourced += 1 }
    }
    return counts
  }

  /// How many current positions rest on each kind of evidence, perhaps besides others; nil: no kind is given.
  package static func kinds(of graph: IssueGraph) -> [Evidence?: Int] {
    var counts: [Evidence?: Int] = [:]
    for issue in graph.issues {
      for standing in graph.standings[issue.id] where standing.heldUntil == nil {
        for id in standing.positions {
          let kinds = graph.positions[id.index].evidence
          if kinds.isEmpty { counts[nil, default: 0] += 1 }
          for kind in kinds.all { counts[kind, default: 0] += 1 }
        }
      }
    }
    return counts
  }

  /// The sources that were gone when they were last checked and on which current positions rest, the most used first.
  package static func gone(in graph: IssueGraph) -> [(name: String, entry: SourceEntry?, positions: Int)] {
    let library = graph.settings.sources
    if library.gone.isEmpty { return [] }
    let index = EvidenceIndex(graph)
    let current = Set(index.current)
    var found: [(name: String, entry: SourceEntry?, positions: Int)] = []
    for (source, positions) in index.positionsOfSource {
      let count = positions.count(where: current.contains)
      switch source {
      case .entry(let key):
        guard count > 0, let entry = library.entry(key), let url = entry.url, library.isGone(url) else {
          continue
        }
        found.append((entry.name, entry, count))
      case .address(let address) where count > 0 && library.gone.contains(address):
        found.append((address, nil, count))
      default: break
      }
    }
    return found.sorted { ($1.positions, $0.name) < ($0.positions, $1.name) }
  }

  /// The current positions, by issue, then party; without those that a party held until its end.
  package var current: [ID<Position>] {
    graph.issues.flatMap { issue in
      graph.standings[issue.id].filter { $0.heldUntil == nil }.flatMap(\.positions)
    }
  }

  /// The current positions without a source.
  package var unsourced: [ID<Position>] { current.filter { sources[$0.index].isEmpty } }

  /// The current positions that rest on one source alone.
  package var singleSourced: [ID<Position>] { current.filter { sources[$0.index].count == 1 } }

  /// The current positions that rest on a kind of evidence, perhaps besides others.
  package func current(on evidence: Evidence) -> [ID<Position>] {
    current.filter { graph.positions[$0.index].evidence.contains(evidence) }
  }

  /// All positions that rest on a source, by issue, then the newest first.
  package func positions(on source: SourceIdentity) -> [ID<Position>] {
    positionsOfSource[source] ?? []
  }

  /// The sources of a position, in order of appearance, without duplicates.
  package func sources(of id: ID<Position>) -> [SourceIdentity] { sources[id.index] }

  /// The addresses that the cell of a position and its footnotes link to, with their places in the report’s file.
  package func links(of position: Position) -> [(source: SourceIdentity, address: String, range: Range<Int>)]
  {
    guard position.plainWords.isEmpty || graph.sourceCell(of: position) != nil else { return [] }
    var links: [(source: SourceIdentity, address: String, range: Range<Int>)] = []
    var reader = PositionSources()
    reader.forEachSource(of: position, in: graph) { source in
      guard case .link(let address, let range) = source else { return }
      links.append((SourceIdentity(address: address, in: graph.settings.sources), address, range))
    }
    return links
  }

  /// The addresses of all sources, as they are compared.
  package var addresses: Set<String> {
    var addresses: Set<String> = []
    for case .address(let address) in sources.joined() { addresses.insert(address) }
    for entry in graph.settings.sources.entries {
      if let url = entry.url { addresses.insert(SourceAddress.compared(url)) }
    }
    return addresses
  }

  /// The addresses of sources that are not described, as the first position writes them, with the number of positions that
  /// rest on them; the most used first.
  package var addressesWithoutEntry: [(address: String, count: Int)] {
    var written: [(address: String, count: Int)] = []
    var reader = PositionSources()
    /// The addresses in a position, as they are written, by their form for comparison.
    var links: [ID<Position>: [String: String]] = [:]
    for case (.address(let compared), let ids) in positionsOfSource {
      let position = ids[0]
      if links[position] == nil {
        var found: [String: String] = [:]
        reader.forEachSource(of: graph.positions[position.index], in: graph) { source in
          guard case .link(let link, _) = source else { return }
          let compared = SourceAddress.compared(link)
          if found[compared] == nil { found[compared] = link }
        }
        links[position] = found
      }
      if let found = links[position]?[compared], found.contains("://") {
        written.append((found, ids.count))
      }
    }
    return written.sorted { ($1.count, $0.address) < ($0.count, $1.address) }
  }
}

extension PositionSources {
  /// How many sources a position has.
  fileprivate mutating func count(of position: Position, in graph: IssueGraph) -> Int {
    if graph.sourceCell(of: position) != nil { return identities(of: position, in: graph).count }
    guard position.plainWords.isEmpty else { return 0 }
    let document = graph.reports[position.report.index].report.header.document
    let references = document.nodes[position.cell..<Int(document.nodes[position.cell].end)].lazy
      .filter { $0.kind == .link || $0.kind == .footnoteReference }.prefix(2)
    guard let first = references.first else { return 0 }
    if first.kind == .link, references.count == 1 { return 1 }
    return identities(of: position, in: graph).count
  }

  /// What the sources of a position are, in order of appearance, without duplicates.
  mutating func identities(of position: Position, in graph: IssueGraph) -> [SourceIdentity] {
    let cell = graph.sourceCell(of: position)
    guard position.plainWords.isEmpty || cell != nil else { return [] }
    var found: [SourceIdentity] = []
    var known: Set<SourceIdentity> = []
    forEachSource(of: position, in: graph) { source in
      let identity: SourceIdentity =
        switch source {
        case .link(let address, _): SourceIdentity(address: address, in: graph.settings.sources)
        case .note(let number, _): .note(position.report, number: number)
        case .entry(let key): .entry(key)
        }
      if known.insert(identity).inserted { found.append(identity) }
    }
    if let cell, !Self.plainSource(of: position, in: graph).isEmpty {
      // Footnotes have numbers from 1 on.
      found.append(.note(position.report, number: -Int32(cell)))
    }
    return found
  }
}
