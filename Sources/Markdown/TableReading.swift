/// Finds the tables of a text and rewrites it so that libcmark reads their cells one by one.
struct TableReading {
  /// A text to parse, with the plan of its tables.
  struct Result {
    /// The text before; the lines of the tables below are its lines.
    let original: MarkdownText
    let text: MarkdownText
    let plan: TablePlan
    let tables: [FoundTable]
    /// Lines like delimiter rows that make no table.
    let unfit: [UnfitDelimiter]
    /// Tables that were left as text because they are too large.
    let tooLarge: [FoundTable]
  }

  /// Columns times rows of the largest table that is built; short rows count in full.
  static let mostCells = 1_000_000
  /// Tables may end inside what libcmark takes for a paragraph; so many times the text is looked at anew.
  private static let mostPasses = 16

  private let text: MarkdownText
  private let readsMarks: Bool
  private let delimiters: [Int]

  init(_ text: MarkdownText, profile: MarkdownProfile) {
    self.text = text
    readsMarks = profile.siteExtensions
    delimiters = profile.gitHubExtensions ? Self.delimiters(text) : []
  }

  /// No line looks like a delimiter row.
  var isNeedless: Bool { delimiters.isEmpty }

  /// The text without any table.
  var plain: Result {
    Result(original: text, text: text, plan: TablePlan(), tables: [], unfit: [], tooLarge: [])
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

  // MARK: The quick way

  /// The tables by their lines alone, without a parse: right only if every cell is found again, outside any
  /// container, when the result is parsed. nil when some line needs the careful way.
  ///
  /// A line that starts in the first column after a blank line, a heading or a comment starts a paragraph outside
  /// any container, unless it stands in code or HTML: then its cells will not be found again.
  func quick() -> Result? {
    var tables: [FoundTable] = []
    var unfit: [UnfitDelimiter] = []
    for number in delimiters {
      if let last = tables.last, number < last.endLine { continue }
      guard number > 0, startsParagraph(number - 1) else { return nil }
      var finder = TableFinder(text, containers: ContainerStack())
      finder.search(number - 1..<text.lines.count, delimiters: [number])
      unfit += finder.unfit
      guard let table = finder.tables.first else { return nil }
      guard endsPlainly(table), !Self.isTooLarge(table) else { return nil }
      tables.append(table)
    }
    return rewrite(tables, unfit: unfit, tooLarge: [])
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

  /// Nothing but a blank line, the end, or a block that could interrupt a paragraph follows the table.
  private func endsPlainly(_ table: FoundTable) -> Bool {
    guard table.endLine < text.lines.count else { return true }
    let line = text.line(table.endLine)
    guard let first = text.bytes[line].first(where: { !$0.isCellSpace }) else { return true }
    let start = text.bytes[line.lowerBound]
    return start == ASCII.hash || start == ASCII.greater
      || first == ASCII.less && text.bytes[line].starts(with: "<!--".utf8)
  }

  // MARK: The careful way

  /// The tables as the structure of the whole document has them.
  func careful() -> Result {
    var tables: [FoundTable] = []
    var tooLarge: [FoundTable] = []
    var unfit: [Int: UnfitDelimiter] = [:]
    for pass in 1...Self.mostPasses {
      let known = rewrite(tables, unfit: [], tooLarge: [])
      var goesOn = false
      for block in blocks(of: known) {
        var finder = TableFinder(known.text, containers: block.containers)
        finder.search(block.lines, delimiters: block.delimiters)
        for one in finder.unfit { moved(one, from: known).map { unfit[$0.delimiter.number] = $0 } }
        guard let table = finder.tables.first.flatMap({ moved($0, from: known) }) else { continue }
        if Self.isTooLarge(table) {
          if !tooLarge.contains(where: { $0.header.number == table.header.number }) { tooLarge.append(table) }
          continue
        }
        tables.append(table)
        goesOn = finder.isOpenEnded && pass < Self.mostPasses
        if goesOn { break }
      }
      tables.sort { $0.header.number < $1.header.number }
      if !goesOn { break }
    }
    let misfits = unfit.values.sorted { $0.delimiter.number < $1.delimiter.number }
    return rewrite(tables, unfit: misfits, tooLarge: tooLarge)
  }

  private func blocks(of known: Result) -> [TextBlockFinder.Block] {
    guard let tree = CMarkTree(known.text.bytes, smartPunctuation: false) else { return [] }
    let wanted = Set(delimiters)
    let lines = known.plan.origins.indices.filter { line in
      known.plan.origins[line].map(wanted.contains) ?? false
    }
    var finder = TextBlockFinder(known.text, delimiters: lines)
    tree.walk(&finder)
    return finder.blocks
  }

  private func rewrite(_ tables: [FoundTable], unfit: [UnfitDelimiter], tooLarge: [FoundTable]) -> Result {
    var rewriter = TableRewriter(text, readsMarks: readsMarks)
    let rewritten = rewriter.rewrite(tables)
    return Result(
      original: text, text: rewritten, plan: rewriter.plan, tables: tables, unfit: unfit, tooLarge: tooLarge)
  }

  private static func isTooLarge(_ table: FoundTable) -> Bool {
    table.columns.multipliedReportingOverflow(by: table.rows.count + 1).partialValue > mostCells
  }

  // MARK: From the lines of a rewritten text to those of this text

  private func moved(_ table: FoundTable, from known: Result) -> FoundTable? {
    guard let header = moved(table.header, from: known), let delimiter = moved(table.delimiter, from: known)
    else { return nil }
    var new = FoundTable(
      header: header, delimiter: delimiter, alignments: table.alignments,
      startsParagraph: table.startsParagraph)
    new.rows = table.rows.compactMap { moved($0, from: known) }
    return new
  }

  private func moved(_ unfit: UnfitDelimiter, from known: Result) -> UnfitDelimiter? {
    guard let header = moved(unfit.header, from: known), let delimiter = moved(unfit.delimiter, from: known)
    else { return nil }
    return UnfitDelimiter(
      header: header, delimiter: delimiter, headerCells: unfit.headerCells,
      delimiterCells: unfit.delimiterCells)
  }

  private func moved(_ line: FoundTable.Line, from known: Result) -> FoundTable.Line? {
    guard let number = known.plan.origins[line.number] else { return nil }
    let shift = Int(text.lines[number]) - Int(known.text.lines[line.number])
    return FoundTable.Line(
      number: number, content: line.content.lowerBound + shift..<line.content.upperBound + shift)
  }
}
