import Diagnostics
import Text

/// Parses one text: the steps from bytes to a document.
struct DocumentParse {
  let source: SourceText
  private let start: Int
  private let profile: MarkdownProfile
  /// The footnotes that cite sources, in Markdown, by key.
  private let sources: [String: String]
  private let limits: Limits
  var diagnostics: MarkdownDiagnostics
  /// The comments that are not part of the document, in the file.
  var comments: [ByteRange] = []
  var identifiers: [ForeignMarkup.Identifier] = []
  private var footnotes: [FootnoteDefinition] = []
  /// Whether the text refers to footnotes more often than is allowed.
  private var hasMoreReferences = false

  init(
    _ source: SourceText, from start: Int, profile: MarkdownProfile, sources: [String: String], limits: Limits
  ) {
    self.source = source
    self.start = min(max(0, start), source.bytes.count)
    self.profile = profile
    self.sources = sources
    self.limits = limits
    diagnostics = MarkdownDiagnostics(path: source.path, limits: limits)
  }

  mutating func run() -> Document {
    let repair = UTF8Repair(source.bytes, from: start)
    if let place = repair.firstInvalid { diagnostics.addInvalidBytes(at: place) }
    var text = repair.text
    if let line = NestingLimit.harmfulLine(text) {
      return tooDeep(at: text.fileRange(line.lowerBound..<line.lowerBound + 1))
    }
    let markup = MarkupLimit(text.bytes, limits: limits)
    if let mark = markup.firstBeyond {
      diagnostics.addTooMuchMarkup(at: text.fileRange(mark..<mark + 1).range, markup.maximum)
      return asText()
    }
    if profile.siteExtensions { text = rewriteForeignMarkup(in: removeComments(from: text)) }
    if profile.gitHubExtensions { text = extractFootnotes(from: text) }
    if profile.siteExtensions { text = WrappedWikilinks.joined(text) }
    return readTables(of: text)
  }

  // MARK: Footnotes

  private mutating func extractFootnotes(from text: MarkdownText) -> MarkdownText {
    let mayCite = profile.siteExtensions && CitationFinder.mayCite(text.bytes, hasSources: !sources.isEmpty)
    guard mayCite || FootnoteFinder.mayDefine(text.bytes) else { return text }
    var finder = FootnoteFinder(text)
    finder.search()
    var first: [String: FootnoteDefinition] = [:]
    for footnote in finder.found {
      if let known = first[footnote.key] {
        if profile.siteExtensions { diagnostics.addDuplicate(footnote, first: known) }
      } else {
        first[footnote.key] = footnote
        footnotes.append(footnote)
      }
    }
    if mayCite { addCitedSources(of: text) }
    guard !footnotes.isEmpty else { return text }
    return FootnoteRewriter.rewrite(text, finder.found, kept: footnotes)
  }

  /// Adds a footnote for each source that the text cites, and for each place in it.
  private mutating func addCitedSources(of text: MarkdownText) {
    var text = text
    var known: Set<String> = []
    for item in CitationFinder.all(in: text.bytes, isKnown: { sources[$0] != nil }) {
      guard let note = sources[item.key], known.insert(item.footnoteKey).inserted else { continue }
      footnotes.append(FootnoteDefinition(citing: item, note: note, source: text.fileRange(item.range)))
    }
  }

  // MARK: Tables

  private mutating func readTables(of text: MarkdownText) -> Document {
    let extractor = TableExtractor(text, profile: profile)
    if extractor.hasNoTables { return document(of: read(extractor.plain), extractor.plain) }
    if let quick = extractor.quick() {
      let reader = read(quick)
      if reader.foundCells == quick.plan.cells.count, !reader.foundNestedCell {
        return document(of: reader, quick)
      }
    }
    let careful = extractor.careful()
    let reader = read(careful)
    if reader.foundCells == careful.plan.cells.count || reader.isTooDeep {
      return document(of: reader, careful)
    }
    return document(of: read(extractor.plain), extractor.plain)
  }

