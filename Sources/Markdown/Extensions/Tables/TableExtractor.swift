import Diagnostics
import Text

/// Finds the tables of a text and rewrites it so that libcmark parses each cell on its own.
struct TableExtractor {
  /// A text to parse, and the plan of its tables.
  struct Result {
    /// The original text, which the lines of the tables refer to.
    let original: MarkdownText
    let text: MarkdownText
    let plan: TablePlan
    let tables: [SourceTable]
    /// Delimiter rows that do not fit the line above them.
    let mismatches: [MismatchedDelimiter]
    /// Tables that remain text because they are too large.
    let tooLarge: [SourceTable]
  }

  /// The maximum of columns times rows; short rows count in full.
  static let maximumCells = Limit.tableCells.value
  /// The largest number of times that the text is parsed again because a table ended within a paragraph of
  /// libcmark.
  private static let maximumPasses = 16

  private let text: MarkdownText
  private let readsMarks: Bool
  /// Whether libcmark changes characters of plain text.
  private let changesPunctuation: Bool
  private let delimiters: [Int]

  init(_ text: MarkdownText, profile: MarkdownProfile) {
    self.text = text
    readsMarks = profile.siteExtensions
    changesPunctuation = profile.smartPunctuation
    delimiters = profile.gitHubExtensions ? Self.delimiters(text) : []
  }

  /// Whether no line looks like a delimiter row.
  var hasNoTables: Bool { delimiters.isEmpty }

  /// The text, with all tables as text.
  var plain: Result {
    Result(original: text, text: text, plan: TablePlan(), tables: [], mismatches: [], tooLarge: [])
  }

  private static func delimiters(_ text: MarkdownText) -> [Int] {
    var delimiters: [Int] = []
    text.bytes.withUnsafeBufferPointer { buffer in
      for (number, start) in text.lines.enumerated() {
        guard TableRow.mayStartDelimiter(buffer[Int(start)]) else { continue }
        if TableRow.looksLikeDelimiter(buffer, text.line(number)) { delimiters.append(number) }
      }
    }
    return delimiters
  }

  // MARK: Quick extraction

  /// Finds the tables by their lines only, without parsing; nil if a line needs `careful`.
  ///
  /// The result is right only if every cell is found outside containers when the result is parsed: a line that starts
  /// in the first column after a blank line, a heading or a comment starts a paragraph outside any container, unless
  /// it is part of code or HTML.
  func quick() -> Result? {
    var tables: [SourceTable] = []
    var mismatches: [MismatchedDelimiter] = []
    for number in delimiters {
      if let last = tables.last, number < last.endLine { continue }
      guard number > 0, startsParagraph(number - 1) else { return nil }
      var finder = TableFinder(text, containers: ContainerStack())
      finder.search(number - 1..<text.lines.count, delimiters: [number])
      mismatches += finder.mismatches
      guard let table = finder.tables.first else { return nil }
      guard endsPlainly(table), !Self.isTooLarge(table) else { return nil }
      tables.append(table)
    }
    return rewrite(
      tables, mismatches: mismatches, tooLarge: [], leavesOutPlainCells: !changesPunctuation)
  }

  private func startsParagraph(_ number: Int) -> Bool {
    guard let first = text.bytes[text.line(number)].first, first == ASCII.pipe || first.isLetter else {
      return false
    }
    guard number > 0 else { return true }
    let before = text.bytes[text.line(number - 1)]
    if before.allSatisfy({ $0 == ASCII.space || $0 == ASCII.tab }) { return true }
    return before.starts(with: "<!--".utf8) && before.suffix(3).elementsEqual("-->".utf8)
      || before.starts(with: "# ".utf8) || before.starts(with: "## ".utf8) || before.starts(with: "### ".utf8)
  }

  /// Whether the table is followed by a blank line, the end of the text, or a block that can interrupt a paragraph.
  private func endsPlainly(_ table: SourceTable) -> Bool {
    guard table.endLine < text.lines.count else { return true }
    let line = text.line(table.endLine)
    guard let first = text.bytes[line].first(where: { !$0.isCellSpace }) else { return true }
    let start = text.bytes[line.lowerBound]
    return start == ASCII.hash || start == ASCII.greater
      || first == ASCII.less && text.bytes[line].starts(with: "<!--".utf8)
  }

