import Text

/// Writes blocks on one line, for cells and footnotes.
enum PandocFlatText {
  /// The blocks on one line. In cells, paragraphs are separated by line breaks and lists stay lists; elsewhere items of lists
  /// and cells of nested tables are separated by semicolons.
  static func text(
    _ blocks: [PandocBlock], _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use = .inside
  ) -> MarkdownLine {
    if use == .cell { return cell(blocks, &writer).markdown }
    var result = MarkdownLine()
    for block in blocks {
      append(text(block, &writer, as: result.isEmpty ? use : .inside), to: &result, separator: "")
    }
    return result
  }

  /// The plain text of blocks with single spaces between them.
  static func plain(_ blocks: [PandocBlock], _ writer: PandocInlineWriter) -> String {
    blocks.map { block in
      let inner = block.blockLists.map { plain($0, writer) }
      let own = block.inlineLists.map(writer.plainText)
      return (own + inner).joined(separator: " ")
    }.joined(separator: " ").singleSpaced
  }

  // MARK: Cells

  /// The blocks of a cell on one line; and as blocks, if there are at least two paragraphs.
  static func cell(
    _ blocks: [PandocBlock], _ writer: inout PandocInlineWriter
  ) -> (markdown: MarkdownLine, blocks: [DraftBlock]) {
    let flat = blocks.flatMap { block in if case .group(let inner, _) = block { inner } else { [block] } }
    var result = MarkdownLine()
    var isOpen = false
    var parts: [DraftBlock] = []
    for block in flat {
      let list = CellList(block, &writer)
      var part = list?.html ?? withSingleBreaks(cellText(block, &writer, isFirst: result.isEmpty))
      guard !part.isEmpty else { continue }
      if isOpen, list == nil { result += "<br>" }
      parts.append(list?.block ?? paragraph(part, isFirst: parts.isEmpty))
      // A program may write each level of a list as a list of its own.
      if list != nil, result.hasSuffix("</ul>"), part.hasPrefix("<ul>") {
        result.removeSuffix("</ul>")
        part.removePrefix("<ul>")
      } else if list != nil, result.hasSuffix("</ol>"), part.hasPrefix("<ol>") {
        result.removeSuffix("</ol>")
        part.removePrefix("<ol>")
      }
      result += part
      isOpen = list == nil
    }
    let isLong = flat.count { if case .paragraph = $0 { true } else { false } } > 1
    return (MarkdownEscape.attributeEnd(result), isLong && parts.count > 1 ? parts : [])
  }

  /// A text without line breaks at its ends, and with one where several follow each other.
  private static func withSingleBreaks(_ text: MarkdownLine) -> MarkdownLine {
    guard text.contains("<br>") else { return text }
    return text.split(at: "<br>").map(\.closed).filter { !$0.isEmpty }
      .joined(separator: "<br>")
  }

  private static func paragraph(_ text: MarkdownLine, isFirst: Bool) -> DraftBlock {
    let text = MarkdownEscape.attributeEnd(text)
    return .paragraph(isFirst ? text : MarkdownEscape.lineStart(text))
  }

  /// A list in a cell, each item on one line.
  private struct CellList {
    private let start: Int?
    private let items: [MarkdownLine]

    /// nil for another block.
    init?(_ block: PandocBlock, _ writer: inout PandocInlineWriter) {
      let entries: [[PandocBlock]]
      switch block {
      case .bulletList(let items): (start, entries) = (nil, items)
      case .orderedList(let number, let items): (start, entries) = (number, items)
      default: return nil
      }
      items = entries.map { text($0, &writer) }.filter { !$0.isEmpty }
    }

    /// For a cell of a table, which has no room for more than a line; empty: no item has a text.
    var html: MarkdownLine {
      if items.isEmpty { return "" }
      let entries = items.map { "<li>\($0)</li>" as MarkdownLine }.joined()
      return start == nil ? "<ul>\(entries)</ul>" : "<ol>\(entries)</ol>"
    }

    var block: DraftBlock {
      .list(start: start, items.map { [.paragraph(MarkdownEscape.lineStart($0))] })
    }
  }

  private static func cellText(_ block: PandocBlock, _ writer: inout PandocInlineWriter, isFirst: Bool)
    -> MarkdownLine
  {
    guard case .lines(let lines) = block else { return text(block, &writer, as: isFirst ? .cell : .inside) }
    return lines.map { writer.text($0, as: .inside) }.filter { !$0.isEmpty }.joined(separator: "<br>")
  }

  // MARK: One line

  private static func text(
    _ block: PandocBlock, _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use
  ) -> MarkdownLine {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): return writer.text(inlines, as: use)
    case .lines(let lines): return joined(lines.map { writer.text($0, as: .inside) }, separator: "")
    case .bulletList(let entries): return joined(entries.map { text($0, &writer) }, separator: ";")
    case .orderedList(let start, let entries):
      return joined(
        entries.enumerated().map { "(\($0.offset + start)) " as MarkdownLine + text($0.element, &writer) },
        separator: ";")
    case .definitions(let definitions):
      return joined(
        definitions.map {
          writer.text($0.term, as: .inside) + ": " + text($0.meanings.flatMap { $0 }, &writer)
        }, separator: ";")
    case .quote(let blocks), .group(let blocks, _): return text(blocks, &writer)
    case .code(let code, _): return writer.text([.code(code)], as: .inside)
    case .raw(let raw): return writer.text([.raw(raw)], as: .inside)
    case .rule: return ""
    case .table(let table):
      let cells = (table.head + table.body).flatMap { $0 }.map { text($0.blocks, &writer) }
      return joined(cells, separator: ";")
    }
  }

  private static func joined(_ parts: [MarkdownLine], separator: MarkdownLine) -> MarkdownLine {
    var result = MarkdownLine()
    for part in parts { append(part, to: &result, separator: separator) }
    return result
  }

  private static func append(_ part: MarkdownLine, to result: inout MarkdownLine, separator: MarkdownLine) {
    guard !part.isEmpty else { return }
    if !result.isEmpty { result += (LineShape(result.text).isClosed ? "" : separator) + " " }
    result += part
  }
}
