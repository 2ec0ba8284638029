import Content
import Diagnostics
import FileSystem
import Graph

/// The content of a site in memory: its parsed files and their graph. After a change it is updated without
/// reading or linking all files again.
///
/// A value: an update returns a new workspace, and one that throws leaves the previous one unchanged. It knows nothing
/// about themes and pages, and accesses files only through `ContentFiles`.
package struct Workspace: Sendable {
  private var content: ParsedContent
  private var linked: LinkedGraph

  /// How far an update reaches, from the least to the most.
  package enum Reach: Sendable, Comparable {
    /// The text of reports. All lists of the graph except the mentions keep their elements in order, so each page keeps
    /// its address.
    case text
    /// Also which positions and silent cells one report has; see `LinkedGraph.Extent.positions`.
    case positions
    /// The lists of the graph; names and addresses are unchanged.
    case lists
    /// All files have been linked again.
    case everything
  }

  /// After more changes at once, linking everything again is as fast.
  private static let mostSingleChanges = 8

  /// Reads and links everything. Throws if a file cannot be read.
  package static func load(_ inputs: WorkspaceInputs, from files: ContentFiles) async throws -> Workspace {
    try await Workspace(linking: try await ParsedContent.read(inputs, from: files))
  }

  /// Links parsed files, on all cores.
  ///
  /// - Parameter advanced: called from time to time with the number of files that are done and that of all.
  package init(linking content: ParsedContent, advanced: (Int, Int) -> Void = { _, _ in }) async throws {
    let builder = content.builder
    let count = builder.count
    let files = try await concurrentMap(count, advanced: { advanced($0, count) }, { builder.link($0) })
    self.content = content
    linked = LinkedGraph(builder, files)
  }

  package var inputs: WorkspaceInputs { content.inputs }
  package var graph: IssueGraph { linked.graph }
  /// Files that are copied as they are: paths below the content folder.
  package var assets: [String] { content.assets }
  /// In the order of the sources.
  package var withheld: [WithheldPage] { content.withheld }
  /// Diagnostics of the files and of the graph, unsorted; those of `inputs` are not among them.
  package var diagnostics: [Diagnostic] {
    content.diagnostics + graph.sheetPlaces.moved(linked.diagnostics)
  }

  /// Whether the file at `path`, below the content folder, is one of those that are read.
  package func reads(_ path: String) -> Bool { content.reads(path) }

  /// Whether the file at `path`, below the content folder, is read and not copied.
  package func isSource(_ path: String) -> Bool { content.isSource(path) }

  /// The workspace after only the text of some files has changed: no file was added or removed, and the settings and the
  /// day are the same. Throws if a file cannot be read.
  ///
  /// - Parameter paths: of the changed files, below the content folder; each is one of those that are read.
  package func updating(
    _ paths: Set<String>, from files: ContentFiles
  ) async throws -> (workspace: Workspace, reach: Reach) {
    if let next = try await relinking(paths, from: files) { return next }
    let content = try await ParsedContent.read(
      inputs, from: files, known: content.files(but: content.sources(affectedBy: paths)),
      commits: content.commits)
    return (try await Workspace(linking: content), .everything)
  }

  /// The workspace after any change. Files whose version is unchanged are not read again.
  ///
  /// - Parameters:
  ///   - inputs: the current settings, day and list of files.
  ///   - paths: files that have changed, whatever their version says.
  package func updating(
    to inputs: WorkspaceInputs, changed paths: Set<String> = [], from files: ContentFiles
  ) async throws -> Workspace {
    var known = inputs.readsLike(self.inputs) ? try content.unchanged(in: files) : [:]
    for path in content.sources(affectedBy: paths) { known[path] = nil }
    let content = try await ParsedContent.read(inputs, from: files, known: known, commits: content.commits)
    return try await Workspace(linking: content)
  }

  /// Links each of the changed files by itself; nil: a change reaches something that files share.
  private func relinking(
    _ paths: Set<String>, from files: ContentFiles
  ) async throws -> (workspace: Workspace, reach: Reach)? {
    let paths = content.sources(affectedBy: paths)
    guard paths.count <= Self.mostSingleChanges, !inputs.isSingleDocument,
      content.commits?.isCurrent() ?? true
    else { return nil }
    var next = self
    var reach = Reach.text
    for path in paths.sorted() {
      guard let (content, file) = try await next.content.rereading(path, from: files),
        let (linked, extent) = next.linked.replacing(file)
      else { return nil }
      next.content = content
      next.linked = linked
      reach = max(reach, Reach(extent))
    }
    return (next, reach)
  }
}

extension Workspace.Reach {
  fileprivate init(_ extent: LinkedGraph.Extent) {
    self =
      switch extent {
      case .text: .text
      case .positions: .positions
      case .lists: .lists
      }
  }
}
