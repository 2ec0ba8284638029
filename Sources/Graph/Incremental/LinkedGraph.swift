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
    /// Also which positions and silent cells one report has; all else that it says in tables and in its front matter is
    /// unchanged.
    case positions
    /// The lists of the graph; names, addresses and kinds of table are unchanged.
    case lists

    package static func < (left: Extent, right: Extent) -> Bool { left.rawValue < right.rawValue }
  }

  package private(set) var graph: IssueGraph
  private var files: LinkedFiles
  private var builder: GraphBuilder
  /// Diagnostics that depend on the whole graph.
  private var graphDiagnostics: [Diagnostic]

  /// - Parameter linked: the results of `builder.link` for 0 ..< count, in that order.
  package init(_ builder: GraphBuilder, _ linked: [GraphBuilder.Linked]) {
    self.init(builder, files: LinkedFiles(linked.map(\.file)))
  }

  private init(_ builder: GraphBuilder, files: LinkedFiles) {
    var assembly = GraphAssembly(builder.site, files.all, builder.relations, builder.listed)
    graph = assembly.graph()
    graphDiagnostics = assembly.diagnostics
    self.files = files
    self.builder = builder
  }

  /// Diagnostics of names, addresses, relations and links.
  package var diagnostics: [Diagnostic] { builder.diagnostics + files.diagnostics + graphDiagnostics }

  /// The graph after a change to one file; nil: the change affects names, addresses or tables that all files
  /// share, so all files have to be linked again.
  package func replacing(_ file: Authored) -> (LinkedGraph, Extent)? {
    guard case .file(let index)? = builder.site.shared.paths[file.header.path] else { return nil }
    guard let site = builder.site.replacing(index, with: file, builder: self) else { return nil }
    var next = self
    next.builder = builder.replacing(site)
    let linked = next.builder.link(index).file
    next.files[index] = linked
    if case .report(let before) = builder.site.files[index], case .report(let after) = file,
      graphDiagnostics.isEmpty,
      let change = ReportChange(index, from: (before, files[index]), to: (after, linked)),
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
    files.isPointedAt(path, fromFilesBut: index)
  }
}
