import Content
import Diagnostics
import Markdown

/// The columns of a table with a row for each party that say something about the position in a row.
struct AsideColumns {
  let stance: Int?
  let date: Int?
  let evidence: Int?
  /// nil: the table has none, or the column holds kinds of evidence.
  let source: Int?

  init(of table: AuthoredTable, in linker: FileLinker) {
    let words = linker.site.shared.words
    let columns = words.columns(table.header.map(\.text))
    stance = columns.firstIndex(of: .stance)
    date = columns.firstIndex(of: .date)
    let (source, evidence) = (columns.firstIndex(of: .source), columns.firstIndex(of: .evidence))
    if evidence == nil, let source, words.mayHoldEvidence(table.header[source].text),
      Self.holdsEvidence(source, of: table, in: linker)
    {
      (self.source, self.evidence) = (nil, source)
    } else {
      (self.source, self.evidence) = (source, evidence)
    }
  }

  /// Whether all cells of a column that are filled hold kinds of evidence.
  private static func holdsEvidence(_ column: Int, of table: AuthoredTable, in linker: FileLinker) -> Bool {
    let document = linker.document
    let rows = document.children(of: table.node)
      .filter { document.nodes[$0].kind == .tableRow && document.nodes[$0].detail > 0 }
    let texts = rows.compactMap { row in
      document.children(of: row).dropFirst(column).first { _ in true }.map { document.plainText(of: $0) }
    }
    .filter { CellText($0, silence: linker.site.shared.silence) == .words }
    return !texts.isEmpty && texts.allSatisfy { linker.site.shared.words.evidence($0) != nil }
  }
}

/// What the other columns of a table with a row for each party say about the position in a row.
struct RowAside {
  private(set) var stance: Stance?
  private(set) var date: PartialDate?
  private(set) var evidence = EvidenceKinds()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ row: Int, _ columns: AsideColumns, in linker: FileLinker) {
    let cells = Array(linker.document.children(of: row))
    func text(_ column: Int?) -> (text: String, place: Place)? {
      guard let column, column < cells.count else { return nil }
      let cell = cells[column]
      let mark = linker.document.nodes[cell].text
      let text = (mark.isEmpty ? linker.document.plainText(of: cell) : linker.document.string(mark))
        .singleSpaced
      if CellText(text, silence: linker.site.shared.silence) != .words, Stance(mark: text) == nil {
        return nil
      }
      return (text, Place(path: linker.header.sourcePath, range: linker.range(of: cell)))
    }
    let words = linker.site.shared.words
    if let (text, place) = text(columns.stance) {
      stance = words.stance(text)
      if stance == nil {
        diagnostics.append(
          Diagnostic(
            .unknownStance, at: place, "“\(text.excerpt)” is not a stance, so this position is unrated",
            suggestion: Suggestion(NearStanceMark.allMarks)))
      }
    }
    if let (text, place) = text(columns.date) {
      date = WrittenDate.read(text)
      if date == nil {
        diagnostics.append(
          Diagnostic(
            .unreadDate, at: place,
            "“\(text.excerpt)” is not a date, so this position has the date of its table",
            suggestion: Suggestion("write a day, a month or a year, such as 2025-02-12")))
      }
    }
    if let (text, place) = text(columns.evidence) {
      if let kinds = words.evidence(text) {
        evidence = kinds
      } else {
        diagnostics.append(Evidence.unread(text, at: place))
      }
    }
  }
}
