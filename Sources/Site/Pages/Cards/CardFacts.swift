import Content
import Graph
import Markdown

/// Writes the source of a position: report, table, row, line, date, and the evidence in its cell.
struct CardFacts {
  let page: PageLinks
  let position: Position

  private var words: LocalizedStrings { page.site.words }
  private var report: Report { page.site.graph.reports[position.report.index].report }

  func write(into output: inout [UInt8]) {
    output.raw("<dl class=\"facts\">\n")
    fact(.report, into: &output) { page.reportLink(position.report, into: &$0) }
    fact(.table, into: &output, writeTable)
    fact(.cell, into: &output, writeCell)
    fact(.file, into: &output) { output in
      words.write(.fileAndLine, into: &output) {
        $0.escaped(page.site.graph.file(of: position.id).path)
      } _: {
        $0.number(page.site.graph.line(of: position.id))
      }
    }
    fact(.date, into: &output, writeDate)
    if let correction = page.site.graph.newestCorrection(of: position) {
      fact(.correction, into: &output) { output in
        words.write(.labelled, into: &output) {
          CorrectionWriter(page: page).mark(correction, of: position.report, into: &$0)
        } _: {
          $0.escaped(correction.note)
        }
      }
    }
    // The quote above already shows a stance.
    if position.stance == nil { fact(.stance, into: &output) { words.write(.unrated, into: &$0) } }
    if let evidence = position.evidence {
      fact(.evidence, into: &output) { words.write(evidence.word, into: &$0) }
    }
    writeSources(&output)
    output.raw("</dl>\n")
  }

  /// Writes all sources under one name, because a definition list names each fact once.
  private func writeSources(_ output: inout [UInt8]) {
    let writer = PositionWriter(page: page)
    let (notes, links) = (writer.notes(of: position), linksOfCell)
    if notes.isEmpty, links.isEmpty { return }
    output.raw("<div><dt>")
    words.write(.source, into: &output)
    output.raw("</dt>")
    for note in notes {
      output.raw("<dd>")
      writer.note(note, of: position, into: &output)
      output.raw("</dd>")
    }
    for link in links {
      output.raw("<dd><a class=\"url\" href=\"")
      output.escaped(link)
      output.raw("\">")
      output.escaped(link)
      output.raw("</a></dd>")
    }
    output.raw("</div>\n")
  }

  private func fact(
    _ label: StringKey, into output: inout [UInt8], _ write: (inout [UInt8]) -> Void
  ) {
    output.raw("<div><dt>")
    words.write(label, into: &output)
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
    if let caption = graph.caption(of: position) {
      output.escaped(caption)
    } else {
      words.write(.tableNumber, into: &output) { $0.number(graph.tableNumber(of: position)) }
    }
    output.raw("</a>")
  }

  private func writeCell(_ output: inout [UInt8]) {
    output.raw("<a href=\"")
    page.report(position.report, into: &output)
    output.raw("#")
    page.cellAnchor(position, into: &output)
    output.raw("\">")
    words.write(.rowAndColumn, into: &output) {
      $0.number(position.row)
    } _: {
      $0.number(position.column + 1)
    }
    output.raw("</a>")
  }

  private func writeDate(_ output: inout [UInt8]) {
    guard let date = position.date, let origin = position.dateOrigin.sentence else {
      return words.write(.undatedTitle, into: &output)
    }
    words.write(origin, into: &output) { words.dates.time(date, into: &$0) }
    PositionWriter(page: page).held(position, into: &output)
  }

  /// The external addresses that the cell links to, without duplicates.
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
  /// The sentence about the origin of a date; nil: there is no date.
  fileprivate var sentence: StringKey? {
    switch self {
    case .cell: .dateGivenInCell
    case .comparison: .dateGivenForTable
    case .frontMatter: .dateGivenForReport
    case .fileName: .dateGivenByFileName
    case .firstCommit: .dateGivenByCommit
    case .none: nil
    }
  }
}

extension IssueGraph {
  /// The 1-based number of a position's table among the tables of its report.
  func tableNumber(of position: Position) -> Int {
    comparisons[position.comparison.index].table + 1
  }

  /// The caption of a position's table; nil if there is none.
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
