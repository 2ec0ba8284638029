import Content
import Diagnostics

/// A graph together with what it was made from, so that a change of one file need not link all the others again.
///
/// A value: what comes of a change is another one, and this one stays as it was.
package struct LinkedGraph: Sendable {
  /// How far a change of one file reaches.
  package enum Extent: Int, Sendable, Comparable {
    /// The text of one report: every list of the graph has its elements at the places they had, and no page has come or gone.
    /// (The lists of mentions may have changed.)
    case text
    /// The lists of the graph; names, addresses and kinds of table are as they were.
    case lists

    package static func < (left: Extent, right: Extent) -> Bool { left.rawValue < right.rawValue }
  }

  package private(set) var graph: IssueGraph
  /// In the order of the builder's files; boxed, so that a copy of the list is cheap.
  private var files: [LinkedFileBox]
  private var builder: GraphBuilder
  /// Diagnostics that only the whole graph gives.
  private var graphDiagnostics: [Diagnostic]

  /// - Parameter linked: what `builder.link` gave for 0 ..< count, in that order.
  package init(_ builder: GraphBuilder, _ linked: [GraphBuilder.Linked]) {
    self.init(builder, files: linked.map { LinkedFileBox($0.file) })
  }

  private init(_ builder: GraphBuilder, files: [LinkedFileBox]) {
    var assembly = GraphAssembly(builder.site, files.map(\.file), builder.relations, builder.feeds)
    graph = assembly.graph()
    graphDiagnostics = assembly.diagnostics
    self.files = files
    self.builder = builder
  }

  /// Diagnostics of names, addresses, relations and links.
  package var diagnostics: [Diagnostic] {
    var diagnostics = builder.diagnostics
    for box in files { diagnostics += box.file.diagnostics }
    return diagnostics + graphDiagnostics
  }

  /// The graph after one file has changed; nil: the change reaches the names, addresses or tables that all files
  /// share, so that everything has to be linked again.
  package func replacing(_ file: Authored) -> (LinkedGraph, Extent)? {
    guard case .file(let index)? = builder.site.shared.paths[file.header.path] else { return nil }
    guard let site = builder.site.replacing(index, with: file, builder: self) else { return nil }
    var next = self
    next.builder = builder.replacing(site)
    let linked = next.builder.link(index).file
    next.files[index] = LinkedFileBox(linked)
    if case .report(let before) = builder.site.files[index], case .report(let after) = file,
      graphDiagnostics.isEmpty,
      let change = ReportChange(index, from: (before, files[index].file), to: (after, linked)),
      let graph = change.graph(graph, next.builder, next.files)
    {
      next.graph = graph
      return (next, change.extent)
    }
    return (LinkedGraph(next.builder, files: next.files), .lists)
  }

  /// Whether a diagnostic that another file causes points into this one.
  func isPointedAt(_ path: String, fromFilesBut index: Int) -> Bool {
    let pointsAt = { (diagnostic: Diagnostic) in
      diagnostic.place?.path == path || diagnostic.notes.contains { $0.place?.path == path }
    }
    if builder.diagnostics.contains(where: pointsAt) { return true }
    return files.enumerated().contains { other, box in
      other != index && box.file.diagnostics.contains(where: pointsAt)
    }
  }
}

/// What linking one file gave, in a box.
final class LinkedFileBox: Sendable {
  let file: LinkedFile

  init(_ file: LinkedFile) { self.file = file }
}
