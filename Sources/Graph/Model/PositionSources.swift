import Content
import Markdown

/// The sources of a position: the addresses that its cell and its footnotes link to, and footnotes without a link (PROV
/// hadPrimarySource).
package struct PositionSources {
  /// The sources in the text of the last position’s report.
  private var ofReport: (report: ID<ReportEntry>, sources: DocumentSources)?

  package init() {}

  /// The sources as editions record them, in order of appearance, without duplicates: addresses, and the text of footnotes
  /// without a link.
  package mutating func sources(of position: Position, in graph: IssueGraph) -> [String] {
    guard position.plainWords.isEmpty || graph.sourceCell(of: position) != nil else { return [] }
    var sources: [String] = []
    var known: Set<String> = []
    forEachSource(of: position, in: graph) { source in
      let text =
        switch source {
        case .link(let address, _): address
        case .note(_, let text): text
        case .entry(let key): graph.settings.sources.entry(key).map { $0.url ?? $0.name } ?? key
        }
      if !text.isEmpty, known.insert(text).inserted { sources.append(text) }
    }
    sources += Self.plainSource(of: position, in: graph)
    return sources
  }

  /// The sources as readers see them, in order of appearance, without duplicates: the address of a link, and the text of a
  /// footnote with the addresses that it links to.
  package mutating func texts(of position: Position, in graph: IssueGraph) -> [String] {
    guard position.plainWords.isEmpty || graph.sourceCell(of: position) != nil else { return [] }
    var sources: [String] = []
    var known: Set<String> = []
    forEachNode(of: position, in: graph) { document, node, note in
      let source = note.map { Self.text(of: $0, in: document) } ?? document.string(node.text)
      if !source.isEmpty, known.insert(source).inserted { sources.append(source) }
    }
    sources += Self.plainSource(of: position, in: graph)
    return sources
  }

  /// The words of the cell in the source column, if it has neither a link nor a footnote.
  static func plainSource(of position: Position, in graph: IssueGraph) -> [String] {
    guard let cell = graph.sourceCell(of: position) else { return [] }
    let document = graph.reports[position.report.index].report.header.document
    let nodes = document.nodes[cell..<Int(document.nodes[cell].end)]
    let hasLink = nodes.contains { $0.kind == .link || $0.kind == .footnoteReference }
    let text = document.plainText(of: cell)
    return hasLink || CellText(text) != .words ? [] : [text]
  }

  /// Calls `body` with each source, in order of appearance; a source that is given twice comes twice.
  mutating func forEachSource(
    of position: Position, in graph: IssueGraph, _ body: (DocumentSources.Source) -> Void
  ) {
    sources(ofReportOf: position, in: graph).forEachSource(in: Self.cells(of: position, in: graph), body)
  }

  /// Calls `body` with each link of the cell, and with each reference to a footnote and the footnote's node.
  private mutating func forEachNode(
    of position: Position, in graph: IssueGraph, _ body: (Document, Node, Int?) -> Void
  ) {
    let sources = sources(ofReportOf: position, in: graph)
    for cell in Self.cells(of: position, in: graph) { sources.forEachNode(in: cell, body) }
  }

  private mutating func sources(ofReportOf position: Position, in graph: IssueGraph) -> DocumentSources {
    if let ofReport, ofReport.report == position.report { return ofReport.sources }
    let document = graph.reports[position.report.index].report.header.document
    let sources = DocumentSources(document, graph.settings.sources)
    ofReport = (position.report, sources)
    return sources
  }

  /// The cell of a position, and that of the source column in its row.
  private static func cells(of position: Position, in graph: IssueGraph) -> [Int] {
    [position.cell] + (graph.sourceCell(of: position).map { [$0] } ?? [])
  }

  /// The text of a footnote, with the addresses of links whose text is not the address. Sources that it cites are named in it.
  private static func text(of note: Int, in document: Document, isCited: Bool = false) -> String {
    let nodes = note..<Int(document.nodes[note].end)
    let links = nodes.filter { document.nodes[$0].kind == .link }
    var shown = Set(links.map { document.plainText(of: $0) })
    var bytes: [UInt8] = []
    document.appendPlainText(of: note, to: &bytes) { number in
      guard !isCited, let cited = document.footnoteDefinition(number) else { return "" }
      return text(of: cited, in: document, isCited: true)
    }
    return links.reduce(into: String(decoding: bytes, as: UTF8.self)) { text, link in
      let address = document.string(document.nodes[link].text)
      if shown.insert(address).inserted { text += text.isEmpty ? address : " " + address }
    }
  }
}

