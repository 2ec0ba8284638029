import Content
import Diagnostics
import Graph
import Markdown
import Text

/// Where things are declared and used.
enum Navigation {
  static func definition(_ snapshot: Snapshot, _ params: PositionParams) -> [FileLocation]? {
    guard let found = found(snapshot, params.textDocument, params.position) else { return nil }
    return places(of: found.target, snapshot)
  }

  static func found(
    _ snapshot: Snapshot, _ document: DocumentIdentifier, _ position: TextPosition
  ) -> SymbolFinder.Found? {
    guard let (path, offset) = snapshot.cursor(document, position), let file = snapshot.file(path),
      let lines = snapshot.lines(path)
    else { return nil }
    return SymbolFinder(file, lines, in: snapshot.graph).find(at: offset)
  }

  /// The places where something is declared.
  private static func places(of target: SymbolTarget, _ snapshot: Snapshot) -> [FileLocation]? {
    let graph = snapshot.graph
    switch target {
    case .issue, .party:
      return target.mentionSubject.flatMap { graph.declaration(of: $0) }.map { [snapshot.location($0)] }
    case .report(let id): return [title(graph.reports[id.index].report.header, snapshot)]
    case .page(let address):
      return graph.authoredPages.first { $0.address == address }.map { [title($0.page.header, snapshot)] }
    case .position(let id): return [location(id, snapshot)]
    case .positions(let ids): return ids.map { location($0, snapshot) }
    case .block(let path, let node), .footnote(let path, let node):
      return snapshot.file(path).map { file in
        [node].map {
          snapshot.location(
            Place(path: file.header.sourcePath, range: file.header.document.nodes[$0].source.range))
        }
      }
    case .source(let key): return source(key, snapshot).map { [snapshot.location($0)] }
    case .asset(let path): return [FileLocation(uri: snapshot.uri(path), range: .start)]
    case .stance, .pair: return nil
    }
  }

  private static func title(_ header: FileHeader, _ snapshot: Snapshot) -> FileLocation {
    snapshot.location(Place(path: header.sourcePath, range: header.titleRange))
  }

  private static func location(_ id: ID<Position>, _ snapshot: Snapshot) -> FileLocation {
    let position = snapshot.graph.positions[id.index]
    let header = snapshot.graph.reports[position.report.index].report.header
    return snapshot.location(
      Place(path: header.sourcePath, range: header.document.nodes[position.cell].source.range))
  }

  /// The place where a source is described.
  static func source(_ key: String, _ snapshot: Snapshot) -> Place? {
    snapshot.graph.settings.sources.entries.first { $0.key == key }?.place
  }

  static func references(_ snapshot: Snapshot, _ params: ReferenceParams) -> [FileLocation]? {
    guard let found = found(snapshot, params.textDocument, params.position) else { return nil }
    let includesDeclaration = params.context?.includeDeclaration ?? true
    if let subject = found.target.mentionSubject {
      let declaration = snapshot.graph.declaration(of: subject)
      var locator = FileLocator(snapshot)
      return snapshot.graph.occurrences(of: subject)
        .filter { includesDeclaration || $0.place != declaration && $0.role != .title }
        .map { locator.location($0.place) }
    }
    var places = References(snapshot.graph).places(of: found.target)
    if includesDeclaration, let own = Navigation.places(of: found.target, snapshot) {
      return own + snapshot.locations(places).filter { !own.contains($0) }
    }
    places.sort()
    return snapshot.locations(places)
  }

  static func links(_ snapshot: Snapshot, _ params: DocumentParams) -> [DocumentLink]? {
    guard let path = snapshot.path(params.textDocument.uri), let file = snapshot.file(path),
      var lines = snapshot.lines(path)
    else { return nil }
    let nodes = file.header.document.nodes
    return file.links.targets.compactMap { entry in
      guard let target = SymbolTarget(entry.target, in: file, snapshot.graph),
        let place = places(of: target, snapshot)?.first
      else { return nil }
      let range = lines.nextRange(of: nodes[Int(entry.node)].source.range, snapshot.client.unit)
      let line = place.range.start.line
      return DocumentLink(range: range, target: place.uri + (line > 0 ? "#L\(line + 1)" : ""))
    }
  }
}

/// Links to pages, positions, headings, footnotes and sources.
struct References {
  private let graph: IssueGraph

  init(_ graph: IssueGraph) { self.graph = graph }

  /// The links that lead to `target`, and the citations of a source; unsorted.
  func places(of target: SymbolTarget) -> [Place] {
    graph.authoredPaths.flatMap { path -> [Place] in
      guard let file = SiteFile(path, in: graph) else { return [] }
      return places(of: target, in: file)
    }
  }

  func places(of target: SymbolTarget, in file: SiteFile) -> [Place] {
    let header = file.header
    let nodes = header.document.nodes
    switch target {
    case .footnote(let path, let definition):
      guard path == header.path else { return [] }
      return nodes.filter { $0.kind == .footnoteReference && $0.detail == nodes[definition].detail }
        .map { Place(path: header.sourcePath, range: $0.source.range) }
    case .source(let key): return citations(of: key, in: header)
    default:
      return file.links.targets.filter { entry in
        guard let other = SymbolTarget(entry.target, in: file, graph) else { return false }
        if other == target { return true }
        if case .positions(let ids) = other, case .position(let id) = target { return ids.contains(id) }
        if case .block(let path, _) = other, case .report(let id) = target {
          return graph.reports[id.index].report.header.path == path
        }
        return false
      }
      .map { Place(path: header.sourcePath, range: nodes[Int($0.node)].source.range) }
    }
  }

  private func citations(of key: String, in header: FileHeader) -> [Place] {
    let document = header.document
    var numbers: Set<Int32> = []
    for node in document.nodes where node.kind == .footnoteDefinition {
      let label = document.string(node.text)
      if label == "@" + key || label.hasPrefix("@\(key),") { numbers.insert(node.detail) }
    }
    if numbers.isEmpty { return [] }
    return document.nodes.filter { $0.kind == .footnoteReference && numbers.contains($0.detail) }
      .map { Place(path: header.sourcePath, range: $0.source.range) }
  }
}

extension IssueGraph {
  /// The paths of all Markdown files of the site, below the content folder.
  var authoredPaths: [String] {
    reports.map(\.report.header.path) + authoredPages.map(\.page.header.path)
      + issues.compactMap { $0.file?.header.path } + parties.compactMap { $0.file?.header.path }
  }
}
