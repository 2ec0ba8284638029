import Diagnostics

/// One parse of one text: the steps from bytes to a document.
struct DocumentParse {
  private let source: SourceText
  private let start: Int
  private let profile: MarkdownProfile
  private var faults: MarkdownDiagnostics
  private var footnotes: [FoundFootnote] = []

  init(_ source: SourceText, from start: Int, profile: MarkdownProfile) {
    self.source = source
    self.start = min(max(0, start), source.bytes.count)
    self.profile = profile
    faults = MarkdownDiagnostics(path: source.path)
  }

  var diagnostics: [Diagnostic] { faults.diagnostics }

  mutating func run() -> Document {
    let cleaner = TextCleaner(source.bytes, from: start)
    if let place = cleaner.firstInvalid { faults.addInvalidBytes(at: place) }
    var text = cleaner.text
    if let line = DepthGuard.harmfulLine(text) {
      return asText(deepest: text.fileRange(line.lowerBound..<line.lowerBound + 1))
    }
    if profile.gitHubExtensions { text = takeFootnotes(from: text) }
    if profile.siteExtensions { text = WrappedWikilinks.joined(text) }
    return readTables(of: text)
  }

  // MARK: Footnotes

  private mutating func takeFootnotes(from text: MarkdownText) -> MarkdownText {
    guard FootnoteFinder.mayDefine(text.bytes) else { return text }
    var finder = FootnoteFinder(text)
    finder.search()
    guard !finder.found.isEmpty else { return text }
    var first: [String: FoundFootnote] = [:]
    for footnote in finder.found {
      if let known = first[footnote.key] {
        if profile.siteExtensions { faults.addDuplicate(footnote, first: known) }
      } else {
        first[footnote.key] = footnote
        footnotes.append(footnote)
      }
    }
    return FootnoteRewriter.rewrite(text, finder.found, kept: footnotes)
  }

  // MARK: Tables

  private mutating func readTables(of text: MarkdownText) -> Document {
    let reading = TableReading(text, profile: profile)
    if reading.isNeedless { return document(of: read(reading.plain), reading.plain) }
    if let quick = reading.quick() {
      let reader = read(quick)
      if reader.foundCells == quick.plan.cells.count, !reader.foundNestedCell {
        return document(of: reader, quick)
      }
    }
    let careful = reading.careful()
    let reader = read(careful)
    if reader.foundCells == careful.plan.cells.count || reader.isTooDeep {
      return document(of: reader, careful)
    }
    return document(of: read(reading.plain), reading.plain)
  }

  private func read(_ result: TableReading.Result) -> DocumentReader {
    let keys = Dictionary(uniqueKeysWithValues: footnotes.enumerated().map { ($1.key, $0) })
    var scan = PlaceholderScan(result.text, profile: profile, footnotes: keys)
    let text = scan.run()
    var reader = DocumentReader(
      text, plan: result.plan, placeholders: scan.placeholders, footnotes: footnotes.count,
      profile: profile)
    CMarkTree(text.bytes, smartPunctuation: profile.smartPunctuation)?.walk(&reader)
    return reader
  }

  // MARK: The document

  private mutating func document(of reader: DocumentReader, _ result: TableReading.Result) -> Document {
    let whole = ByteRange(start, source.bytes.count)
    guard !reader.isTooDeep, reader.list.count > 0 else {
      return asText(deepest: reader.list.nodes.last?.source ?? whole)
    }
    var nodes = reader.list.nodes
    nodes[0].source = whole
    if profile.siteExtensions { faults.check(result) }
    for table in result.tooLarge { faults.addTooLarge(table, in: result.original) }
    for place in reader.undefinedFootnotes {
      faults.addUndefinedFootnote(at: place, source.bytes, among: footnotes)
    }
    let tables = reader.shapes
    guard !footnotes.isEmpty else { return Document(nodes: nodes, text: reader.list.text, tables: tables) }
    var assembly = FootnoteAssembly(nodes, text: reader.list.text, labels: footnotes.map(\.label))
    let (ordered, text, shapes) = assembly.run()
    if profile.siteExtensions { for index in assembly.unused { faults.addUnused(footnotes[index]) } }
    return Document(nodes: ordered, text: text, tables: tables, footnotes: shapes)
  }

  /// The text as it is, in one paragraph, since it is nested too deep at `deepest`.
  private mutating func asText(deepest: ByteRange) -> Document {
    let place = Int(deepest.start)
    faults.addTooDeep(at: place..<min(max(place, Int(deepest.end)), place + 1))
    let whole = ByteRange(start, source.bytes.count)
    let text = Array(String(decoding: source.bytes[start...], as: UTF8.self).utf8)
    let nodes = [
      Node(.document, end: 3, source: whole), Node(.paragraph, end: 3, source: whole),
      Node(.text, end: 3, text: ByteRange(0, text.count), source: whole),
    ]
    return Document(nodes: nodes, text: text, tables: [])
  }
}
