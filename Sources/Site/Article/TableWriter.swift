import Content
import Graph
import Markdown

/// Writes one table of a document, row by row.
struct TableWriter {
  private let document: Document
  private let page: PageLinks
  private let alignments: [ColumnAlignment]
  /// Whether the table is shown on another page, where its anchors could clash with others.
  private let isElsewhere: Bool
  /// nil for plain tables.
  private let comparison: Comparison?
  /// The positions that are not written yet, in order.
  private var positions: ArraySlice<ID<Position>>
  /// The options that are not written yet, in order.
  private var options: ArraySlice<ID<Option>>
  /// The attributes of each column's cells: the party's hue, and the heading that small screens show in the
  /// cell.
  private let cellAttributes: [HTML]
  /// The cells that record that there is no position, by node.
  private let silent: [Int: ID<SilentCell>]
  /// The anchors of cells that record no position.
  private let anchorsOfSilence: [ID<SilentCell>: String]
  /// The report if it has corrections; nil for most reports.
  private let corrected: ReportEntry?
  private var isInBody = false
  /// The node of the caption; nil if there is none.
  private let caption: Int?
  /// The contents of the header cells.
  private let names: [String]

  /// - Parameter anchorsOfSilence: those of all tables of the report.
  init(
    document: Document, node: Int, comparison: Comparison?, page: PageLinks, isElsewhere: Bool,
    anchorsOfSilence: @autoclosure () -> [ID<SilentCell>: String]
  ) {
    self.document = document
    self.isElsewhere = isElsewhere
    self.page = page
    self.comparison = comparison
    alignments = document.tables[Int(document.nodes[node].detail)].alignments
    positions = comparison.map { page.site.graph.positionsOfComparison[$0.id] } ?? []
    options = comparison.map { page.site.graph.optionsOfComparison[$0.id] } ?? []
    corrected = comparison.map { page.site.graph.reports[$0.report.index] }.flatMap {
      $0.corrections.isEmpty ? nil : $0
    }
    let ownSilence = comparison.map { page.site.graph.silentCells(of: $0) } ?? []
    let silent = Dictionary(ownSilence.map { ($0.cell, $0.id) }) { first, _ in first }
    self.silent = silent
    self.anchorsOfSilence = comparison != nil && !isElsewhere && !silent.isEmpty ? anchorsOfSilence() : [:]
    let rows = document.children(of: node)
    let caption = rows.first { document.nodes[$0].kind == .tableCaption }
    let head = rows.first { document.nodes[$0].kind == .tableRow }
    let names = head.map { document.children(of: $0).map(document.plainText) } ?? []
    let alignments = alignments
    cellAttributes = names.enumerated().map { column, name in
      var bytes = HTML()
      Self.writeClass(
        column, Self.heading(column, in: comparison?.columns), alignments, page.site.hues, &bytes)
      guard comparison != nil else { return bytes }
      bytes.raw(" data-label=\"")
      bytes.escaped(name)
      bytes.raw("\"")
      return bytes
    }
    self.caption = caption
    self.names = names
  }

  /// Writes the accessible name of the table: its caption, otherwise the names of its columns.
  func writeLabel(into output: inout HTML) {
    if let caption { return output.escaped(document.plainText(of: caption)) }
    page.site.words.write(.tableOf, into: &output) { output in
      var isFirst = true
      for name in names where !name.isEmpty {
        if !isFirst { page.site.words.write(.comma, into: &output) }
        isFirst = false
        output.escaped(name)
      }
    }
  }

  /// A comparison with more columns is wide: its rows are printed as blocks.
  private static let mostColumnsOnPaper = 6

  /// The table's classes.
  var style: StaticString {
    switch comparison?.kind {
    case .positions: names.count > Self.mostColumnsOnPaper ? "comparison wide" : "comparison"
    case .options: "options"
    case .plain, nil: "plain"
    }
  }

  private var isComparison: Bool {
    if case .positions = comparison?.kind { true } else { false }
  }

  mutating func writeHead(_ row: Int, _ writer: DocumentWriter, _ renderer: inout HTMLRenderer) {
    renderer.output.raw("<thead>\n<tr>")
    for (column, cell) in document.children(of: row).enumerated() {
      if document.nodes[cell].end == cell + 1 {
        renderer.output.raw("<td></td>")
        continue
      }
      let heading = Self.heading(column, in: comparison?.columns)
      renderer.output.raw("<th scope=\"col\"")
      writeHeading(cell, heading, column: column, writer, &renderer)
      // The search keeps words apart at white space alone.
      renderer.output.raw("</th>\n")
    }
    renderer.output.raw("</tr>\n</thead>\n")
  }

  private static func heading(_ index: Int, in headings: [Comparison.Heading]?) -> Comparison.Heading {
    guard let headings, headings.indices.contains(index) else { return .other }
    return headings[index]
  }

