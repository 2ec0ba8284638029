import Markdown

/// The sources of a position as short texts: the addresses that its cell and footnotes link to, and the text of
/// footnotes without a link (PROV hadPrimarySource).
package struct PositionSources {
  /// The footnotes of `report` by number.
  private var notes: [Int32: Int] = [:]
  /// The report of the last position.
  private var report: ID<ReportEntry>?

  package init() {}

  /// The sources in order of appearance, without duplicates.
  package mutating func sources(of position: Position, in graph: IssueGraph) -> [String] {
    let document = graph.reports[position.report.index].report.header.document
    if report != position.report {
      report = position.report
      notes = Self.notes(of: document)
    }
    var sources: [String] = []
    for node in document.nodes[position.cell..<Int(document.nodes[position.cell].end)] {
      switch node.kind {
      case .link: Self.add(document.string(node.text), to: &sources)
      case .footnoteReference:
        guard let note = notes[node.detail] else { continue }
        let links = Self.links(below: note, in: document)
        if links.isEmpty { Self.add(document.plainText(of: note), to: &sources) }
        for link in links { Self.add(link, to: &sources) }
      default: break
      }
    }
    return sources
  }

  private static func notes(of document: Document) -> [Int32: Int] {
    var notes: [Int32: Int] = [:]
    for index in document.children(of: 0) where document.nodes[index].kind == .footnoteDefinition {
      notes[document.nodes[index].detail] = index
    }
    return notes
  }

  private static func links(below index: Int, in document: Document) -> [String] {
    document.nodes[index..<Int(document.nodes[index].end)].filter { $0.kind == .link }
      .map { document.string($0.text) }
  }

  private static func add(_ source: String, to sources: inout [String]) {
    if !source.isEmpty, !sources.contains(source) { sources.append(source) }
  }
}
