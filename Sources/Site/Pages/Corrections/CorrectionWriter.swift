import Content
import Graph

/// Writes corrections: lists of them, and the mark of a corrected cell.
struct CorrectionWriter {
  let page: PageLinks

  private var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }

  /// Writes corrections of several reports as a list.
  func list(
    _ entries: some Sequence<CorrectionList.Entry>, _ history: EditionHistory, into output: inout HTML
  ) {
    output.raw("<ul class=\"corrections\">\n")
    var positions: [ID<ReportEntry>: [Correction.Cell: ID<Position>]] = [:]
    for entry in entries {
      output.raw("<li>\n")
      switch entry {
      case .noted(let correction, let report):
        noted(correction, in: report, &positions, into: &output)
      case .found(let found): self.found(found, history, into: &output)
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// - Parameter positions: those of corrected cells, of the reports that were looked at before.
  private func noted(
    _ correction: Correction, in report: ID<ReportEntry>,
    _ positions: inout [ID<ReportEntry>: [Correction.Cell: ID<Position>]], into output: inout HTML
  ) {
    note(correction, into: &output)
    output.raw("<p class=\"source\"><a href=\"")
    place(correction, in: report, into: &output)
    output.raw("\">")
    output.append(page.site.reportTitles, report.index)
    output.raw("</a>")
    if let cell = correction.cell {
      words.write(.comma, into: &output)
      let own = positions[report] ?? graph.correctedPositions(in: report)
      positions[report] = own
      self.cell(cell, at: own[cell], into: &output)
    }
    output.raw("</p>\n")
  }

  private func found(
    _ found: CorrectionList.FoundCorrection, _ history: EditionHistory, into output: inout HTML
  ) {
    output.raw("<p class=\"position-subject\">")
    words.dates.time(found.date, into: &output)
    words.write(.comma, into: &output)
    words.write(.partyOnIssue, into: &output) {
      $0.escaped(found.change.party.name)
    } _: {
      $0.escaped(found.change.issue.name)
    }
    output.raw("</p>\n")
    ChangeWriter(history: history, page: page).content(of: found.change, into: &output)
    output.raw("<p class=\"source\"><a href=\"")
    page.page(found.address, anchor: found.anchor, into: &output)
    output.raw("\">")
    words.write(.foundBetweenEditions, into: &output) {
      $0.escaped(found.before)
    } _: {
      $0.escaped(found.after)
    }
    output.raw("</a></p>\n")
  }

  /// Writes the corrections of the page's own report as a list, with their anchors.
  func list(of report: ReportEntry, into output: inout HTML) {
    output.raw("<ul class=\"corrections\">\n")
    let positions = graph.correctedPositions(in: report.id)
    for correction in report.newestCorrections {
      output.raw("<li id=\"")
      output.escaped(correction.anchor)
      output.raw("\">\n")
      note(correction, into: &output)
      if let cell = correction.cell {
        output.raw("<p class=\"source\">")
        self.cell(cell, at: positions[cell], into: &output)
        output.raw("</p>\n")
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes “Corrected …” as a link to the note of a correction.
  func mark(
    _ correction: Correction, of report: ID<ReportEntry>, _ key: StringKey = .correctedOn,
    into output: inout HTML
  ) {
    output.raw("<a class=\"corrected\" href=\"")
    place(correction, in: report, into: &output)
    output.raw("\">")
    words.write(key, into: &output) { words.dates.time(correction.date, into: &$0) }
    output.raw("</a>")
  }

  private func place(_ correction: Correction, in report: ID<ReportEntry>, into output: inout HTML) {
    if !page.isReport(report) { page.report(report, into: &output) }
    output.raw("#")
    output.escaped(correction.anchor)
  }

  private func note(_ correction: Correction, into output: inout HTML) {
    output.raw("<p class=\"position-subject\">")
    words.dates.time(correction.date, into: &output)
    output.raw("</p>\n<p>")
    output.escaped(correction.note)
    output.raw("</p>\n")
  }

  /// Writes the party and the issue of a cell as a link to it. A cell without a position has no anchor, so its party
  /// and issue are linked instead.
  private func cell(
    _ cell: Correction.Cell, at position: ID<Position>?, into output: inout HTML
  ) {
    guard let position else {
      return page.positionNames(cell.party, on: cell.issue, into: &output)
    }
    output.raw("<a href=\"")
    page.position(position, into: &output)
    output.raw("\">")
    page.plainPositionNames(cell.party, on: cell.issue, into: &output)
    output.raw("</a>")
  }
}
