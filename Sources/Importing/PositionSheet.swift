import Content
import Diagnostics

/// A table of positions in long form: one row a position.
struct PositionSheet {
  /// What a column of the long form holds.
  enum Column: CaseIterable {
    case issue, party, position, stance, date, source

    func isHeaded(by key: NameKey, _ words: HeaderWords) -> Bool {
      switch self {
      case .issue: words.axis.contains(key)
      case .party: words.party.contains(key)
      default: names.contains(key.text)
      }
    }

    private var names: [String] {
      switch self {
      case .issue, .party: []
      case .position: ["position", "positions", "statement", "quote", "text", "claim", "view"]
      case .stance: ["stance", "rating", "mark", "score"]
      case .date: ["date", "as-of", "as of", "as_of", "day"]
      case .source: ["source", "sources", "reference", "references", "link", "url"]
      }
    }
  }

  /// One row: what it says, trimmed.
  struct Entry {
    let record: CSVReader.Record
    let issue: String
    let party: PartyName
    let position: String
    let stance: Stance?
    let date: PartialDate?
    /// Sources, and whatever else the row says, in the order of its columns.
    let remarks: [String]
  }

  let columns: [Column: Int]
  private let header: [String]
  private let words: HeaderWords
  private(set) var diagnostics: [Diagnostic] = []
  private let text: SheetText

  /// nil unless the header names a column of issues, one of parties and one of positions.
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

  /// The name of the column of issues, as written.
  var corner: String { columns[.issue].map { header[$0] } ?? "Issue" }

  /// Rows that name no issue or no party: what they say, in words.
  private(set) var strays: [String] = []

  /// Reads a row; nil, with a complaint, when it names no issue or no party: it becomes one of the strays.
  mutating func entry(_ record: CSVReader.Record) -> Entry? {
    let issue = text(.issue, of: record)
    let party = text(.party, of: record)
    guard !NameKey(issue).isEmpty, !NameKey(party).isEmpty else {
      complain(
        .importTable, record,
        "this row names no \(issue.isEmpty ? "issue" : "party"), so it stands as text below the table",
        mend: "fill in the name and import the file again")
      strays.append(record.cells.filter { !$0.isEmpty }.joined(separator: "; "))
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
    return record.cells[index].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func stance(of record: CSVReader.Record, _ remarks: inout [String]) -> Stance? {
    let word = text(.stance, of: record)
    guard !word.isEmpty else { return nil }
    if let stance = StanceWord.read(word) { return stance }
    remarks.append("Stance: \(word)")
    complain(
      .unknownStance, record,
      "“\(word)” is no stance, so this position stays unrated and its source says the word",
      mend: "the stances are champions, supports, mixed, neutral, opposes and red line, or their marks")
    return nil
  }

  private mutating func date(of record: CSVReader.Record, _ remarks: inout [String]) -> PartialDate? {
    let text = text(.date, of: record)
    guard !text.isEmpty else { return nil }
    if let date = WrittenDate.read(text) { return date }
    remarks.append("Date: \(text)")
    complain(
      .importTable, record,
      "“\(text)” gives no date, so this position has none and its source says the words",
      mend: "write a day, a month or a year, such as 2025-02-12")
    return nil
  }

  /// The source, then every column that has no meaning of its own, with its name.
  private func remarks(of record: CSVReader.Record) -> [String] {
    let source = text(.source, of: record)
    let known = Set(columns.values)
    let others = record.cells.indices.filter { !known.contains($0) && !record.cells[$0].isEmpty }.map {
      index in
      (index < header.count && !header[index].isEmpty ? header[index] + ": " : "") + record.cells[index]
    }
    return (source.isEmpty ? [] : [source]) + others
  }

  private mutating func complain(
    _ id: DiagnosticID, _ record: CSVReader.Record, _ message: String, mend: String
  ) {
    diagnostics.append(
      Diagnostic(id, at: text.place(of: record.range), message, suggestion: Suggestion(mend)))
  }
}
