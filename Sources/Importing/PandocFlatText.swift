/// Blocks written on one line, as a cell or a footnote holds them.
enum PandocFlatText {
  /// Paragraphs follow each other; the entries of lists and the cells of inner tables are parted by semicolons.
  static func text(
    _ blocks: [PandocBlock], _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use = .inside
  )
    -> String
  {
    var result = ""
    for block in blocks {
      append(text(block, &writer, as: result.isEmpty ? use : .inside), to: &result, sign: "")
    }
    return result
  }

  private static func text(
    _ block: PandocBlock, _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use
  ) -> String {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): return writer.text(inlines, as: use)
    case .lines(let lines): return joined(lines.map { writer.text($0, as: .inside) }, sign: "")
    case .bulletList(let entries): return joined(entries.map { text($0, &writer) }, sign: ";")
    case .orderedList(let start, let entries):
      return joined(
        entries.enumerated().map { "(\($0.offset + start)) " + text($0.element, &writer) }, sign: ";")
    case .definitions(let definitions):
      return joined(
        definitions.map {
          writer.text($0.term, as: .inside) + ": " + text($0.meanings.flatMap { $0 }, &writer)
        }, sign: ";")
    case .quote(let blocks), .group(let blocks): return text(blocks, &writer)
    case .code(let code, _): return writer.text([.code(code)], as: .inside)
    case .raw(let raw): return writer.text([.raw(raw)], as: .inside)
    case .rule: return ""
    case .table(let table):
      let cells = (table.head + table.body).flatMap { $0 }.map { text($0.blocks, &writer) }
      return joined(cells, sign: ";")
    }
  }

  private static func joined(_ parts: [String], sign: String) -> String {
    var result = ""
    for part in parts { append(part, to: &result, sign: sign) }
    return result
  }

  private static func append(_ part: String, to result: inout String, sign: String) {
    guard !part.isEmpty else { return }
    if !result.isEmpty { result += (LineShape(result).isClosed ? "" : sign) + " " }
    result += part
  }
}
