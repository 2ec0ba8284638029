import Graph
import Markdown

/// The evidence behind a position, as short texts: the addresses that its cell and its footnotes link to, and the
/// words of footnotes that link nowhere (PROV hadPrimarySource).
struct PositionSources {
  /// The footnotes of the report that was read last, by number.
  private var notes: [Int32: Int] = [:]
  private var report: ID<ReportEntry>?

  /// In order of appearance, each once.
  mutating func sources(of position: Position, in graph: IssueGraph) -> [String] {
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
