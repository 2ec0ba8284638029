import Content
import Diagnostics

/// Turns a document that pandoc has read into the blocks of a report.
struct PandocReader {
  private static let depthLimit = 40

  let path: String
  let classifier: TableClassifier
  var writer = PandocInlineWriter()
  var decisions: [ImportDecision] = []
  var diagnostics: [Diagnostic] = []
  /// How many levels headings move: so that the highest of them is 2.
  var shift = 0

  init(path: String, words: TableWords) {
    self.path = path
    classifier = TableClassifier(words)
  }

  /// The draft of the document.
  ///
  /// - Parameter prefersHeading: a single heading of level 1 is the title rather than that of the metadata, which in web pages
  ///   names the site too.
  mutating func draft(_ document: PandocDocument, prefersHeading: Bool) -> ReportDraft {
    var blocks = Self.flat(document.blocks)
    let named = writer.plainText(document.title)
    let title = takeTitle(from: &blocks, named: named, prefersHeading: prefersHeading)
    let top = blocks.compactMap { if case .heading(let level, _) = $0 { level } else { nil } }.min() ?? 2
    shift = 2 - top
    var result = self.blocks(blocks, depth: 0)
    result += writer.notes.enumerated().map { .footnote(label: String($0.offset + 1), $0.element) }
    for complaint in writer.complaints { complain(complaint.message, mend: complaint.mend) }
    return ReportDraft(
      title: title, date: nil, blocks: result, decisions: decisions, diagnostics: diagnostics,
      images: writer.images)
  }

  /// Divisions have no meaning here: their blocks take their place.
  private static func flat(_ blocks: [PandocBlock]) -> [PandocBlock] {
    blocks.flatMap { block in
      if case .group(let inner) = block { flat(inner) } else { [block] }
    }
  }

  private mutating func takeTitle(from blocks: inout [PandocBlock], named: String, prefersHeading: Bool)
    -> String?
  {
    let tops = blocks.indices.filter { if case .heading(1, _) = blocks[$0] { true } else { false } }
    if !named.isEmpty, !(prefersHeading && tops.count == 1) {
      decide("title “\(named)”: the document's own")
      return named
    }
    guard let index = tops.first, tops.count == 1 || index == 0, case .heading(_, let inlines) = blocks[index]
    else {
      return nil
    }
    let title = writer.plainText(inlines)
    guard !title.isEmpty, !inlines.contains(where: { if case .note = $0 { true } else { false } }) else {
      return nil
    }
    decide("title “\(title)”: the heading of the highest level")
    if !named.isEmpty, named != title {
      decide("the page's own title “\(named)” is left out, since its heading says more")
    }
    if index > 0 { decide("what stands above that heading in the document stands below the title") }
    blocks.remove(at: index)
    return title
  }

  mutating func decide(_ message: String) {
    decisions.append(ImportDecision(line: nil, message))
  }

  mutating func complain(_ message: String, mend: String) {
    diagnostics.append(
      Diagnostic(.importLeftOut, at: Place(path: path), message, suggestion: Suggestion(mend)))
  }

  // Blocks

  private mutating func blocks(_ blocks: [PandocBlock], depth: Int) -> [DraftBlock] {
    guard depth < Self.depthLimit else {
      return [.paragraph(PandocFlatText.text(blocks, &writer, as: .paragraph))]
    }
    var result: [DraftBlock] = []
    for block in blocks { result += self.block(block, depth: depth) }
    return result
  }

  private mutating func block(_ block: PandocBlock, depth: Int) -> [DraftBlock] {
    switch block {
    case .paragraph(let inlines): return paragraph(inlines)
    case .lines(let lines): return lines.flatMap { paragraph($0) }
    case .heading(let level, let inlines):
      let text = writer.text(inlines, as: .heading)
      let written = min(6, max(2, level + shift))
      if !text.isEmpty {
        decide(
          "heading “\(writer.plainText(inlines))” of level \(written): of level \(level) in the document")
      }
      return text.isEmpty ? [] : [.heading(level: written, text)]
    case .bulletList(let entries): return [.list(start: nil, entries.map { blocks($0, depth: depth + 1) })]
    case .orderedList(let start, let entries):
      return [.list(start: max(0, start), entries.map { blocks($0, depth: depth + 1) })]
    case .definitions(let definitions):
      return definitions.flatMap { definition in
        paragraph([.strong(definition.term)]) + definition.meanings.flatMap { blocks($0, depth: depth + 1) }
      }
    case .quote(let inner): return [.quote(blocks(inner, depth: depth + 1))]
    case .code(let code, let language):
      return [.code(code, language: language.filter { $0.isLetter || $0.isNumber })]
    case .raw(let raw): return paragraph([.raw(raw)])
    case .rule: return [.rule]
    case .group(let inner): return blocks(inner, depth: depth + 1)
    case .table(let table): return self.table(table)
    }
  }

  private mutating func paragraph(_ inlines: [PandocInline]) -> [DraftBlock] {
    let text = writer.text(inlines, as: .paragraph)
    return text.isEmpty ? [] : [.paragraph(text)]
  }
}
