import Content
import Graph
import Markdown

/// Writes where a position is from: report, table, row, line, date, and the evidence in its cell.
struct CardFacts {
  let page: PageLinks
  let position: Position

  private var report: Report { page.site.graph.reports[position.report.index].report }

  func write(into output: inout [UInt8]) {
    output.raw("<dl class=\"facts\">\n")
    fact("Report", into: &output) { page.reportLink(position.report, into: &$0) }
    fact("Table", into: &output, writeTable)
    fact("Cell", into: &output, writeCell)
    fact("File", into: &output) { output in
      output.escaped(report.header.path)
      output.raw(", line ")
      output.number(page.site.graph.line(of: position.id))
    }
    fact("Date", into: &output, writeDate)
    fact("Stance", into: &output) { output in
      if let stance = position.stance { output.raw(stance.html) } else { output.raw("Unrated") }
    }
    for note in PositionWriter(page: page).notes(of: position) {
      fact("Source", into: &output) { PositionWriter(page: page).note(note, of: position, into: &$0) }
    }
    for link in linksOfCell {
      fact("Source", into: &output) { output in
        output.raw("<a href=\"")
        output.escaped(link)
        output.raw("\">")
        output.escaped(link)
        output.raw("</a>")
      }
    }
    output.raw("</dl>\n")
  }

  private func fact(
    _ label: StaticString, into output: inout [UInt8], _ write: (inout [UInt8]) -> Void
  ) {
    output.raw("<div><dt>")
    output.raw(label)
    output.raw("</dt><dd>")
    write(&output)
    output.raw("</dd></div>\n")
  }

  private func writeTable(_ output: inout [UInt8]) {
    let graph = page.site.graph
    output.raw("<a href=\"")
    page.report(position.report, into: &output)
    output.raw("#")
    output.escaped(graph.comparisons[position.comparison.index].anchor)
    output.raw("\">")
    output.escaped(graph.caption(of: position) ?? "Table \(graph.tableNumber(of: position))")
    output.raw("</a>")
  }

  private func writeCell(_ output: inout [UInt8]) {
    output.raw("<a href=\"")
    page.report(position.report, into: &output)
    output.raw("#")
    page.cellAnchor(position, into: &output)
    output.raw("\">Row ")
    output.number(position.row)
    output.raw(", column ")
    output.number(position.column + 1)
    output.raw("</a>")
  }

  private func writeDate(_ output: inout [UInt8]) {
    guard let date = position.date else { return output.raw("Undated") }
    output.time(date)
    output.raw(position.dateOrigin.words)
  }

  /// Addresses outside of the site that the cell itself links to, each once.
  private var linksOfCell: [String] {
    let document = report.header.document
    var links: [String] = []
    for node in document.nodes[position.cell..<Int(document.nodes[position.cell].end)]
    where node.kind == .link {
      let address = document.string(node.text)
      let isOutside = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
      if isOutside, !links.contains(address) { links.append(address) }
    }
    return links
  }
}

extension DateOrigin {
  /// Where a date is from, to follow it.
  fileprivate var words: String {
    switch self {
    case .cell: ", given in the cell"
    case .comparison: ", given for the table"
    case .frontMatter: ", the report’s date"
    case .fileName: ", from the name of the report’s file"
    case .firstCommit: ", the day on which the report’s file was first committed"
    case .none: ""
    }
  }
}

extension IssueGraph {
  /// The 1-based number of a position's table among the tables of its report.
  func tableNumber(of position: Position) -> Int {
    comparisons[position.comparison.index].table + 1
  }

  /// The caption of a position's table; nil without one.
  func caption(of position: Position) -> String? {
    let report = reports[position.report.index].report
    let table = comparisons[position.comparison.index].table
    let document = report.header.document
    let caption = document.children(of: report.tables[table].node)
      .first { document.nodes[$0].kind == .tableCaption }
    return caption.map(document.plainText)
  }

  func hasPositions(_ report: ID<ReportEntry>) -> Bool {
    comparisonsOfReport[report].contains { !positionsOfComparison[$0].isEmpty }
  }
}
