import Content
import Diagnostics

/// A graph together with the results of linking, so that a change to one file does not require linking all
/// others again.
///
/// A value type: a change gives a new value and leaves this one unchanged.
package struct LinkedGraph: Sendable {
  /// What a change to one file affects.
  package enum Extent: Int, Sendable, Comparable {
    /// The text of one report: all lists of the graph keep their elements in place, and no page is added or
    /// removed. (The lists of mentions may have changed.)
    case text
    /// The lists of the graph; names, addresses and kinds of table are unchanged.
    case lists

    package static func < (left: Extent, right: Extent) -> Bool { left.rawValue < right.rawValue }
  }

  package private(set) var graph: IssueGraph
  /// In the order of the builder's files; boxed, so that copying the list is cheap.
  private var files: [LinkedFileBox]
  private var builder: GraphBuilder
  /// Diagnostics that depend on the whole graph.
  private var graphDiagnostics: [Diagnostic]

  /// - Parameter linked: the results of `builder.link` for 0 ..< count, in that order.
  package init(_ builder: GraphBuilder, _ linked: [GraphBuilder.Linked]) {
    self.init(builder, files: linked.map { LinkedFileBox($0.file) })
  }

  private init(_ builder: GraphBuilder, files: [LinkedFileBox]) {
    var assembly = GraphAssembly(builder.site, files.map(\.file), builder.relations, builder.listed)
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

  /// The graph after a change to one file; nil: the change affects names, addresses or tables that all files
  /// share, so all files have to be linked again.
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

  /// Whether a diagnostic of names, addresses or relations points into a file.
  func hasNameDiagnostic(in path: String) -> Bool { builder.diagnostics.contains { $0.pointsInto(path) } }

  /// Whether a diagnostic that was found in another file points into this one.
  func isPointedAt(_ path: String, fromFilesBut index: Int) -> Bool {
    return files.enumerated().contains { other, box in
      other != index && box.file.diagnostics.contains { $0.pointsInto(path) }
    }
  }
}

extension Diagnostic {
  fileprivate func pointsInto(_ path: String) -> Bool {
    place?.path == path || notes.contains { $0.place?.path == path }
  }
}

/// The result of linking one file, boxed.
final class LinkedFileBox: Sendable {
  let file: LinkedFile

  init(_ file: LinkedFile) { self.file = file }
}
