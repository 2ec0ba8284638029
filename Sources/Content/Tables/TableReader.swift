import Diagnostics
import Markdown
import Text

/// Finds the tables of a report, with their directives, captions and header rows.
struct TableReader {
  private let document: Document
  private let source: SourceText
  private let classifier: TableClassifier
  private let sheets: [ReportSheet]
  /// Tables with a row for each position, in whose place comparisons are read.
  private var replaced: [Range<Int>] = []
  private var tables: [AuthoredTable] = []
  private var diagnostics: [Diagnostic] = []
  private var limits = Limits()
  private lazy var lines = LineIndex(source.bytes)
  /// The lines of the sheets, by their places in `sheets`.
  private let sheetLines: [LineIndex]
  /// The headings that the current node belongs to, by node, outermost first.
  private var headings: [Int] = []

  /// The tables, in order of appearance.
  ///
  /// Diagnostics: `unknown-directive`, `invalid-directive`, `unattached-directive`, `duplicate-comparison-id`.
  static func tables(
    in document: Document, source: SourceText, classifier: TableClassifier,
    sheets: [(sheet: ReportSheet, source: SourceText)] = [], replaced: [Range<Int>] = [],
    limits: Limits = Limits()
  ) -> (tables: [AuthoredTable], diagnostics: [Diagnostic]) {
    var reader = TableReader(document: document, source: source, classifier: classifier, sheets: sheets)
    reader.replaced = replaced
    reader.limits = limits
    reader.readAll()
    reader.checkIDs()
    return (reader.tables, reader.diagnostics)
  }

  /// Diagnostics for directives in a file that is not a report.
  static func uselessDirectives(in document: Document, source: SourceText) -> [Diagnostic] {
    document.nodes.filter { $0.kind == .htmlBlock || $0.kind == .htmlInline }.compactMap { node in
      guard DirectiveReader.inside(of: document.string(node.text)) != nil else { return nil }
      return Diagnostic(
        .unattachedDirective, at: Place(path: source.path, range: range(of: node, in: source)),
        "this comment has no effect here; only tables in reports are compared")
    }
  }

  private init(
    document: Document, source: SourceText, classifier: TableClassifier,
    sheets: [(sheet: ReportSheet, source: SourceText)]
  ) {
    self.sheets = sheets.map(\.sheet)
    sheetLines = sheets.map { LineIndex($0.source.bytes) }
    self.document = document
    self.source = source
    self.classifier = classifier
  }

