import Content
import Diagnostics
import Markdown
import Text

extension FileLinker {
  /// Reads the tables of a report: comparisons with their positions and options.
  mutating func readComparisons() {
    guard let report else { return }
    var anchors = AnchorSet()
    var ordinals: [UInt64: Int32] = [:]
    var plain: [(table: AuthoredTable, decision: TableDecision)] = []
    for (place, table) in report.tables.enumerated() {
      let settled = site.shared.classification.tables[index][place]
      if settled.decision.rule == .axisWordWithoutParties { noteAxisWord(table) }
      if settled.kind != .options { noteUselessIssues(table) }
      if settled.kind == .plain {
        if isWorthANote(table, settled.decision) { plain.append((table, settled.decision)) }
        guard let id = table.id else { continue }
        linked.tables.append(DocumentLinks.Anchor(node: Int32(table.node), anchor: anchors.unique(id)))
        continue
      }
      if case .positions = settled.kind, isTooLarge(table, settled.rows.count, settled.columns.count) {
        continue
      }
      let id = ID<Comparison>(linked.comparisons.count)
      let anchor = anchors.unique(table.id ?? "table-\(place + 1)")
      switch settled.kind {
      case .positions(let transposed):
        let columns = settled.columns.enumerated().map { column, form in
          column == 0 ? .other : heading(form, isParty: !transposed, isColumn: true)
        }
        let rows = settled.rows.map { heading($0, isParty: transposed, isColumn: false) }
        let aside =
          settled.decision.rule == .partyAndPosition ? AsideColumns(of: table, in: self) : nil
        linked.comparisons.append(
          Comparison(
            id: id, report: ID(index), table: place, kind: settled.kind, anchor: anchor, columns: columns,
            rows: rows,
            sourceColumns: Self.sourceColumns(of: table, columns, aside)))
        linked.comparisons[id.index].findSourceCells(in: document, table: table.node)
        readPositions(of: table, in: id, columns: columns, rows: rows, aside, ordinals: &ordinals)
      case .options:
        linked.comparisons.append(
          Comparison(
            id: id, report: ID(index), table: place, kind: .options, anchor: anchor, columns: [], rows: []))
        readOptions(of: table, in: id, anchors: &anchors)
      case .plain: break
      }
    }
    notePlain(plain)
    takeEvidenceOfSources()
    keepPublishedAnchors()
    keepAnchorsOfOldAddresses()
    checkCellRedirects()
  }

  /// The columns with the sources of the positions in others.
  ///
  /// - Parameter aside: nil: the table does not have a row for each party.
  private static func sourceColumns(
    of table: AuthoredTable, _ columns: [Comparison.Heading], _ aside: AsideColumns?
  ) -> [Int: Int] {
    guard let aside else { return table.sides?.sources ?? [:] }
    guard let source = aside.source else { return [:] }
    return Dictionary(columns.indices.map { ($0, source) }) { first, _ in first }
  }

  /// Whether a comparison has so many cells that its positions are not read; says so.
  private mutating func isTooLarge(_ table: AuthoredTable, _ rows: Int, _ columns: Int) -> Bool {
    let most = site.shared.settings.limits[.comparisonCells]
    guard rows * columns > most else { return false }
    add(
      Diagnostic(
        .tableTooLarge, at: Place(path: header.sourcePath, range: table.header.first?.range),
        "the comparison has \(columns) columns and \(rows) rows, more than \(most) cells; its positions are not read",
        suggestion: Suggestion(
          "split it, or raise the limit with “limits: {\(Limit.comparisonCells.name): …}” in site.yml")))
    return true
  }

  /// Gives positions whose cells do not say on what kind of evidence they rest those of their sources.
  private mutating func takeEvidenceOfSources() {
    let library = site.shared.settings.sources
    guard library.givesEvidence, !linked.positions.isEmpty else { return }
    let sources = DocumentSources(document, library)
    for place in linked.positions.indices where linked.positions[place].evidence.isEmpty {
      let position = linked.positions[place]
      let comparison = linked.comparisons[position.comparison.index]
      let aside = comparison.sourceCells[position.cell]
      if aside == nil, !position.plainWords.isEmpty { continue }
      let cells = [position.cell] + (aside.map { [$0] } ?? [])
      var kinds = sources.evidence(in: cells)
      if let aside, !kinds.isEmpty, Self.isPlainSource(aside, in: document) { kinds.insertOthers() }
      linked.positions[place] = position.resting(on: kinds)
    }
  }