  /// Writes the other attributes and the text of a header cell whose tag is open.
  private func writeHeading(
    _ cell: Int, _ heading: Comparison.Heading, column: Int, _ writer: DocumentWriter,
    _ renderer: inout HTMLRenderer
  ) {
    Self.writeClass(column, heading, alignments, page.site.hues, &renderer.output)
    renderer.writeDirection(of: cell)
    renderer.output.raw(">")
    switch heading {
    case .issue(let id): writer.writeLinkedHeading(cell, &renderer) { page.issue(id, into: &$0) }
    case .party(let id): writer.writeLinkedHeading(cell, &renderer) { page.party(id, into: &$0) }
    case .other: writer.writeAsWritten(cell, &renderer)
    }
  }

  /// Writes the classes of a cell: the hue of its column's party, and the alignment of the column.
  private static func writeClass(
    _ column: Int, _ heading: Comparison.Heading, _ alignments: [ColumnAlignment],
    _ hues: PartyHues, _ output: inout HTML
  ) {
    let alignment = alignments.indices.contains(column) ? alignments[column] : .none
    var party: ID<Party>?
    if case .party(let id) = heading { party = id }
    if party == nil, alignment == .none { return }
    output.raw(" class=\"")
    if let party { output.hue(party, of: hues) }
    if party != nil, alignment != .none { output.raw(" ") }
    switch alignment {
    case .none: break
    case .left: output.raw("left")
    case .center: output.raw("center")
    case .right: output.raw("right")
    }
    output.raw("\"")
  }

  mutating func writeRow(_ row: Int, _ writer: DocumentWriter, _ renderer: inout HTMLRenderer) {
    if !isInBody { renderer.output.raw("<tbody>\n") }
    isInBody = true
    renderer.output.raw("<tr")
    if let option = options.first.map({ page.site.graph.options[$0.index] }), option.rowNode == row {
      options.removeFirst()
      if !isElsewhere {
        renderer.output.raw(" id=\"")
        renderer.output.escaped(option.anchor)
        renderer.output.raw("\"")
      }
    }
    renderer.output.raw(">")
    let number = Int(document.nodes[row].detail)
    for (column, cell) in document.children(of: row).enumerated() {
      writeCell(cell, row: number, column: column, writer, &renderer)
    }
    renderer.output.raw("</tr>\n")
  }

  private mutating func writeCell(
    _ cell: Int, row: Int, column: Int, _ writer: DocumentWriter, _ renderer: inout HTMLRenderer
  ) {
    if column == 0, comparison != nil {
      let heading = Self.heading(row - 1, in: comparison?.rows)
      renderer.output.raw("<th scope=\"row\"")
      writeHeading(cell, heading, column: column, writer, &renderer)
      renderer.output.raw("</th>")
      return
    }
    renderer.output.raw("<td")
    if cellAttributes.indices.contains(column) {
      renderer.output.append(contentsOf: cellAttributes[column])
    } else {
      Self.writeClass(column, .other, alignments, page.site.hues, &renderer.output)
    }
    renderer.writeDirection(of: cell)
    if isComparison, Self.heading(column, in: comparison?.columns) != .other,
      Self.heading(row - 1, in: comparison?.rows) != .other
    {
      writePosition(cell, row: row, column: column, writer, &renderer)
    } else {
      renderer.output.raw(">")
      writer.writeAsWritten(cell, &renderer)
    }
    renderer.output.raw("</td>")
  }

  /// Writes that there is no position: in the author's own words if there are any.
  private func writeSilence(_ cell: Int, _ writer: DocumentWriter, _ renderer: inout HTMLRenderer) {
    if document.nodes[cell].end == cell + 1 || isLeftOut(cell) {
      page.site.words.write(.notCovered, into: &renderer.output)
      return
    }
    let node = document.nodes[cell]
    if CellText(of: cell, in: document) == .silent {
      page.site.words.write(.silent, into: &renderer.output)
    } else if node.text.isEmpty {
      renderer.renderChildren(of: cell, rule: writer.answer)
    } else {
      return writer.writeAsWritten(cell, &renderer)
    }
    if node.extra.isEmpty { return }
    let reading = CellReading.read(cell, in: document, path: "", silence: .none).reading
    if let date = reading.asOf { writeAsOf(date, &renderer) }
  }

  /// Whether the record of a day does not have the silence of a cell.
  private func isLeftOut(_ cell: Int) -> Bool {
    page.site.settings.recordDay != nil && silent[cell] == nil
  }

  private func writeAsOf(_ date: PartialDate, _ renderer: inout HTMLRenderer) {
    renderer.output.raw(" <span class=\"as-of\">")
    page.site.words.write(.asOf, into: &renderer.output) { page.site.words.dates.time(date, into: &$0) }
    renderer.output.raw("</span>")
  }