  private mutating func readAll() {
    var pending: (directive: Directive, table: Int)?
    /// The ends of the subtrees that contain the current node.
    var ends: [Int32] = []
    tables.reserveCapacity(document.tables.count)
    for (index, node) in document.nodes.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      switch node.kind {
      case .htmlBlock, .htmlInline:
        guard let directive = directive(of: node) else { break }
        let next = Int(node.end)
        let isAttached =
          node.kind == .htmlBlock && node.end < ends.last ?? 0 && document.nodes[next].kind == .table
        if isAttached {
          pending = (directive, next)
        } else if directive.from == nil || node.kind == .htmlInline || ends.count > 1 {
          unattached(node, directive)
        }
      case .table:
        let directive = pending?.table == index ? pending?.directive : nil
        tables.append(table(index, directive ?? Directive()))
      case .heading:
        headings.removeAll { document.nodes[$0].detail >= node.detail }
        headings.append(index)
      default: break
      }
      if node.end > index + 1 { ends.append(node.end) }
    }
  }

  private mutating func directive(of node: Node) -> Directive? {
    guard Self.opensComment(document.text[node.text.range]) else { return nil }
    let html = document.string(node.text)
    guard let inside = DirectiveReader.inside(of: html) else { return nil }
    let range = Self.range(of: node, in: source)
    let offset = offset(of: html, in: range)
    let (directive, problems) = DirectiveReader.read(inside, path: source.path, limits: limits) { part in
      guard let offset else { return range }
      let start = offset + html.utf8.distance(from: html.startIndex, to: part.startIndex)
      return start..<(start + part.utf8.count)
    }
    diagnostics += problems
    return directive
  }

  /// This fast test comes first, because documents may contain a lot of other HTML.
  private static func opensComment(_ html: ArraySlice<UInt8>) -> Bool {
    html.drop { $0 == 0x20 || (9...13).contains($0) }.starts(with: "<!--".utf8)
  }

  /// The range of an HTML node: at least as long as its text, because parsers end an HTML block early. It ends with the file,
  /// because a text in which characters were replaced may be longer than its source.
  private static func range(of node: Node, in source: SourceText) -> Range<Int> {
    let range = node.source.range
    let end = max(range.upperBound, range.lowerBound + node.text.count)
    return (range.lowerBound..<end).clamped(to: 0..<source.bytes.count)
  }

  /// The offset of `html` in the file; nil if its lines contain the markers of a container.
  private func offset(of html: String, in range: Range<Int>) -> Int? {
    var comment = Array(html.utf8)
    // A line of the file may end with CRLF, one of the text never does.
    while let last = comment.last, last == 10 || last == 13 { comment.removeLast() }
    let range = range.clamped(to: 0..<source.bytes.count)
    guard let first = comment.first, comment.count <= range.count else { return nil }
    let starts = range.lowerBound...(range.upperBound - comment.count)
    return starts.first { source.bytes[$0] == first && source.bytes[$0...].starts(with: comment) }
  }

  private mutating func unattached(_ node: Node, _ directive: Directive) {
    if directive.from != nil {
      diagnostics.append(
        Diagnostic(
          .unattachedDirective, at: Place(path: source.path, range: Self.range(of: node, in: source)),
          "a sheet cannot be read inside a list, a quotation or a line of text, so this comment has no effect",
          suggestion: Suggestion("put it on its own line, with a blank line above it and no space before it"))
      )
      return
    }
    if directive.isList {
      diagnostics.append(
        Diagnostic(
          .unattachedDirective, at: Place(path: source.path, range: Self.range(of: node, in: source)),
          "what follows this comment is not written as a comparison, so it gives no positions",
          suggestion: Suggestion(
            "write each issue as an item or heading, and below it an item “Party: position” for each party")))
      return
    }
    diagnostics.append(
      Diagnostic(
        .unattachedDirective, at: Place(path: source.path, range: Self.range(of: node, in: source)),
        "no table follows this comment, so it has no effect",
        suggestion: Suggestion(
          "put it on its own line above the table, with only blank lines between them")))
  }

  private mutating func table(_ index: Int, _ directive: Directive) -> AuthoredTable {
    let header = header(of: index)
    let detail = Int(document.nodes[index].detail)
    let shape =
      document.tables.indices.contains(detail) ? document.tables[detail] : TableShape(alignments: [])
    let declared = directive.kind ?? Self.kind(of: shape.classes)
    let texts = header.map(\.text)
    let keys = texts.map { NameKey($0) }
    let sides = SideColumns(texts, keys, classifier.words)
    let start = document.nodes[index].source.range
    let isReplaced = replaced.contains { $0.contains(start.lowerBound) }
    let reading =
      isReplaced && declared == nil
      ? TableReading.rowPerPosition
      : declared.map(TableReading.declared)
        ?? classifier.reading(
          header: texts, keys: keys, sides: sides, body: TableBody(of: index, in: document))
    let sheet = sheets.firstIndex { $0.own(start) != nil }
    return AuthoredTable(
      node: index, reading: reading, id: directive.id?.text ?? shape.id,
      idRange: directive.id?.range ?? shape.id.map { captionID($0, of: index) }, asOf: directive.asOf,
      asOfRange: directive.asOfRange, issues: directive.issues, header: header,
      line: line(of: header.first?.range.lowerBound ?? 0, sheet),
      sides: reading.mayHaveSides ? sides : nil,
      headings: reading == .partyAndPosition ? headingNames : [],
      cellLines: directive.isList || sheet != nil || isReplaced ? cellLines(of: index, sheet) : [],
      sheet: sheet.map { sheets[$0] })
  }

  /// - Parameter sheet: the sheet that the offset belongs to; nil: the report.
  private mutating func line(of offset: Int, _ sheet: Int?) -> Int {
    guard let sheet else { return lines.lineNumber(of: offset) }
    return sheetLines[sheet].lineNumber(of: offset - sheets[sheet].base)
  }

  private mutating func cellLines(of table: Int, _ sheet: Int?) -> [[Int]] {
    document.children(of: table).filter {
      document.nodes[$0].kind == .tableRow && document.nodes[$0].detail > 0
    }
    .map { row in
      document.children(of: row).map { line(of: document.nodes[$0].source.range.lowerBound, sheet) }
    }
  }

  /// The headings of level 2 or deeper that the current node belongs to, nearest first.
  private var headingNames: [AuthoredName] {
    headings.reversed().filter { document.nodes[$0].detail >= 2 }.map {
      AuthoredName(document.plainText(of: $0), range: document.nodes[$0].source.range)
    }
  }

  private func header(of table: Int) -> [AuthoredName] {
    guard let row = document.children(of: table).first(where: { document.nodes[$0].kind == .tableRow }) else {
      return []
    }
    return document.children(of: row).map {
      AuthoredName(document.plainText(of: $0), range: document.nodes[$0].source.range)
    }
  }

  private static func kind(of classes: [String]) -> TableKind? {
    if classes.contains("transposed") { return .positions(transposed: true) }
    if classes.contains("positions") { return .positions(transposed: false) }
    if classes.contains("options") { return .options }
    return classes.contains("plain") ? .plain : nil
  }

  /// The range of the identifier in the caption, otherwise that of the caption, otherwise that of the table.
  private func captionID(_ id: String, of table: Int) -> Range<Int> {
    let caption = document.children(of: table).first { document.nodes[$0].kind == .tableCaption }
    let range = document.nodes[caption ?? table].source.range
    guard let start = offset(of: "#" + id, in: range) else { return range }
    return start..<(start + id.utf8.count + 1)
  }

  private mutating func checkIDs() {
    var first: [String: Range<Int>] = [:]
    for table in tables {
      guard let id = table.id, let range = table.idRange else { continue }
      guard let earlier = first[id] else {
        first[id] = range
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateComparisonID, at: Place(path: source.path, range: range),
          "two tables in this report have the identifier “\(id)”",
          notes: [Note("the first is here", at: Place(path: source.path, range: earlier))]))
    }
  }
}
