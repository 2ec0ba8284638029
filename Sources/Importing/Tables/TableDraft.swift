import Content
import Text

/// The blocks of a report for a table: the table, or one for each of its sections, and its notes.
struct TableDraft {
  let kind: TableKindChoice
  let blocks: [DraftBlock]

  /// - Parameters:
  ///   - claim: what the author says about the table.
  ///   - caption: the caption outside the table; nil: none.
  ///   - date: the date of the report; a table with another one gets `as-of`.
  ///   - marksStances: whether cells that hold nothing but a stance word get its mark.
  init(
    _ table: TidyTable, classifier: TableClassifier, claim: TableKindChoice.Claim = .none,
    caption: MarkdownLine? = nil, date: PartialDate? = nil, marksStances: Bool = false
  ) {
    kind = TableKindChoice(
      header: table.header.map(\.text), rows: table.body.map { $0.cells.map(\.text) }, classifier: classifier,
      claim: claim, subheads: table.subheads)
    var directive = kind.directive
    if let date, directive != "plain", !kind.isUndecided {
      directive = [directive, "as-of=\(date)"].compactMap { $0 }.joined(separator: " ")
    }
    let words = marksStances && kind.directive != "plain" && !kind.isUndecided ? classifier.words : nil
    var caption = [caption, table.caption].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    var blocks: [DraftBlock] = []
    for section in table.sections {
      if let title = section.title { blocks.append(.heading(level: 3, title.markdown)) }
      guard !section.rows.isEmpty || table.sections.count == 1 else { continue }
      var made = DraftTable(
        directive: directive, header: table.header.map(\.markdown),
        rows: section.rows.map { row in
          row.cells.enumerated().map { $0.offset == 0 ? $0.element.markdown : Self.marked($0.element, words) }
        })
      if !caption.isEmpty { made.caption = caption }
      caption = MarkdownLine()
      let list = DraftComparisonList(
        header: table.header, rows: section.rows, isTransposed: kind.directive == "positions transposed",
        classifier: classifier, words: words)
      let isComparison = directive != "plain" && !kind.isUndecided
      blocks += (isComparison ? list?.blocks(like: made) : nil) ?? [.table(made)]
    }
    self.blocks = blocks + table.notes.map { .paragraph(MarkdownEscape.lineStart($0.markdown)) }
  }

  /// The cell with the mark of its stance, if it holds nothing but a word for one; a dash for “no opinion” and the like.
  static func marked(_ cell: SourceTable.Cell, _ words: HeaderWords?) -> MarkdownLine {
    if words != nil, StanceWords.isNoAnswer(cell.text) { return "—" }
    guard let words, let stance = words.stance(cell.text) ?? StanceWords.all.stance(cell.text),
      cell.text.contains(where: \.isLetter),
      MarkdownEscape.stanceMark(of: cell.text) == nil
    else { return cell.markdown }
    return "\(stance.mark) \(cell.markdown)"
  }
}