  /// Writes the rest of a cell's tag and its contents: a position, or the text for a missing one.
  private mutating func writePosition(
    _ cell: Int, row: Int, column: Int, _ writer: DocumentWriter, _ renderer: inout HTMLRenderer
  ) {
    guard let id = positions.first, page.site.graph.positions[id.index].cell == cell else {
      renderer.output.raw(">")
      writeAnchorsOfSilence(cell, row: row, column: column, into: &renderer.output)
      renderer.output.raw("<span class=\"no-position\">")
      writeSilence(cell, writer, &renderer)
      renderer.output.raw("</span>")
      return writeCorrection(row: row, column: column, into: &renderer.output)
    }
    positions.removeFirst()
    let position = page.site.graph.positions[id.index]
    if isElsewhere {
      renderer.output.raw(">")
    } else {
      writeAnchors(of: position, &renderer)
    }
    if let stance = position.stance {
      writeStance(stance, &renderer)
      renderer.output.raw(" ")
    }
    if position.plainWords.isEmpty {
      renderer.renderChildren(of: cell, rule: writer.answer)
    } else {
      renderer.writeText(position.plainWords)
    }
    if position.dateOrigin == .cell, let date = position.date { writeAsOf(date, &renderer) }
    if !position.evidence.isEmpty {
      renderer.output.raw(" <span class=\"evidence\">")
      page.site.words.write(position.evidence, into: &renderer.output)
      renderer.output.raw("</span>")
    }
    writeCorrection(row: row, column: column, into: &renderer.output)
    // A script opens the card of the cell at this address.
    renderer.output.raw(" <a class=\"cite\" href=\"")
    if isElsewhere {
      page.position(id, into: &renderer.output)
    } else {
      renderer.output.raw("#")
      page.cellAnchor(position, into: &renderer.output)
    }
    renderer.output.raw("\">")
    page.site.words.write(.cite, into: &renderer.output)
    renderer.output.raw("</a>")
  }

  /// Writes the id of a position's cell, the end of its tag, and the anchors that it had before.
  private func writeAnchors(of position: Position, _ renderer: inout HTMLRenderer) {
    renderer.output.raw(" id=\"")
    page.cellAnchor(position, into: &renderer.output)
    renderer.output.raw("\">")
    FormerAnchorWriter(page: page).write(position.id, on: .report, into: &renderer.output)
  }

  /// Writes a stance; it does not count for the direction of a cell that takes it from its text.
  private func writeStance(_ stance: Stance, _ renderer: inout HTMLRenderer) {
    let isApart = renderer.directions != .none
    if isApart { renderer.output.raw("<bdi>") }
    page.site.words.stances.write(stance, into: &renderer.output)
    if isApart { renderer.output.raw("</bdi>") }
  }

  /// Writes the anchors of a cell without a position: that of the position that it may have had, and those of what a correction
  /// removed.
  private func writeAnchorsOfSilence(
    _ cell: Int, row: Int, column: Int, into output: inout HTML
  ) {
    if isElsewhere { return }
    var anchors: Set<String> = []
    if let correction = correction(row: row, column: column), let corrected, let own = correction.cell,
      let anchor = page.site.earlierCells.anchor(ofEmptied: own, in: corrected.id)
    {
      anchors.insert(anchor)
    }
    if let silent = silent[cell] {
      if let anchor = anchorsOfSilence[silent] { anchors.insert(anchor) }
      if page.site.hasFormerAnchors {
        anchors.formUnion(page.site.graph.formerNames(of: silent).map(\.anchor))
      }
    }
    for anchor in anchors.sorted() { FormerAnchorWriter(page: page).write(anchor: anchor, into: &output) }
  }

  /// Writes, beneath the table, what its cells held before; nothing without any.
  func writeEarlier(into output: inout HTML) {
    guard !isElsewhere, let comparison, page.isReport(comparison.report) else { return }
    EarlierCellsWriter(page: page)
      .write(page.site.earlierCells[comparison.id], of: comparison.report, into: &output)
  }

  /// Writes “Corrected …” if a correction names the cell.
  private func writeCorrection(row: Int, column: Int, into output: inout HTML) {
    guard let corrected, let correction = correction(row: row, column: column) else { return }
    output.raw(" ")
    CorrectionWriter(page: page).mark(correction, of: corrected.id, into: &output)
  }

  /// The newest correction that names a cell; nil: none does.
  private func correction(row: Int, column: Int) -> Correction? {
    guard let corrected else { return nil }
    switch (Self.heading(row - 1, in: comparison?.rows), Self.heading(column, in: comparison?.columns)) {
    case (.issue(let issue), .party(let party)), (.party(let party), .issue(let issue)):
      return corrected.corrections(ofIssue: issue, party: party).first
    default: return nil
    }
  }

  /// Writes the end of the table's body.
  func finish(_ renderer: inout HTMLRenderer) {
    if isInBody { renderer.output.raw("</tbody>\n") }
  }
}

extension DocumentWriter {
  /// Writes a cell that is not a position: a mark or an attribute in it is shown as written.
  func writeAsWritten(_ cell: Int, _ renderer: inout HTMLRenderer) {
    let mark = document.nodes[cell].text
    if !mark.isEmpty {
      renderer.output.raw("[")
      renderer.output.escaped(document.text[mark.range])
      renderer.output.raw("] ")
    }
    renderer.renderChildren(of: cell, rule: answer)
    let attribute = document.nodes[cell].extra
    if !attribute.isEmpty {
      renderer.output.raw(" {")
      renderer.output.escaped(document.text[attribute.range])
      renderer.output.raw("}")
    }
  }
}