  /// Whether a cell of a source column names a source without a link or a footnote.
  private static func isPlainSource(_ cell: Int, in document: Document) -> Bool {
    let nodes = document.nodes[cell..<Int(document.nodes[cell].end)]
    return !nodes.contains { $0.kind == .link || $0.kind == .footnoteReference }
      && CellText(document.plainText(of: cell)) == .words
  }

  /// Reports entries of `redirects:` that lead to no cell of the report.
  private mutating func checkCellRedirects() {
    let redirects = header.matter.redirects.cells
    if redirects.isEmpty { return }
    let anchors = Set(linked.positions.map { site.anchor(of: $0) })
    let unknown = redirects.filter { !anchors.contains($0.anchor) }
    if unknown.isEmpty { return }
    let names = NearestNames(Array(anchors))
    for (number, redirect) in unknown.enumerated() {
      let near = number < Limit.searchedNames.value ? names.match(redirect.anchor) : nil
      report(
        .brokenAnchor, at: redirect.range, "no cell of this report has the anchor “\(redirect.anchor)”",
        suggestion: near.map { Suggestion("did you mean “\($0)”?", replacement: $0) })
    }
  }

  /// Whether a plain table may have been meant to compare positions: it has three columns, or two with prose, and nobody
  /// has said that it is plain.
  private func isWorthANote(_ table: AuthoredTable, _ decision: TableDecision) -> Bool {
    if decision.rule == .declared || decision.rule == .axisWordWithoutParties { return false }
    if table.header.count == 2 { return TableBody(of: table.node, in: document).isProse }
    return table.header.count > 2
  }

  /// One note about all tables of the file that stay plain on their own.
  private mutating func notePlain(_ tables: [(table: AuthoredTable, decision: TableDecision)]) {
    guard let (first, decision) = tables.first, let corner = first.header.first else { return }
    let reason = decision.reason(corner: corner.text)
    let others = tables.dropFirst().compactMap { table, decision in
      table.header.first.map {
        Note(
          "this table: " + decision.reason(corner: $0.text),
          at: Place(path: header.sourcePath, range: $0.range))
      }
    }
    let lines = tables.map { String($0.table.line) }
    let message =
      lines.count == 1
      ? "this table stays plain: \(reason)"
      : "the tables on lines \(lines.listed()) stay plain; this one: \(reason)"
    report(
      .plainTable, at: corner.range, message, notes: others,
      suggestion: Suggestion(
        "write \(decision.alternative) above a table that compares positions, and <!-- standpoint: plain --> above one that does not"
      ))
  }

  private mutating func noteAxisWord(_ table: AuthoredTable) {
    guard let corner = table.header.first else { return }
    report(
      .axisWordWithoutParties, at: corner.range,
      "“\(corner.text)” starts a positions table only if two more columns can be parties, "
        + "so this is a plain table",
      suggestion: Suggestion("write <!-- standpoint: positions --> above it, or <!-- standpoint: plain -->"))
  }

  private func heading(_ form: Int32, isParty: Bool, isColumn: Bool) -> Comparison.Heading {
    guard form >= 0 else { return .other }
    if isParty {
      let party = site.parties.byForm[Int(form)]
      return party < 0 || !site.shared.classification.mayBeParty[Int(form)]
        ? .other : .party(ID(party))
    }
    let issue = site.issues.byForm[Int(form)]
    let isExcluded = isColumn && !site.shared.classification.mayBeParty[Int(form)]
    return issue < 0 || isExcluded ? .other : .issue(ID(issue))
  }

