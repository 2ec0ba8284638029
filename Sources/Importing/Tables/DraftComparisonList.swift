import Content
import Text

/// A comparison as a list, for cells that hold more than one paragraph: they do not fit into the cells of a Markdown table.
///
/// ```markdown
/// <!-- standpoint: positions list -->
/// - Issue
///   - Party: [+] First paragraph.
///
///     Second paragraph.
/// ```
struct DraftComparisonList {
  private let header: [SourceTable.Cell]
  private let rows: [SourceTable.Row]
  private let isTransposed: Bool
  private let words: HeaderWords?

  /// nil: no cell needs the list, or the list cannot hold what the table holds.
  ///
  /// - Parameters:
  ///   - header: of the table; its first cell is lost.
  ///   - isTransposed: whether the rows are parties.
  ///   - words: the words of stances that become marks; nil: none do.
  init?(
    header: [SourceTable.Cell], rows: [SourceTable.Row], isTransposed: Bool, classifier: TableClassifier,
    words: HeaderWords?
  ) {
    self.header = header
    self.rows = rows
    self.isTransposed = isTransposed
    self.words = words
    let cells = rows.map { row in
      header.indices.dropFirst().map { $0 < row.cells.count ? row.cells[$0] : .empty }
    }
    let reading = classifier.reading(header: header.map(\.text))
    switch reading {
    case .partyAndPosition, .optionWord: return nil
    default: break
    }
    let names = header.dropFirst() + rows.map(\.first)
    let parties = isTransposed ? rows.map(\.first) : Array(header.dropFirst())
    guard cells.joined().contains(where: { !$0.blocks.isEmpty }),
      names.allSatisfy({
        !$0.isEmpty && $0.blocks.isEmpty && !$0.text.contains(where: { ":：[<".contains($0) })
      }),
      isTransposed || parties.allSatisfy({ classifier.words.mayBeParty($0.text) }),
      cells.allSatisfy({ $0.contains { !$0.isEmpty } }),
      header.indices.dropFirst().allSatisfy({ column in cells.contains { !$0[column - 1].isEmpty } })
    else { return nil }
  }

  /// The directive, the caption of a table in a paragraph above it, and the list.
  func blocks(like table: DraftTable) -> [DraftBlock] {
    let others = (table.directive ?? "").split(separator: " ").filter {
      $0 != "positions" && $0 != "transposed"
    }
    let directive = (["positions", "list"] + others).joined(separator: " ")
    return [table.caption.map { .paragraph(MarkdownEscape.lineStart($0)) }, .directive(directive), list]
      .compactMap { $0 }
  }

  private var list: DraftBlock {
    let columns = Array(header.indices.dropFirst())
    let issues: [[DraftBlock]] =
      if isTransposed {
        columns.map { column in item(header[column], rows.map { ($0.first, cell($0, column)) }) }
      } else {
        rows.map { row in item(row.first, columns.map { (header[$0], cell(row, $0)) }) }
      }
    return .list(start: nil, issues)
  }

  /// A cell with lists in HTML, which only cells of tables may have, as its first paragraph, which may be empty, and the blocks
  /// below it; nil: it has no list.
  static func blocks(ofLine markdown: MarkdownLine) -> (first: MarkdownLine, rest: [DraftBlock])? {
    var first: MarkdownLine?
    var blocks: [DraftBlock] = []
    var rest = markdown
    func take(_ text: MarkdownLine) {
      let text = text.split(at: "<br>").joined(separator: " ").closed
      if first == nil {
        first = text
      } else if !text.isEmpty {
        blocks.append(.paragraph(text))
      }
    }
    while let (list, isNumbered) = firstList(in: rest) {
      guard let (inside, after) = list.after.cut(at: isNumbered ? "</ol>" : "</ul>") else { return nil }
      take(list.before)
      let items = inside.split(at: "<li>").compactMap { $0.split(at: "</li>").first?.closed }
      if items.contains(where: { $0.contains("<ul>") || $0.contains("<ol>") }) { return nil }
      blocks.append(
        .list(start: isNumbered ? 1 : nil, items.filter { !$0.isEmpty }.map { [.paragraph($0)] }))
      rest = after
    }
    guard !blocks.isEmpty else { return nil }
    take(rest)
    return (first ?? "", blocks)
  }

  /// The first start of a list in a cell.
  private static func firstList(
    in line: MarkdownLine
  ) -> (cut: (before: MarkdownLine, after: MarkdownLine), isNumbered: Bool)? {
    let (bullets, numbers) = (line.cut(at: "<ul>"), line.cut(at: "<ol>"))
    guard let numbers else { return bullets.map { ($0, false) } }
    guard let bullets, bullets.before.text.utf8.count < numbers.before.text.utf8.count else {
      return (numbers, true)
    }
    return (bullets, false)
  }

  private func cell(_ row: SourceTable.Row, _ column: Int) -> SourceTable.Cell {
    column < row.cells.count ? row.cells[column] : .empty
  }

  private func item(
    _ issue: SourceTable.Cell, _ positions: [(party: SourceTable.Cell, cell: SourceTable.Cell)]
  ) -> [DraftBlock] {
    let parties: [[DraftBlock]] = positions.filter { !$0.cell.isEmpty }.map { party, cell in
      let name = MarkdownEscape.lineStart(party.markdown) + ": "
      guard case .paragraph(let first)? = cell.blocks.first else {
        if let blocks = Self.blocks(ofLine: cell.markdown) {
          return [.paragraph((name + blocks.first).closed)] + blocks.rest
        }
        return [.paragraph(name + TableDraft.marked(cell, words))]
      }
      return [.paragraph(name + first)] + cell.blocks.dropFirst()
    }
    return [.paragraph(MarkdownEscape.lineStart(issue.markdown)), .list(start: nil, parties)]
  }
}
