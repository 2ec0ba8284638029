import Text

/// Writes the blocks of a report as Markdown.
struct DraftWriter {
  /// The width up to which the cells of a table are padded; wider cells extend beyond it.
  private static let paddedWidth = 60

  /// The blocks with blank lines between them, ending with a line end; empty if there are no blocks.
  static func text(_ blocks: [DraftBlock]) -> String {
    let lines = lines(of: blocks)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of blocks: [DraftBlock]) -> [String] {
    var result: [String] = []
    var previous: DraftBlock?
    var isAlternate = false
    for block in blocks {
      isAlternate = previous.map { areAdjacentLists($0, block) } == true && !isAlternate
      let lines = lines(of: block, isAlternate: isAlternate)
      if lines.isEmpty { continue }
      if let previous, !isTight(previous, block) { result.append("") }
      result += lines
      previous = block
    }
    return result
  }

  private static func isTight(_ first: DraftBlock, _ second: DraftBlock) -> Bool {
    if case .footnote = first, case .footnote = second { return true }
    if case .directive = first { return true }
    return false
  }

  /// Whether both are lists of the same kind, which would be read as one list if they had the same markers.
  private static func areAdjacentLists(_ first: DraftBlock, _ second: DraftBlock) -> Bool {
    guard case .list(let start, _) = first, case .list(let next, _) = second else { return false }
    return (start == nil) == (next == nil)
  }

  private static func lines(of block: DraftBlock, isAlternate: Bool = false) -> [String] {
    switch block {
    case .heading(let level, let text): [String(repeating: "#", count: level) + " " + text.text]
    case .paragraph(let text): text.isEmpty ? [] : [text.text]
    case .list(let start, let entries): list(start: start, entries, isAlternate: isAlternate)
    case .table(let table): lines(of: table)
    case .quote(let blocks): lines(of: blocks).map { $0.isEmpty ? ">" : "> " + $0 }
    case .code(let code, let language): fenced(code, language: language)
    case .directive(let directive): ["<!-- standpoint: \(directive) -->"]
    case .rule: ["---"]
    case .footnote(let label, let text): ["[^\(label)]: \(text.text)"]
    }
  }

  private static func list(start: Int?, _ entries: [[DraftBlock]], isAlternate: Bool) -> [String] {
    let isTight = entries.allSatisfy(isTightItem)
    var result: [String] = []
    for (index, entry) in entries.enumerated() {
      let marker = start.map { "\($0 + index)\(isAlternate ? ")" : ".") " } ?? (isAlternate ? "* " : "- ")
      let indent = String(repeating: " ", count: marker.count)
      if index > 0, !isTight { result.append("") }
      let inner = isTight ? tightLines(of: entry) : lines(of: entry)
      for (number, line) in (inner.isEmpty ? [""] : inner).enumerated() {
        result.append(number == 0 ? marker + line : line.isEmpty ? "" : indent + line)
      }
    }
    return result
  }

  /// Whether an item needs no blank lines: it is a paragraph, possibly with a list below it.
  private static func isTightItem(_ blocks: [DraftBlock]) -> Bool {
    switch (blocks.count, blocks.first, blocks.last) {
    case (0, _, _): return true
    case (1, .paragraph, _): return true
    case (2, .paragraph, .list(let start, let entries)):
      return (start ?? 1) == 1 && entries.allSatisfy(isTightItem)
    default: return false
    }
  }

  private static func tightLines(of blocks: [DraftBlock]) -> [String] { blocks.flatMap { lines(of: $0) } }

  private static func fenced(_ code: String, language: String) -> [String] {
    var fence = "```"
    while code.contains(fence) { fence += "`" }
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return [fence + language] + lines + [fence]
  }

  // MARK: Tables

  private static func lines(of table: DraftTable) -> [String] {
    let rows = ([table.header] + table.rows).map { $0.map(\.inCell) }
    let widths = table.header.indices.map { column in
      min(paddedWidth, max(3, rows.reduce(0) { max($0, $1[column].unicodeScalars.count) }))
    }
    let delimiter = "|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined()
    var result = table.directive.map { ["<!-- standpoint: \($0) -->"] } ?? []
    for (index, row) in rows.enumerated() {
      result.append("|" + zip(row, widths).map { " " + padded($0, to: $1) + " |" }.joined())
      if index == 0 { result.append(delimiter) }
    }
    if let caption = table.caption { result += ["", ": " + caption.text] }
    return result
  }

  private static func padded(_ cell: String, to width: Int) -> String {
    cell + String(repeating: " ", count: max(0, width - cell.unicodeScalars.count))
  }
}
