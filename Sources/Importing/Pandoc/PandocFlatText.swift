/// Writes blocks on one line, for cells and footnotes.
enum PandocFlatText {
  /// The blocks on one line. Items of lists and cells of nested tables are separated by semicolons.
  static func text(
    _ blocks: [PandocBlock], _ writer: inout PandocInlineWriter, as use: PandocInlineWriter.Use = .inside
  )
    -> String
  {
    var result = ""
    for block in blocks {
      append(text(block, &writer, as: result.isEmpty ? use : .inside), to: &result, separator: "")
    }
    return result
  }

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
    case .quote(let blocks), .group(let blocks): return text(blocks, &writer)
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