  private func read(_ result: TableExtractor.Result) -> DocumentReader {
    let keys = Dictionary(uniqueKeysWithValues: footnotes.enumerated().map { ($1.key, $0) })
    var scan = PlaceholderScan(result.text, profile: profile, footnotes: keys)
    let text = scan.run()
    var reader = DocumentReader(
      text, of: ByteRange(start, source.bytes.count), plan: result.plan, placeholders: scan.placeholders,
      footnotes: footnotes.count,
      profile: profile)
    CMarkTree(text.bytes, smartPunctuation: profile.smartPunctuation)?.walk(&reader)
    return reader
  }

  // MARK: The document

  private mutating func document(of reader: DocumentReader, _ result: TableExtractor.Result) -> Document {
    guard !reader.isTooDeep, reader.list.count > 0 else {
      return tooDeep(at: reader.list.nodes.last?.source ?? ByteRange(start, source.bytes.count))
    }
    var (nodes, text) = (reader.list.nodes, reader.list.text)
    if profile.siteExtensions {
      diagnostics.check(result)
      limitReferences(&nodes, &text)
    }
    for table in result.tooLarge { diagnostics.addTooLarge(table, in: result.original) }
    if !reader.undefinedFootnotes.isEmpty { addUndefined(reader.undefinedFootnotes) }
    var tables = reader.shapes
    if profile.siteExtensions {
      let tooLarge = ListComparison.rewrite(&nodes, text: text, tables: &tables)
      for place in tooLarge { diagnostics.addTooLarge(comparison: place) }
      diagnostics.addTags(ForeignTag.find(in: nodes, text), source.bytes)
    }
    guard !footnotes.isEmpty else {
      return Document(
        nodes: nodes, text: text, tables: tables, comments: comments,
        identifiers: blockIdentifiers(nodes))
    }
    var assembly = FootnoteAssembly(nodes, text: text, labels: footnotes.map(\.label))
    let (ordered, wholeText, shapes) = assembly.run()
    if profile.siteExtensions {
      // References beyond the limit are text.
      for index in assembly.unused where footnotes[index].generated.isEmpty && !hasMoreReferences {
        diagnostics.addUnused(footnotes[index])
      }
    }
    return Document(
      nodes: ordered, text: wholeText, tables: tables, footnotes: shapes, comments: comments,
      identifiers: blockIdentifiers(ordered))
  }

  /// Makes text of the links and references beyond the limits of a file, and reports them.
  private mutating func limitReferences(_ nodes: inout [Node], _ text: inout [UInt8]) {
    var limit = ReferenceLimit(limits)
    limit.apply(to: &nodes, text: &text, source: source.bytes)
    hasMoreReferences = limit.footnotes.firstBeyond != nil
    diagnostics.add(limit)
  }

  /// Adds the diagnostics of references to footnotes and sources that do not exist.
  private mutating func addUndefined(_ places: [ByteRange]) {
    let written = footnotes.filter { $0.generated.isEmpty }
    let labels = NearestNames(written.map { String(decoding: $0.label, as: UTF8.self) })
    let keys = NearestNames(sources.keys.sorted())
    for place in places {
      if source.bytes[Int(place.start)...].dropFirst().first == ASCII.caret {
        diagnostics.addUndefinedFootnote(at: place, source.bytes, among: labels)
      } else {
        diagnostics.addUnknownSource(at: place, source.bytes, among: keys)
      }
    }
  }

  /// The document as text, because it is nested too deeply at `deepest`.
  private mutating func tooDeep(at deepest: ByteRange) -> Document {
    let place = Int(deepest.start)
    diagnostics.addTooDeep(at: place..<min(max(place, Int(deepest.end)), place + 1))
    return asText()
  }

  /// The text in one paragraph, without markup.
  private func asText() -> Document {
    let whole = ByteRange(start, source.bytes.count)
    let text = Array(String(decoding: source.bytes[start...], as: UTF8.self).utf8)
    let nodes = [
      Node(.document, end: 3, source: whole), Node(.paragraph, end: 3, source: whole),
      Node(.text, end: 3, text: ByteRange(0, text.count), source: whole),
    ]
    return Document(nodes: nodes, text: text, tables: [])
  }
}
