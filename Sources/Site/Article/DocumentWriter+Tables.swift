import Content
import Graph
import Markdown
import Text

/// Tables: comparisons of positions, options, and plain ones.
extension DocumentWriter {
  /// Writes a table in a box that scrolls sideways if the table is too wide. The box is a group, not a
  /// region: otherwise, pages with many tables would have too many landmarks.
  func writeTable(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let comparison = comparison(at: index)
    var table = TableWriter(
      document: document, node: index, comparison: comparison, page: page, isElsewhere: isElsewhere,
      anchorsOfSilence: anchorsOfSilence)
    if let comparison {
      writeLegend(page.site.graph.positionsOfComparison[comparison.id], into: &renderer.output)
    }
    renderer.output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    table.writeLabel(into: &renderer.output)
    renderer.output.raw("\"")
    if !isElsewhere,
      let anchor = comparison?.anchor ?? links.anchor(ofTable: index)
    {
      renderer.output.raw(" id=\"")
      renderer.output.escaped(anchor)
      renderer.output.raw("\"")
    }
    renderer.output.raw(">\n<table class=\"")
    renderer.output.raw(table.style)
    renderer.output.raw("\">\n")
    for child in document.children(of: index) {
      switch document.nodes[child].kind {
      case .tableCaption: writeCaption(child, comparison, &renderer)
      case .tableRow where document.nodes[child].detail == 0: table.writeHead(child, self, &renderer)
      case .tableRow: table.writeRow(child, self, &renderer)
      default: break
      }
    }
    table.finish(&renderer)
    renderer.output.raw("</table>\n</div>\n")
    if !isElsewhere, comparison != nil, page.site.settings.pageKinds[.exports] {
      // A script makes the file from the table. Without it, all positions with the names of their tables are there.
      renderer.output.raw("<p class=\"table-end\"><a href=\"")
      renderer.output.escaped(page.root + ExportFormat.csv.file.path)
      renderer.output.raw("\" download>")
      page.site.words.write(.downloadCsv, into: &renderer.output)
      renderer.output.raw("</a></p>\n")
    }
    table.writeEarlier(into: &renderer.output)
    return .done
  }

  private func writeCaption(_ index: Int, _ comparison: Comparison?, _ renderer: inout HTMLRenderer) {
    renderer.output.raw("<caption")
    renderer.writeDirection(of: index)
    renderer.output.raw(">")
    renderer.renderChildren(of: index, rule: answer)
    if let comparison, let date = report?.report.tables[comparison.table].asOf {
      renderer.output.raw(" <span class=\"as-of\">")
      page.site.words.write(.asOf, into: &renderer.output) { page.site.words.dates.time(date, into: &$0) }
      renderer.output.raw("</span>")
    }
    renderer.output.raw("</caption>\n")
  }

  /// Writes the inlines of a heading cell inside a link: links in it are shown as text, and footnotes follow
  /// the link.
  func writeLinkedHeading(_ cell: Int, _ renderer: inout HTMLRenderer, open: (inout HTML) -> Void) {
    renderer.output.raw("<a href=\"")
    open(&renderer.output)
    renderer.output.raw("\">")
    isInsideLink = true
    renderer.renderChildren(of: cell, rule: answer)
    isInsideLink = false
    renderer.output.raw("</a>")
    writeReferences(in: cell, &renderer)
  }
}
