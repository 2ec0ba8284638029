import Content
import Diagnostics
import Text

/// Reads the rows of a sheet in long form, with one position per row.
struct PositionSheet {
  /// A position.
  struct Entry {
    let issue: String
    let party: PartyName
    let position: String
    let stance: Stance?
    let date: PartialDate?
    let evidence: EvidenceKinds
    /// The source, followed by the texts of the columns without a meaning, in their order.
    let remarks: [String]
    /// The row of the sheet.
    let record: CSVReader.Record
  }

  let header: SheetHeader
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts of rows without an issue or a party.
  private(set) var incompleteRows: [String] = []
  /// The lines of rows without a position and a stance.
  private(set) var silentLines: [Int] = []
  private let text: SheetText
  /// Whether a report reads the sheet at every build; otherwise it is imported once.
  private let isLive: Bool

  init(header: SheetHeader, text: SheetText, isLive: Bool = false) {
    self.header = header
    self.text = text
    self.isLive = isLive
  }

  /// Reads a row.
  ///
  /// nil: it has no issue or no party, with a diagnostic and an entry in `incompleteRows`; or it says nothing, with an
  /// entry in `silentLines`.
  ///
  /// - Parameters:
  ///   - cells: the cells below the header.
  ///   - record: the row of the file, for places.
  mutating func entry(_ cells: [String], _ record: CSVReader.Record) -> Entry? {
    let issue = header.text(.issue, in: cells)
    let party = header.text(.party, in: cells)
    guard !NameKey(issue).isEmpty, !NameKey(party).isEmpty else {
      diagnose(
        .importTable, record,
        "the row has no \(NameKey(issue).isEmpty ? "issue" : "party"), so it \(isLive ? "gives no position" : "becomes text below the table")",
        fix: isLive ? "add the name" : "add the name and import the file again")
      incompleteRows.append(cells.filter { !$0.isEmpty }.joined(separator: "; "))
      return nil
    }
    var remarks = remarks(of: cells)
    var position = header.text(.position, in: cells)
    let stance = stance(of: cells, record, &position, &remarks)
    let date = date(of: cells, record, &remarks)
    let evidence = evidence(of: cells, record, &remarks)
    if position.isEmpty, stance == nil, remarks.isEmpty {
      silentLines.append(record.line)
      return nil
    }
    return Entry(
      issue: issue, party: header.words.partyName(party), position: position, stance: stance, date: date,
      evidence: evidence, remarks: remarks, record: record)
  }

  private mutating func stance(
    of cells: [String], _ record: CSVReader.Record, _ position: inout String, _ remarks: inout [String]
  ) -> Stance? {
    let word = header.text(.stance, in: cells)
    guard !word.isEmpty else { return nil }
    if let stance = header.stance(word) {
      // A mark needs a text; a number says nothing to readers.
      if position.isEmpty { position = word.contains(where: \.isLetter) ? word : stance.word }
      return stance
    }
    if header.isNoAnswer(word) {
      if position.isEmpty { position = "—" } else { remarks.append("Stance: \(word)") }
      return nil
    }
    remarks.append("Stance: \(word)")
    diagnose(
      .unknownStance, record,
      "“\(word)” is not a stance; the position has no stance and the text is kept in its footnote",
      fix: "use champions, supports, mixed, neutral, opposes or red line, or their marks")
    return nil
  }

  private mutating func date(
    of cells: [String], _ record: CSVReader.Record, _ remarks: inout [String]
  ) -> PartialDate? {
    let text = header.text(.date, in: cells)
    guard !text.isEmpty else { return nil }
    if let date = WrittenDate.read(text) { return date }
    remarks.append("Date: \(text)")
    diagnose(
      .importTable, record,
      "“\(text)” is not a date; the position has no date and the text is kept in its footnote",
      fix: "use a day, a month or a year, such as 2025-02-12")
    return nil
  }

  private mutating func evidence(
    of cells: [String], _ record: CSVReader.Record, _ remarks: inout [String]
  ) -> EvidenceKinds {
    let text = header.sourceAndEvidence(in: cells).evidence
    if let kinds = header.words.evidence(text) { return kinds }
    guard CellText(text) == .words else { return [] }
    remarks.append("Evidence: \(text)")
    diagnose(
      isLive ? .unreadEvidence : .importTable, record,
      "“\(text)” is not a kind of evidence; the text is kept in the footnote of the position",
      fix: "use one of \(Evidence.allCases.map(\.rawValue).joined(separator: ", "))")
    return []
  }

  /// The source, followed by the columns without a meaning, each with its name. Of an export, the source alone.
  private func remarks(of cells: [String]) -> [String] {
    let source = header.sourceAndEvidence(in: cells).source
    if header.isExport { return source.isEmpty ? [] : [source] }
    let known = Set(header.columns.values)
    let names = header.header
    let others = cells.indices.filter { !known.contains($0) && !cells[$0].isEmpty }.map { index in
      (index < names.count && !names[index].isEmpty ? names[index] + ": " : "") + cells[index]
    }
    return (source.isEmpty ? [] : [source]) + others
  }

  private mutating func diagnose(
    _ id: DiagnosticID, _ record: CSVReader.Record, _ message: String, fix: String
  ) {
    diagnostics.append(
      Diagnostic(
        isLive && id == .importTable ? .sheetRow : id, at: text.place(of: record.range), message,
        suggestion: Suggestion(fix)))
  }
}