  // MARK: Careful extraction

  /// Finds the tables by parsing the structure of the whole document.
  func careful() -> Result {
    var tables: [SourceTable] = []
    var tooLarge: [SourceTable] = []
    var mismatches: [Int: MismatchedDelimiter] = [:]
    for pass in 1...Self.maximumPasses {
      let known = rewrite(tables, mismatches: [], tooLarge: [])
      var needsAnotherPass = false
      var end = 0
      for block in blocks(of: known) where block.lines.lowerBound >= end {
        var finder = TableFinder(known.text, containers: block.containers)
        finder.search(block.lines, delimiters: block.delimiters, isHeading: block.isHeading)
        for one in finder.mismatches { moved(one, from: known).map { mismatches[$0.delimiter.number] = $0 } }
        guard let found = finder.tables.first, let table = moved(found, from: known) else { continue }
        if Self.isTooLarge(table) {
          if !tooLarge.contains(where: { $0.header.number == table.header.number }) { tooLarge.append(table) }
          continue
        }
        tables.append(table)
        end = found.endLine
        needsAnotherPass = finder.isOpenEnded && pass < Self.maximumPasses
        if needsAnotherPass { break }
      }
      tables.sort { $0.header.number < $1.header.number }
      if !needsAnotherPass { break }
    }
    let sorted = mismatches.values.sorted { $0.delimiter.number < $1.delimiter.number }
    return rewrite(tables, mismatches: sorted, tooLarge: tooLarge)
  }

  private func blocks(of known: Result) -> [TextBlockFinder.Block] {
    guard let tree = CMarkTree(known.text.bytes, smartPunctuation: false) else { return [] }
    let wanted = Set(delimiters)
    let lines = known.plan.origins.indices.filter { line in
      known.plan.origin(of: line).map(wanted.contains) ?? false
    }
    var finder = TextBlockFinder(known.text, delimiters: lines)
    tree.walk(&finder)
    return finder.blocks
  }

  private func rewrite(
    _ tables: [SourceTable], mismatches: [MismatchedDelimiter], tooLarge: [SourceTable],
    leavesOutPlainCells: Bool = false
  ) -> Result {
    var rewriter = TableRewriter(text, readsMarks: readsMarks, leavesOutPlainCells: leavesOutPlainCells)
    let rewritten = rewriter.rewrite(tables)
    return Result(
      original: text, text: rewritten, plan: rewriter.plan, tables: tables, mismatches: mismatches,
      tooLarge: tooLarge)
  }

  private static func isTooLarge(_ table: SourceTable) -> Bool {
    table.columns.multipliedReportingOverflow(by: table.rows.count + 1).partialValue > maximumCells
  }

  // MARK: Mapping lines of a rewritten text to lines of this text

  private func moved(_ table: SourceTable, from known: Result) -> SourceTable? {
    guard let header = moved(table.header, from: known), let delimiter = moved(table.delimiter, from: known)
    else { return nil }
    var new = SourceTable(
      header: header, delimiter: delimiter, alignments: table.alignments,
      startsParagraph: table.startsParagraph)
    new.rows = table.rows.compactMap { moved($0, from: known) }
    return new
  }

  private func moved(_ mismatch: MismatchedDelimiter, from known: Result) -> MismatchedDelimiter? {
    guard let header = moved(mismatch.header, from: known),
      let delimiter = moved(mismatch.delimiter, from: known)
    else { return nil }
    return MismatchedDelimiter(
      header: header, delimiter: delimiter, headerCells: mismatch.headerCells,
      delimiterCells: mismatch.delimiterCells)
  }

  private func moved(_ line: SourceTable.Line, from known: Result) -> SourceTable.Line? {
    guard let number = known.plan.origin(of: line.number) else { return nil }
    let shift = Int(text.lines[number]) - Int(known.text.lines[line.number])
    return SourceTable.Line(
      number: number, content: line.content.lowerBound + shift..<line.content.upperBound + shift)
  }
}