  private mutating func readPositions(
    of table: AuthoredTable, in comparison: ID<Comparison>, columns: [Comparison.Heading],
    rows: [Comparison.Heading], _ aside: AsideColumns?, ordinals: inout [UInt64: Int32]
  ) {
    if let date = table.asOf { checkAsOf(date, at: table.asOfRange ?? range(of: table.node)) }
    var lostInColumn = [Bool](repeating: false, count: columns.count)
    var row = table.node + 1
    var number = 0
    let end = Int(document.nodes[table.node].end)
    while row < end {
      let node = document.nodes[row]
      if node.kind == .tableRow, node.detail > 0, number < rows.count {
        let lost = readRow(
          row, number: number, comparison, columns, rows[number], table, aside, &lostInColumn, &ordinals)
        if lost, rows[number] == .other, !isRule(row) { reportEmptyRow(row) }
        number += 1
      }
      row = Int(node.end)
    }
    checkHeadings(
      of: table, at: linked.comparisons[comparison.index].table, columns: columns, rows: rows,
      lostInColumn: lostInColumn)
  }

  /// Whether a row is drawn with dashes, equals or plus signs.
  private func isRule(_ row: Int) -> Bool {
    guard let cell = document.children(of: row).first(where: { _ in true }) else { return false }
    return HeadingReader.isRule(document.plainText(of: cell).utf8)
  }

  /// Reads the cells of a row. Returns whether a cell has text that gives no position because the row has no
  /// heading.
  private mutating func readRow(
    _ row: Int, number: Int, _ comparison: ID<Comparison>, _ columns: [Comparison.Heading],
    _ heading: Comparison.Heading, _ table: AuthoredTable, _ asideColumns: AsideColumns?,
    _ lostInColumn: inout [Bool], _ ordinals: inout [UInt64: Int32]
  ) -> Bool {
    var lost = false
    var cell = row + 1
    var column = 0
    let end = Int(document.nodes[row].end)
    let aside = asideColumns.map { RowAside(row, $0, in: self) }
    for diagnostic in aside?.diagnostics ?? [] { add(diagnostic) }
    while cell < end, column < columns.count {
      defer {
        cell = Int(document.nodes[cell].end)
        column += 1
      }
      guard column > 0, Int(document.nodes[cell].end) > cell + 1 || !document.nodes[cell].text.isEmpty
      else { continue }
      switch (heading, columns[column]) {
      case (.issue(let issue), .party(let party)), (.party(let party), .issue(let issue)):
        readPosition(
          cell, row: number + 1, column: column, issue, party, comparison, table, aside, &ordinals)
      case (.other, .issue), (.other, .party): lost = true
      default: lostInColumn[column] = true
      }
    }
    return lost
  }

  private mutating func readPosition(
    _ cell: Int, row: Int, column: Int, _ issue: ID<Issue>, _ party: ID<Party>,
    _ comparison: ID<Comparison>, _ table: AuthoredTable, _ aside: RowAside?,
    _ ordinals: inout [UInt64: Int32]
  ) {
    var stance = aside?.stance
    var asOf = aside?.date
    var evidence = aside?.evidence ?? []
    let place = Position.Cell(
      comparison: comparison, row: Int32(row), column: Int32(column), node: Int32(cell))
    if !isPlainlyWords(cell) {
      let (reading, diagnostics) = CellReading.read(
        cell, in: document, path: header.sourcePath, silence: site.shared.silence)
      for diagnostic in diagnostics { add(diagnostic) }
      (stance, asOf) = (reading.stance ?? stance, reading.asOf ?? asOf)
      if !reading.evidence.isEmpty { evidence = reading.evidence }
      if let asOf { checkAsOf(asOf, at: range(of: cell)) }
      guard reading.isPosition || aside?.stance != nil else {
        if reading.text == .silent {
          readSilence(at: place, issue, party, dating: dating(cell: asOf, comparison: table.asOf))
        }
        return
      }
    }
    if stance == nil { checkNearMark(cell) }
    let pair = UInt64(UInt32(bitPattern: issue.rawValue)) << 32 | UInt64(UInt32(bitPattern: party.rawValue))
    let ordinal = (ordinals[pair] ?? 0) + 1
    ordinals[pair] = ordinal
    let dating = dating(cell: asOf, comparison: table.asOf)
    guard isRecorded(dating) else { return }
    if !site.shared.lifetimes.isEmpty { checkLifetime(of: party, dating, cell: cell) }
    linked.positions.append(
      Position(
        id: ID(linked.positions.count), on: issue, of: party, in: ID(index),
        at: place,
        ordinal: ordinal, stance: stance, evidence: evidence,
        dating: dating, plainWords: plainWords(of: cell)
      ))
  }

