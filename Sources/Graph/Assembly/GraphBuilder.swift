import Content
import Diagnostics

/// Builds the issue graph from all authored files, in three steps. The second step can run in parallel.
///
/// 1. `init`: names, addresses and kinds of table, which depend on all files.
/// 2. `link(_:)` for each file: positions, mentions and link targets, independent of other files.
/// 3. `gathering()`: the graph.
package struct GraphBuilder: Sendable {
  /// What one file contributes to the graph.
  package struct Linked: Sendable {
    /// Diagnostics of the file that depend on the whole site.
    package var diagnostics: [Diagnostic] { file.diagnostics }
    let file: LinkedFile
  }

  /// Diagnostics of names, addresses and relations.
  package let diagnostics: [Diagnostic]
  private(set) var site: SymbolTable
  let relations: Relations
  let listed: ListedSubjects

  /// - Parameters:
  ///   - files: all authored files in any order, including withheld ones (a link to a withheld file is not a
  ///     broken link).
  ///   - assets: paths below Content of the files that are copied unchanged.
  ///   - today: the build's day; positions whose dates begin later are not current. nil: all may be.
  ///   - published: the states of the site that readers may have cited, the oldest first. Their cells keep their anchors.
  package init(
    _ files: [Authored], assets: [String], settings: SiteSettings, today: PartialDate? = nil,
    published: [PublishedState] = []
  ) {
    site = SymbolTable(files, assets: assets, settings: settings, today: today, published: published)
    relations = Relations(site)
    listed = ListedSubjects(site)
    let similar = SimilarNames.diagnostics(site, relations)
    diagnostics = site.diagnostics + similar + relations.diagnostics + listed.diagnostics
  }

  /// The same builder for `site`, in which one file has a new text.
  func replacing(_ site: SymbolTable) -> GraphBuilder {
    var next = self
    next.site = site
    return next
  }

  /// The number of files to link; `link(_:)` takes 0 ..< count. Withheld files are not included.
  package var count: Int { site.files.count }

  /// Links one file; can be called concurrently for different files.
  package func link(_ index: Int) -> Linked {
    var linker = FileLinker(index, of: site)
    return Linked(file: linker.run())
  }

  /// The graph while files are added to it.
  package struct Gathering: Sendable {
    private var assembly: GraphAssembly
    private var diagnostics: [Diagnostic]

    fileprivate init(_ builder: GraphBuilder) {
      assembly = GraphAssembly(builder.site, builder.relations, builder.listed)
      diagnostics = builder.diagnostics
    }

    /// Adds the result of `link` for the next file.
    package mutating func add(_ linked: Linked) {
      diagnostics += linked.diagnostics
      assembly.add(linked.file)
    }

    /// The graph of all files, and all diagnostics.
    package mutating func graph() -> (graph: IssueGraph, diagnostics: [Diagnostic]) {
      let graph = assembly.graph()
      return (graph, diagnostics + assembly.diagnostics)
    }
  }

  /// An empty graph, to which the results of `link` for 0 ..< count are added in that order.
  package func gathering() -> Gathering { Gathering(self) }

  /// All three steps in sequence; for tests and small sites.
  package static func build(
    _ files: [Authored], assets: [String] = [], settings: SiteSettings = SiteSettings(),
    today: PartialDate? = nil, published: [PublishedState] = []
  ) -> (graph: IssueGraph, diagnostics: [Diagnostic]) {
    let builder = GraphBuilder(files, assets: assets, settings: settings, today: today, published: published)
    var gathering = builder.gathering()
    for index in 0..<builder.count { gathering.add(builder.link(index)) }
    return gathering.graph()
  }
}
