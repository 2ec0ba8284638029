import Text

/// Writes blocks on one line, for cells and footnotes.
enum PandocFlatText {
  /// The blocks on one line. In cells, paragraphs are separated by line breaks and lists stay lists; elsewhere items of lists
  /// and cells of nested tables are separated by semicolons.
  static func text(
    _ blocks: [PandocBlock], _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use = .inside
  )
    -> String
  {
    if use == .cell { return cell(blocks, &writer).markdown }
    var result = ""
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
  ) -> (markdown: String, blocks: [DraftBlock]) {
    let flat = blocks.flatMap { block in if case .group(let inner, _) = block { inner } else { [block] } }
    var result = ""
    var isOpen = false
    var parts: [DraftBlock] = []
    for block in flat {
      let list = list(block, &writer)
      let part = list ?? cellText(block, &writer, isFirst: result.isEmpty)
      guard !part.isEmpty else { continue }
      if isOpen, list == nil { result += "<br>" }
      parts.append(self.part(part, isList: list != nil, isFirst: parts.isEmpty))
      let tags = ["</ul>", "</ol>"].first { result.hasSuffix($0) }
      // A program may write each level of a list as a list of its own.
      if list != nil, let closing = tags, part.hasPrefix(closing.replacing("/", with: "")) {
        result = String(result.dropLast(closing.count)) + part.dropFirst(closing.count - 1)
      } else {
        result += part
      }
      isOpen = list == nil
    }
    let isLong = flat.count { if case .paragraph = $0 { true } else { false } } > 1
    return (MarkdownEscape.attributeEnd(result), isLong && parts.count > 1 ? parts : [])
  }

  /// A part of a cell as a block; lists of one line are read from their HTML.
  private static func part(_ text: String, isList: Bool, isFirst: Bool) -> DraftBlock {
    guard isList else {
      let text = MarkdownEscape.attributeEnd(text)
      return .paragraph(isFirst ? text : MarkdownEscape.lineStart(text))
    }
    let items = text.dropFirst("<ul><li>".count).dropLast("</li></ul>".count).split(separator: "</li><li>")
    return .list(
      start: text.hasPrefix("<ol>") ? 1 : nil,
      items.map { [.paragraph(MarkdownEscape.lineStart(String($0)))] })
  }

  private static func cellText(_ block: PandocBlock, _ writer: inout PandocInlineWriter, isFirst: Bool)
    -> String
  {
    guard case .lines(let lines) = block else { return text(block, &writer, as: isFirst ? .cell : .inside) }
    return lines.map { writer.text($0, as: .inside) }.filter { !$0.isEmpty }.joined(separator: "<br>")
  }

  /// A list as HTML; nil for another block.
  private static func list(_ block: PandocBlock, _ writer: inout PandocInlineWriter) -> String? {
    let (tag, entries): (String, [[PandocBlock]])
    switch block {
    case .bulletList(let items): (tag, entries) = ("ul", items)
    case .orderedList(_, let items): (tag, entries) = ("ol", items)
    default: return nil
    }
    let items = entries.map { text($0, &writer) }.filter { !$0.isEmpty }
    if items.isEmpty { return "" }
    return "<\(tag)>" + items.map { "<li>\($0)</li>" }.joined() + "</\(tag)>"
  }

  // MARK: One line

  private static func text(
    _ block: PandocBlock, _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use
  ) -> String {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): return writer.text(inlines, as: use)
    case .lines(let lines): return joined(lines.map { writer.text($0, as: .inside) }, separator: "")
    case .bulletList(let entries): return joined(entries.map { text($0, &writer) }, separator: ";")
    case .orderedList(let start, let entries):
      return joined(
        entries.enumerated().map { "(\($0.offset + start)) " + text($0.element, &writer) }, separator: ";")
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

  private static func joined(_ parts: [String], separator: String) -> String {
    var result = ""
    for part in parts { append(part, to: &result, separator: separator) }
    return result
  }

  private static func append(_ part: String, to result: inout String, separator: String) {
    guard !part.isEmpty else { return }
    if !result.isEmpty { result += (LineShape(result).isClosed ? "" : separator) + " " }
    result += part
  }
}