  /// Reports text at the start of a cell that was probably meant as a stance mark.
  private mutating func checkNearMark(_ cell: Int) {
    guard document.nodes[cell].text.isEmpty, !document.nodes[cell].flag,
      let near = NearStanceMark(of: cell, in: document, words: site.shared.words)
    else { return }
    report(
      .unknownStance, at: range(of: cell),
      "“\(near.text)” is not a stance mark, so this position is unrated",
      suggestion: near.stance.map {
        Suggestion("did you mean [\($0.rawValue)]?", choice: Suggestion.Choice(near.text, "[\($0.rawValue)]"))
      } ?? Suggestion(NearStanceMark.allMarks))
  }

  /// The text of a cell that contains a single run of text; empty for all others.
  private func plainWords(of cell: Int) -> ByteRange {
    guard Int(document.nodes[cell].end) == cell + 2, document.nodes[cell + 1].kind == .text else {
      return .empty
    }
    return document.nodes[cell + 1].text
  }

  /// Without mark and attribute, and too long to be a dash or “n/a”, so that it can be taken as it is.
  private func isPlainlyWords(_ cell: Int) -> Bool {
    let node = document.nodes[cell]
    guard node.text.isEmpty, node.extra.isEmpty, Int(node.end) > cell + 1 else { return false }
    let first = document.nodes[cell + 1]
    guard first.kind == .text else { return false }
    let bytes = document.text[first.text.range]
    return bytes.count > 12 && bytes.contains { $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "-") }
      && !site.shared.silence.mayBe(bytes)
  }

  private mutating func readSilence(
    at place: Position.Cell, _ issue: ID<Issue>, _ party: ID<Party>, dating: Position.Dating
  ) {
    guard isRecorded(dating) else { return }
    linked.silentCells.append(
      SilentCell(
        id: ID(linked.silentCells.count), on: issue, of: party, in: ID(index), at: place, dating: dating))
  }

  /// Whether the record that the site shows has a cell with these dates. One that is left out still counts for the anchors
  /// of those after it.
  private func isRecorded(_ dating: Position.Dating) -> Bool {
    guard let day = site.shared.settings.recordDay else { return true }
    return RecordedDates(held: dating.interval, reported: report?.interval).isRecorded(by: day)
  }

  /// Reports an `as-of` that begins after the end of the report, or after the build's day.
  private mutating func checkAsOf(_ date: PartialDate, at range: Range<Int>) {
    guard let authored = report else { return }
    let (days, isTooLate) = authored.interval(asOf: date)
    if isTooLate, let end = authored.end {
      report(
        .asOfAfterReport, at: range,
        "“as-of” is \(date), which is after the last date of this report (\(end))",
        suggestion: Suggestion(
          "correct the date, or set “updated:” to the day on which you added the position"))
    } else if let today = site.shared.today, Int(days.first) > today.lastDayNumber {
      report(
        .futureDate, at: range,
        "“as-of” is \(date), which is after today (\(today)), so this position is not current yet",
        suggestion: Suggestion("correct the date"))
    }
  }

  /// The most particular date there is, the days that it means, and where it is from.
  private func dating(cell: PartialDate?, comparison: PartialDate?) -> Position.Dating {
    guard let report else { return Position.Dating(date: nil, interval: nil, origin: .none) }
    if let date = cell ?? comparison {
      let origin: DateOrigin = cell == nil ? .comparison : .cell
      return Position.Dating(date: date, interval: report.interval(asOf: date).days, origin: origin)
    }
    let origin = report.date == nil ? .none : report.dateOrigin
    return Position.Dating(date: report.date, interval: report.interval, origin: origin)
  }
}
