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

  package let graph: IssueGraph
  /// Files by their places in the builder; boxed, so that a copy of the list is cheap.
  let files: [Kept]
  let builder: GraphBuilder
  /// What only the whole graph can tell.
  let late: [Diagnostic]

  /// What linking one file gave.
  final class Kept: Sendable {
    let file: LinkedFile

    init(_ file: LinkedFile) { self.file = file }
  }

  /// - Parameter linked: what `builder.link` gave for 0 ..< count, in that order.
  package init(_ builder: GraphBuilder, _ linked: [GraphBuilder.Linked]) {
    self.init(builder, files: linked.map { Kept($0.file) })
  }

  init(_ builder: GraphBuilder, files: [Kept]) {
    var assembly = GraphAssembly(builder.site, files.map(\.file), builder.relations, builder.feeds)
    graph = assembly.graph()
    late = assembly.diagnostics
    self.files = files
    self.builder = builder
  }

  init(_ builder: GraphBuilder, files: [Kept], graph: IssueGraph) {
    self.graph = graph
    self.files = files
    self.builder = builder
    late = []
  }

  /// Faults of names, addresses, relations and links.
  package var diagnostics: [Diagnostic] {
    var diagnostics = builder.diagnostics
    for kept in files { diagnostics += kept.file.diagnostics }
    return diagnostics + late
  }

  /// The graph after one file has changed; nil: the change reaches the names, addresses or tables that all files
  /// share, so that everything has to be linked anew.
  package func replacing(_ file: Authored) -> (LinkedGraph, Extent)? {
    guard case .file(let index)? = builder.site.paths[file.header.path] else { return nil }
    guard let site = builder.site.replacing(index, with: file, builder: self) else { return nil }
    let builder = GraphBuilder(builder, site)
    let new = builder.link(index).file
    var files = files
    let old = files[index].file
    files[index] = Kept(new)
    if case .report(let before) = self.builder.site.files[index], case .report(let after) = file,
      late.isEmpty, let change = ReportChange(index, from: (before, old), to: (after, new)),
      let graph = change.graph(graph, builder, files)
    {
      return (LinkedGraph(builder, files: files, graph: graph), change.extent)
    }
    return (LinkedGraph(builder, files: files), .lists)
  }

  /// Whether a fault of another file tells of a place in this one.
  func speaksElsewhere(of path: String, but index: Int) -> Bool {
    let speaks = { (diagnostic: Diagnostic) in
      diagnostic.place?.path == path || diagnostic.notes.contains { $0.place?.path == path }
    }
    if builder.diagnostics.contains(where: speaks) { return true }
    return files.enumerated().contains { other, kept in
      other != index && kept.file.diagnostics.contains(where: speaks)
    }
  }
}
