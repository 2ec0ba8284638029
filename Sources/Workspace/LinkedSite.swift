import Content
import Diagnostics
import Graph

/// The part of a workspace that a build needs: the graph, without the data for updates.
package struct LinkedSite: Sendable {
  package let graph: IssueGraph
  /// Files that are copied as they are: paths below the content folder.
  package var assets: [String]
  /// In the order of the sources.
  package let withheld: [WithheldPage]
  /// Diagnostics of the files and of the graph, unsorted; those of the inputs are not among them.
  package internal(set) var diagnostics: [Diagnostic]

  package init(_ workspace: Workspace) {
    graph = workspace.graph
    assets = workspace.assets
    withheld = workspace.withheld
    diagnostics = workspace.diagnostics
  }

  /// Links parsed files, on all cores, like a workspace that is never updated; this takes less memory.
  ///
  /// - Parameter advanced: called from time to time with the number of files that are done and that of all.
  package init(linking content: ParsedContent, advanced: (Int, Int) -> Void = { _, _ in }) async throws {
    let builder = content.builder
    let count = builder.count
    var gathering = builder.gathering()
    try await concurrentForEach(
      count, advanced: { advanced($0, count) }, { builder.link($0) }, body: { gathering.add($0) })
    let (graph, found) = gathering.graph()
    self.graph = graph
    assets = content.assets
    withheld = content.withheld
    diagnostics = content.diagnostics + graph.sheetPlaces.moved(found)
  }

  /// The same site with other diagnostics.
  package func with(_ diagnostics: [Diagnostic]) -> LinkedSite {
    var next = self
    next.diagnostics = diagnostics
    return next
  }
}

extension ParsedContent {
  /// Links the files.
  var builder: GraphBuilder {
    GraphBuilder(
      authored, assets: assets, settings: inputs.settings, today: inputs.today, published: inputs.published)
  }
}
