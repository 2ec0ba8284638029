import Content
import Diagnostics
import Text

/// A sheet in long form, with one position per row.
struct PositionSheet {
  /// The meaning of a column.
  enum Column: CaseIterable {
    case issue, party, position, stance, date, source

    func isHeaded(by key: NameKey, _ words: HeaderWords) -> Bool {
      switch self {
      case .issue: words.isAxis(key)
      case .party: words.isParty(key)
      default: words.column(key.text) == meaning || names.contains(key.text)
      }
    }

    private var meaning: TableColumn? {
      switch self {
      case .issue, .party: nil
      case .position: .position
      case .stance: .stance
      case .date: .date
      case .source: .source
      }
    }

    /// Names of columns in files that programs write.
    private var names: [String] {
      switch self {
      case .issue, .party: []
      case .position: ["text", "quote", "claim", "statement"]
      case .stance: ["score", "mark", "rating"]
      case .date: ["as_of"]
      case .source: []
      }
    }
  }

  /// A row, with trimmed texts.
  struct Entry {
    let record: CSVReader.Record
    let issue: String
    let party: PartyName
    let position: String
    let stance: Stance?
    let date: PartialDate?
    /// The source, followed by the texts of the columns without a meaning, in their order.
    let remarks: [String]
  }

  let columns: [Column: Int]
  private let header: [String]
  private let words: HeaderWords
  private(set) var diagnostics: [Diagnostic] = []
  private let text: SheetText

  /// A sheet; nil unless the header has columns for issues, parties and positions.
  init?(header: [String], words: HeaderWords, text: SheetText) {
    var columns: [Column: Int] = [:]
    for (index, name) in header.enumerated() {
      let key = NameKey(name)
      let column = Column.allCases.first { columns[$0] == nil && $0.isHeaded(by: key, words) }
      if let column { columns[column] = index }
    }
    guard columns[.issue] != nil, columns[.party] != nil, columns[.position] != nil else { return nil }
    self.columns = columns
    self.header = header
    self.words = words
    self.text = text
  }

  /// The header of the column of issues, as written.
  var corner: String { columns[.issue].map { header[$0] } ?? "Issue" }

  /// The texts of rows without an issue or a party.
  private(set) var incompleteRows: [String] = []

  /// Reads a row; nil if it has no issue or no party, with a diagnostic and an entry in `incompleteRows`.
  mutating func entry(_ record: CSVReader.Record) -> Entry? {
    let issue = text(.issue, of: record)
    let party = text(.party, of: record)
    guard !NameKey(issue).isEmpty, !NameKey(party).isEmpty else {
      diagnose(
        .importTable, record,
        "the row has no \(issue.isEmpty ? "issue" : "party"); it becomes text below the table",
        fix: "add the name and import the file again")
      incompleteRows.append(record.cells.filter { !$0.isEmpty }.joined(separator: "; "))
      return nil
    }
    var remarks = remarks(of: record)
    let stance = stance(of: record, &remarks)
    let date = date(of: record, &remarks)
    return Entry(
      record: record, issue: issue, party: words.partyName(party), position: text(.position, of: record),
      stance: stance, date: date, remarks: remarks)
  }

  private func text(_ column: Column, of record: CSVReader.Record) -> String {
    guard let index = columns[column], index < record.cells.count else { return "" }
    return record.cells[index].singleSpaced
  }

  private mutating func stance(of record: CSVReader.Record, _ remarks: inout [String]) -> Stance? {
    let word = text(.stance, of: record)
    guard !word.isEmpty else { return nil }
    if let stance = words.stance(word) { return stance }
    remarks.append("Stance: \(word)")
    diagnose(
      .unknownStance, record,
      "“\(word)” is not a stance; the position has no stance and the text is kept in its footnote",
      fix: "use champions, supports, mixed, neutral, opposes or red line, or their marks")
    return nil
  }

  private mutating func date(of record: CSVReader.Record, _ remarks: inout [String]) -> PartialDate? {
    let text = text(.date, of: record)
    guard !text.isEmpty else { return nil }
    if let date = WrittenDate.read(text) { return date }
    remarks.append("Date: \(text)")
    diagnose(
      .importTable, record,
      "“\(text)” is not a date; the position has no date and the text is kept in its footnote",
      fix: "use a day, a month or a year, such as 2025-02-12")
    return nil
  }

  /// The source, followed by the columns without a meaning, each with its name.
  private func remarks(of record: CSVReader.Record) -> [String] {
    let source = text(.source, of: record)
    let known = Set(columns.values)
    let others = record.cells.indices.filter { !known.contains($0) && !record.cells[$0].isEmpty }.map {
      index in
      (index < header.count && !header[index].isEmpty ? header[index] + ": " : "") + record.cells[index]
    }
    return (source.isEmpty ? [] : [source]) + others
  }

  private mutating func diagnose(
    _ id: DiagnosticID, _ record: CSVReader.Record, _ message: String, fix: String
  ) {
    diagnostics.append(
      Diagnostic(id, at: text.place(of: record.range), message, suggestion: Suggestion(fix)))
  }
}
