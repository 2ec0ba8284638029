import Content
import Markdown

/// The reports that cite or link to each source in their texts, tables or footnotes.
package struct CitingReports: Sendable {
  /// In the order of the graph.
  private var reports: [SourceIdentity: [ID<ReportEntry>]] = [:]
  private let graph: IssueGraph

  package init(_ graph: IssueGraph) {
    self.graph = graph
    for entry in graph.reports {
      for source in Self.sources(of: entry, in: graph) where reports[source]?.last != entry.id {
        reports[source, default: []].append(entry.id)
      }
    }
  }

  private init(_ other: CitingReports, in graph: IssueGraph) {
    reports = other.reports
    self.graph = graph
  }

  /// The same for a graph that differs by `change`.
  package func updating(_ graph: IssueGraph, after change: GraphChange) -> CitingReports {
    let isSame = change.reports.allSatisfy { report in
      Self.sources(of: self.graph.reports[report.index], in: self.graph)
        == Self.sources(of: graph.reports[report.index], in: graph)
    }
    return isSame ? CitingReports(self, in: graph) : CitingReports(graph)
  }

  /// In the order of the graph; nil: no report cites the source.
  package subscript(source: SourceIdentity) -> [ID<ReportEntry>]? { reports[source] }

  /// Every source, with the first report that cites it, in any order.
  package var firsts: some Sequence<(SourceIdentity, ID<ReportEntry>)> {
    reports.lazy.compactMap { source, reports in reports.first.map { (source, $0) } }
  }

  /// The sources that a report cites, in order of appearance.
  private static func sources(of entry: ReportEntry, in graph: IssueGraph) -> [SourceIdentity] {
    let library = graph.settings.sources
    let document = entry.report.header.document
    var sources: [SourceIdentity] = []
    for index in document.nodes.indices {
      switch document.nodes[index].kind {
      case .link:
        let address = document.string(document.nodes[index].text)
        if address.contains("://") { sources.append(SourceIdentity(address: address, in: library)) }
      case .footnoteDefinition:
        guard let key = DocumentSources.citedKey(of: index, in: document, library) else { continue }
        sources.append(.entry(key))
      default: continue
      }
    }
    return sources
  }
}