/// The sources that cells of one document give.
struct DocumentSources {
  /// One source, as the report gives it.
  enum Source {
    /// An address outside the site, or a file of it, and where the report links to it.
    case link(String, at: Range<Int>)
    /// A footnote without a link: its number in the report, and its text.
    case note(Int32, text: String)
    /// A source that is cited by its key.
    case entry(String)
  }

  private let document: Document
  private let library: SourceLibrary

  init(_ document: Document, _ library: SourceLibrary) {
    self.document = document
    self.library = library
  }

  /// Calls `body` with each source, in order of appearance; a source that is given twice comes twice.
  func forEachSource(in cells: [Int], _ body: (Source) -> Void) {
    for cell in cells {
      forEachNode(in: cell) { _, node, note in
        guard let note else { return body(.link(document.string(node.text), at: node.source.range)) }
        forEachSource(ofNote: note, number: node.detail, body)
      }
    }
  }

  private func forEachSource(ofNote note: Int, number: Int32, _ body: (Source) -> Void) {
    if let key = Self.citedKey(of: note, in: document, library) { return body(.entry(key)) }
    var isLinked = false
    for inner in document.nodes[note..<Int(document.nodes[note].end)] {
      if inner.kind == .link {
        isLinked = true
        body(.link(document.string(inner.text), at: inner.source.range))
      } else if inner.kind == .footnoteReference, let cited = document.footnoteDefinition(inner.detail),
        let key = Self.citedKey(of: cited, in: document, library)
      {
        isLinked = true
        body(.entry(key))
      }
    }
    if !isLinked { body(.note(number, text: document.plainText(of: note))) }
  }

  /// Calls `body` with each link of a cell, and with each reference to a footnote and the footnote's node.
  func forEachNode(in cell: Int, _ body: (Document, Node, Int?) -> Void) {
    for node in document.nodes[cell..<Int(document.nodes[cell].end)] {
      switch node.kind {
      case .link: body(document, node, nil)
      case .footnoteReference:
        if let note = document.footnoteDefinition(node.detail) { body(document, node, note) }
      default: break
      }
    }
  }

  /// The kinds of evidence of all sources, and whether some do not say theirs; empty if none says it.
  func evidence(in cells: [Int]) -> EvidenceKinds {
    var kinds = EvidenceKinds()
    forEachSource(in: cells) { source in
      let evidence: Evidence? =
        switch source {
        case .link(let address, _): library.entry(at: address)?.evidence
        case .entry(let key): library.entry(key)?.evidence
        case .note: nil
        }
      if let evidence { kinds.insert(evidence) } else { kinds.insertOthers() }
    }
    return kinds.isEmpty ? [] : kinds
  }

  /// The key of the source that a footnote cites; nil for a footnote that the text defines. Its label is `@key`, perhaps with a
  /// place such as `,p-4`.
  static func citedKey(of note: Int, in document: Document, _ library: SourceLibrary) -> String? {
    let label = document.text[document.nodes[note].text.range]
    guard !library.isEmpty, label.first == UInt8(ascii: "@") else { return nil }
    let key = String(decoding: label.dropFirst(), as: UTF8.self)
    if library.entry(key) != nil { return key }
    guard let comma = key.lastIndex(of: ","), library.entry(String(key[..<comma])) != nil else { return nil }
    return String(key[..<comma])
  }
}

extension IssueGraph {
  /// The cell of the source column in the row of a position; nil if its table has none, or if the cell is empty.
  package func sourceCell(of position: Position) -> Int? {
    comparisons[position.comparison.index].sourceCells[position.cell]
  }
}
