import Content
import Text

/// A table without what people put around a comparison: titles above the header, notes below the last row, rules, and
/// columns without a word. A merged cell is in each row and column that it spans, once per party or issue.
struct TidyTable {
  typealias Cell = SourceTable.Cell
  typealias Row = SourceTable.Row

  /// The rows below a row that is one cell across the whole table.
  struct Section {
    /// nil for the rows above the first such row.
    var title: Cell?
    var rows: [Row] = []
  }

  /// A decision or a problem, with the row of the source that it is about, from 0; nil: the whole table.
  struct Remark {
    let row: Int?
    let message: String
    /// How to fix it.
    var fix = ""
  }

  /// Titles above the header, and the names of groups of columns.
  private(set) var titles: [Cell] = []
  private(set) var header: [Cell] = []
  /// The row of the source with the header, from 0.
  private(set) var headerRow = 0
  private(set) var sections = [Section()]
  private(set) var notes: [Cell] = []
  private(set) var decisions: [Remark] = []
  /// The columns that became the first one.
  private(set) var moves: [Remark] = []
  /// What the author should look at.
  private(set) var guesses: [Remark] = []
  /// What could not be read as it was meant.
  private(set) var problems: [Remark] = []
  /// The headers below a group that say what its columns hold, such as “Source”, with the name of the group.
  private(set) var subheads: [(group: String, name: String)] = []

  private let words: HeaderWords
  private var rows: [Row]
  private var headCount: Int
  /// The columns of the source, from 0, by the columns of the table.
  private(set) var columns: [Int] = []

  /// nil: no cell has text.
  init?(_ table: SourceTable, words: HeaderWords) {
    self.words = words
    let width = table.rows.reduce(0) { max($0, $1.cells.count) }
    rows = table.rows.map { row in
      if row.cells.count == width { return row }
      return Row(
        index: row.index, cells: row.cells + Array(repeating: .empty, count: width - row.cells.count))
    }
    headCount = table.headCount
    columns = Array(0..<width)
    removeEmptyRows()
    removeRules()
    takeTitles()
    guard !rows.isEmpty else { return nil }
    takeNotes()
    takeHeader()
    joinColumnsOfOneHeader()
    takeSections()
    spreadMergedCells()
    removeEmptyColumns()
    noteColumnsWithoutHeader()
  }

  /// The date in a title; nil: none.
  var date: PartialDate? { titles.lazy.compactMap { WrittenDate.first(in: $0.text) }.first }

  /// All rows of the body.
  var body: [Row] { sections.flatMap(\.rows) }

  /// The titles as one text; nil: none.
  var caption: MarkdownLine? {
    titles.isEmpty
      ? nil
      : titles.reduce(into: "" as MarkdownLine) { text, title in
        if !text.isEmpty { text += LineShape(text.text).isClosed ? " " : ". " }
        text += title.markdown
      }
  }

  /// Moves a column to the front.
  mutating func moveToFront(_ column: Int) {
    header.insert(header.remove(at: column), at: 0)
    columns.insert(columns.remove(at: column), at: 0)
    for section in sections.indices {
      for row in sections[section].rows.indices {
        let cell = sections[section].rows[row].cells.remove(at: column)
        sections[section].rows[row].cells.insert(cell, at: 0)
      }
    }
  }

  /// Moves the column of the issues to the front, if numbers or groups of issues come before it.
  ///
  /// - Parameter words: of the languages by which the header may be read, the most likely first.
  mutating func moveIssuesToFront(_ words: [HeaderWords]) {
    let (header, rows) = (self.header.map(\.text), body.map { $0.cells.map(\.text) })
    guard let column = words.lazy.compactMap({ IssueColumn.index(header: header, rows: rows, $0) }).first
    else { return }
    moves.append(
      Remark(
        row: headerRow, message: "“\(header[column])” is the first column, because its cells are the issues"))
    moveToFront(column)
  }

  private mutating func decide(_ row: Int?, _ message: String) {
    decisions.append(Remark(row: row, message: message))
  }

  // MARK: Rows

  private mutating func remove(where isRemoved: (Row) -> Bool) -> [Row] {
    let removed = rows.filter(isRemoved)
    headCount -= rows.prefix(headCount).count(where: isRemoved)
    rows.removeAll(where: isRemoved)
    return removed
  }

  private mutating func removeEmptyRows() { _ = remove { $0.filled.isEmpty } }

  /// Removes rows that consist of dashes, equals signs and the like.
  private mutating func removeRules() {
    let removed = remove { row in row.filled.allSatisfy { Self.isRule($0.text) } }
    for row in removed {
      decide(row.index, "rule: a row that consists only of “\(row.filled[0].text.prefix(3))”")
    }
  }

  private static func isRule(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { "-‐‑‒–—―−=+_*~:|".contains($0) || $0.isWhitespace }
  }

  private func isTitle(_ row: Row, wideRows: Int) -> Bool {
    let filled = row.filled
    guard filled.count == 1, let cell = filled.first else { return false }
    let key = NameKey(cell.text)
    if words.isAxis(key) || words.isParty(key) { return false }
    return !row.first.isEmpty || wideRows >= 3
  }

