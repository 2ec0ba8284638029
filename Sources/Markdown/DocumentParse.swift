import Diagnostics

/// One parse of one text.
struct DocumentParse {
  private let source: SourceText
  private let start: Int
  private let profile: MarkdownProfile
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, from start: Int, profile: MarkdownProfile) {
    self.source = source
    self.start = min(max(0, start), source.bytes.count)
    self.profile = profile
  }

  mutating func run() -> Document {
    let text = MarkdownText(bytes: Array(source.bytes[start...]), startingAt: start)
    return readTables(of: text)
  }

  private mutating func readTables(of text: MarkdownText) -> Document {
    let reading = TableReading(text, profile: profile)
    if reading.isNeedless { return document(of: read(reading.plain)) }
    if let quick = reading.quick() {
      let reader = read(quick)
      if reader.foundCells == quick.plan.cells.count, !reader.foundNestedCell {
        return document(of: reader)
      }
    }
    let careful = reading.careful()
    let reader = read(careful)
    if reader.foundCells == careful.plan.cells.count || reader.isTooDeep {
      return document(of: reader)
    }
    return document(of: read(reading.plain))
  }

  private func read(_ result: TableReading.Result) -> DocumentReader {
    var reader = DocumentReader(result.text, plan: result.plan, profile: profile)
    CMarkTree(result.text.bytes, smartPunctuation: profile.smartPunctuation)?.walk(&reader)
    return reader
  }

  private mutating func document(of reader: DocumentReader) -> Document {
    let whole = ByteRange(start, source.bytes.count)
    guard !reader.isTooDeep, reader.list.count > 0 else { return asText(whole) }
    var nodes = reader.list.nodes
    nodes[0].source = whole
    let tables = reader.plan.tables.map { TableShape(alignments: $0.alignments) }
    return Document(nodes: nodes, text: reader.list.text, tables: tables)
  }

  private mutating func asText(_ whole: ByteRange) -> Document {
    let place = Place(path: source.path, range: start..<min(start + 1, source.bytes.count))
    diagnostics.append(
      Diagnostic(.nestingTooDeep, at: place, "text is nested more than \(DocumentReader.deepest) levels deep")
    )
    let text = Array(String(decoding: source.bytes[start...], as: UTF8.self).utf8)
    let nodes = [
      Node(.document, end: 3, source: whole), Node(.paragraph, end: 3, source: whole),
      Node(.text, end: 3, text: ByteRange(0, text.count), source: whole),
    ]
    return Document(nodes: nodes, text: text, tables: [])
  }
}