  /// Takes rows of one cell above a wider row as titles.
  private mutating func takeTitles() {
    let widest = rows.reduce(0) { max($0, $1.filled.count) }
    guard widest >= 2 else { return }
    while rows.count > 1, isTitle(rows[0], wideRows: widest) {
      let row = rows.removeFirst()
      headCount = max(0, headCount - 1)
      titles.append(row.filled[0])
      decide(
        row.index, "title “\(row.filled[0].text)” of the table: the only cell of a row above a wider one")
    }
    if let date { decide(nil, "date \(date): from the title of the table") }
  }

  /// Takes rows of one cell at the end as notes.
  private mutating func takeNotes() {
    while rows.count > max(2, headCount + 1), let row = rows.last, row.filled.count == 1, !row.first.isEmpty,
      rows.dropFirst(max(1, headCount)).contains(where: { $0.filled.count > 1 })
    {
      rows.removeLast()
      notes.insert(row.filled[0], at: 0)
      decide(row.index, "note “\(row.filled[0].text)” below the table: the only cell of its last row")
    }
  }

  // MARK: Header

  private mutating func takeHeader() {
    let count = max(1, min(headCount, rows.count), hasTwoHeadRows ? 2 : 1)
    let head = Array(rows.prefix(count))
    rows.removeFirst(count)
    headerRow = head[0].index
    header = columns.map { headerCell(column: $0, in: head) }
    for group in groups(of: head) where !group.isHeader {
      titles.append(group.title)
      decide(
        headerRow,
        "“\(group.title.text)” is above the column names, so it is part of the caption, not of the names"
      )
    }
  }

  /// Whether the first row has cells across several columns, and the second the names of the columns.
  private var hasTwoHeadRows: Bool {
    guard headCount <= 1, rows.count > 2, rows[1].filled.count > rows[0].filled.count else { return false }
    let corner = rows[0].first
    guard corner.isEmpty || rows[1].first.isEmpty || (corner.merge?.rowCount ?? 1) > 1 else { return false }
    return rows[0].cells.contains { ($0.merge?.columnCount ?? 1) > 1 && !$0.isEmpty }
  }

  private func headerCell(column: Int, in head: [Row]) -> Cell {
    var parts: [(cell: Cell, row: Row)] = []
    for row in head where !row.cells[column].isEmpty {
      let cell = row.cells[column]
      if let last = parts.last?.cell, last.merge != nil, last.merge == cell.merge { continue }
      parts.append((cell, row))
    }
    guard parts.count > 1, let last = parts.last?.cell else { return parts.first?.cell ?? .empty }
    // The names of groups are not part of the names of parties.
    let names = parts.dropLast().filter { !isGroup($0.cell, in: $0.row, above: last) }.map(\.cell) + [last]
    if names.count == 1 { return last }
    return Cell(
      text: names.map(\.text).joined(separator: " "), markdown: names.map(\.markdown).joined(separator: " "))
  }

  /// Whether a cell names a group of parties, and not the party that a general header such as “Source” belongs to: a cell
  /// across several columns, or one beside such cells.
  private func isGroup(_ cell: Cell, in row: Row, above name: Cell) -> Bool {
    row.cells.contains { ($0.merge?.columnCount ?? 1) > 1 && !$0.isEmpty }
      && words.mayBeParty(name.text) && words.column(name.text) == nil
  }

  private mutating func groups(of head: [Row]) -> [(title: Cell, isHeader: Bool)] {
    var seen: Set<SourceTable.Merge> = []
    var result: [(title: Cell, isHeader: Bool)] = []
    guard let names = head.last?.cells else { return [] }
    for row in head.dropLast() {
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !names[column].isEmpty {
        let isGroup = isGroup(cell, in: row, above: names[column])
        guard let merge = cell.merge else {
          if isGroup { result.append((cell, false)) }
          continue
        }
        if names[column].merge == merge || merge.columnCount == 1 && !isGroup { continue }
        if !isGroup { subheads.append((cell.text, names[column].text)) }
        if seen.insert(merge).inserted { result.append((cell, !isGroup)) }
      }
    }
    return result
  }

  /// Joins the columns below one merged header, because they belong to one party.
  private mutating func joinColumnsOfOneHeader() {
    for (column, cell) in header.enumerated().reversed() where column > 0 && !cell.isEmpty {
      guard let merge = cell.merge, header[column - 1].merge == merge else { continue }
      for row in rows.indices {
        let (left, right) = (rows[row].cells[column - 1], rows[row].cells[column])
        if left.merge == nil || left.merge != right.merge {
          rows[row].cells[column - 1] = Self.joined(left, right)
        }
      }
      removeColumn(column)
      if merge.column == column - 1 {
        guesses.append(
          Remark(
            row: headerRow,
            message:
              "“\(cell.text)” is above several columns, so the cells below it are joined into one position per row",
            fix: "compare the report with the table"))
      }
    }
  }

  private static func joined(_ left: Cell, _ right: Cell) -> Cell {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return Cell(
      text: left.text + " " + right.text, markdown: left.markdown + "<br>" + right.markdown, merge: left.merge
    )
  }

  private mutating func removeColumn(_ column: Int) {
    header.remove(at: column)
    columns.remove(at: column)
    for row in rows.indices { rows[row].cells.remove(at: column) }
    for section in sections.indices {
      for row in sections[section].rows.indices { sections[section].rows[row].cells.remove(at: column) }
    }
  }

  // MARK: Body

  /// Takes each row that is one cell across the whole table as the title of the rows below it.
  private mutating func takeSections() {
    for row in rows {
      let isWhole =
        columns.count > 2 && row.filled.count == 1 && (row.first.merge?.columnCount ?? 1) >= columns.count
      if isWhole {
        sections.append(Section(title: row.first))
        decide(
          row.index,
          "heading “\(row.first.text)” in the table: one cell across all columns, so the table is split there"
        )
      } else {
        sections[sections.count - 1].rows.append(row)
      }
    }
    rows = []
    sections.removeAll { $0.title == nil && $0.rows.isEmpty }
    if sections.isEmpty { sections = [Section()] }
  }

  private mutating func spreadMergedCells() {
    var firstRows: [SourceTable.Merge: Row] = [:]
    var told: [SourceTable.Merge: Set<String>] = [:]
    var order: [(merge: SourceTable.Merge, cell: Cell, row: Int)] = []
    for section in sections.indices {
      for index in sections[section].rows.indices {
        let row = sections[section].rows[index]
        for (column, cell) in row.cells.enumerated() {
          guard let merge = cell.merge, !cell.isEmpty else { continue }
          let first = firstRows[merge] ?? row
          firstRows[merge] = first
          if told[merge] == nil { order.append((merge, cell, row.index)) }
          if isRepeated(cell, merge, at: column, in: row, first: first) {
            told[merge, default: []].insert(name(of: merge, at: column, in: row))
          } else {
            told[merge] = told[merge] ?? []
            sections[section].rows[index].cells[column] = .empty
          }
        }
      }
    }
    for entry in order { tell(entry.merge, entry.cell, entry.row, told[entry.merge] ?? []) }
  }

  /// Whether a merged cell covers this row and column, too.
  private func isRepeated(_ cell: Cell, _ merge: SourceTable.Merge, at column: Int, in row: Row, first: Row)
    -> Bool
  {
    let source = columns[column]
    let start = columns.firstIndex { $0 >= merge.column } ?? column
    if column == 0 { return true }
    // The name of a row is not a position.
    if start == 0 { return false }
    if source != columns[start], NameKey(header[column].text) == NameKey(header[start].text) { return false }
    return row.index == first.index || NameKey(row.first.text) != NameKey(first.first.text)
  }

  private func name(of merge: SourceTable.Merge, at column: Int, in row: Row) -> String {
    merge.columnCount > 1 && merge.rowCount > 1
      ? header[column].text + ", " + row.first.text
      : merge.columnCount > 1 ? header[column].text : column == 0 ? "row \(row.index + 1)" : row.first.text
  }

  private mutating func tell(_ merge: SourceTable.Merge, _ cell: Cell, _ row: Int, _ names: Set<String>) {
    let span =
      merge.columnCount > 1 && merge.rowCount > 1
      ? "\(merge.rowCount) rows and \(merge.columnCount) columns"
      : merge.columnCount > 1 ? "\(merge.columnCount) columns" : "\(merge.rowCount) rows"
    let places = names.sorted().map { "“\($0)”" }
    let effect =
      places.isEmpty
      ? "it is kept only in the first of them"
      : merge.column == 0
        ? "it names each row"
        : places.count == 1 ? "it appears once, for \(places[0])" : "it appears for \(places.listed())"
    guesses.append(
      Remark(
        row: row, message: "the merged cell “\(cell.text.excerpt)” spans \(span); \(effect)",
        fix: "compare the report with the table"))
  }

  // MARK: Columns

  private mutating func removeEmptyColumns() {
    let rows = sections.flatMap(\.rows)
    let empty = columns.indices.filter { column in
      header[column].isEmpty && rows.allSatisfy { $0.cells[column].isEmpty }
    }
    guard !empty.isEmpty, empty.count < columns.count else { return }
    for column in empty.reversed() { removeColumn(column) }
    decide(headerRow, "\(empty.count.counted("empty column")) left out")
  }

  private mutating func noteColumnsWithoutHeader() {
    for (column, cell) in header.enumerated() where column > 0 && cell.isEmpty {
      guard let row = sections.flatMap(\.rows).first(where: { !$0.cells[column].isEmpty }) else { continue }
      problems.append(
        Remark(
          row: row.index,
          message:
            "column \(columns[column] + 1) has text, such as “\(row.cells[column].text.excerpt)”, but no header, so it does not belong to a party",
          fix: "name the column, or move its text to the column it belongs to"))
    }
  }
}
