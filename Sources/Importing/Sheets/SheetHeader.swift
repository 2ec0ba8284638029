import Content
import Text

/// What the columns of a sheet in long form mean, with one position per row.
struct SheetHeader {
  typealias Meaning = SheetColumns.Meaning

  /// The meaning of columns, by their places.
  private(set) var columns: [Meaning: Int] = [:]
  /// The texts of the header row.
  let header: [String]
  /// The words by which the header was read.
  let words: HeaderWords
  /// Whether Standpoint exported the file, so that the other columns follow from these and are not read.
  private(set) var isExport = false

  /// Headers in files that programs write, in their order of preference.
  private static let names: [(meaning: Meaning, names: [String])] = [
    (.position, ["text", "quote", "claim"]), (.stance, ["score", "mark", "rating"]), (.date, ["as_of"]),
  ]
  /// Columns of the files that Standpoint exports, `positions.csv` and answers of `query`. Their column `position` has addresses.
  private static let exportMarks = ["issue_slug", "party_slug", "position", "text"]
  private static let exported: [Meaning: String] = [
    .issue: "issue", .party: "party", .position: "text", .stance: "stance", .date: "date", .source: "sources",
    .evidence: "evidence",
  ]
  /// Headers in files of voting advice applications.
  private static let questionnaire: [(meaning: Meaning, names: [String])] = [
    (
      .issue,
      [
        "statement", "thesis", "these", "aussage", "proposition", "affirmation", "afirmación", "affermazione",
        "stwierdzenie", "твердження", "stelling",
      ]
    ),
    (
      .stance,
      [
        "answer", "position", "response", "antwort", "réponse", "respuesta", "risposta", "odpowiedź",
        "відповідь",
        "antwoord",
      ]
    ),
    (
      .position,
      [
        "justification", "explanation", "comment", "begründung", "erläuterung", "explication",
        "justificación", "explicación", "motivazione", "spiegazione", "uzasadnienie", "обґрунтування",
        "пояснення",
        "toelichting",
      ]
    ),
    (.source, ["source"]),
  ]

  /// The columns that the author names; the others are not read.
  ///
  /// `missing`: a header that the sheet does not have.
  init(header: [String], words: HeaderWords, columns: SheetColumns, missing: inout [String]) {
    self.header = header
    self.words = words
    for meaning in Meaning.allCases {
      guard let name = columns.headers[meaning] else { continue }
      if let index = header.firstIndex(where: { NameKey($0) == NameKey(name) }) {
        self.columns[meaning] = index
      } else {
        missing.append(name)
      }
    }
  }

  /// The columns by their headers; nil unless there are columns for issues and parties, and for positions or stances.
  init?(header: [String], words: HeaderWords) {
    self.header = header
    self.words = words
    if Self.exportMarks.allSatisfy(header.contains) {
      isExport = true
      columns = Self.exported.compactMapValues { header.firstIndex(of: $0) }
      return
    }
    readWords()
    let isIncomplete = columns[.issue] == nil || columns[.position] == nil && columns[.stance] == nil
    if columns[.party] != nil, isIncomplete { readQuestionnaire() }
    guard columns[.issue] != nil, columns[.party] != nil,
      columns[.position] != nil || columns[.stance] != nil
    else { return nil }
  }

  /// The columns by the words of a language and by the headers that programs write; a word such as “Haltung”, which may
  /// mean positions or stances, means stances beside a column of positions.
  private mutating func readWords() {
    let keys = header.map { NameKey($0) }
    columns[.party] = words.partyColumn(keys)
    // The first column has no meaning for `columns`, so a corner is put before it.
    let meanings = words.columns([""] + header).dropFirst()
    for (index, column) in zip(header.indices, meanings) where index != columns[.party] {
      let meaning = Meaning.allCases.first { meaning in
        columns[meaning] == nil && isHeaded(meaning, by: keys[index], column)
      }
      if let meaning { columns[meaning] = index }
    }
  }

  private func isHeaded(_ meaning: Meaning, by key: NameKey, _ column: TableColumn?) -> Bool {
    let wanted: TableColumn
    switch meaning {
    case .issue: return words.isAxis(key)
    case .party: return false
    case .position: wanted = .position
    case .stance: wanted = .stance
    case .date: wanted = .date
    case .source: wanted = .source
    case .evidence: wanted = .evidence
    }
    return column == wanted || Self.names.contains { $0.meaning == meaning && $0.names.contains(key.text) }
  }

  private mutating func readQuestionnaire() {
    let keys = header.map { NameKey($0).text }
    var found: [Meaning: Int] = [:]
    for (meaning, names) in Self.questionnaire {
      let index = names.lazy.compactMap { keys.firstIndex(of: $0) }.first { !found.values.contains($0) }
      if let index { found[meaning] = index }
    }
    guard found[.issue] != nil, found[.stance] != nil || found[.position] != nil else { return }
    columns = columns.filter { !found.values.contains($0.value) }.merging(found) { $1 }
  }

  /// The header of the column of issues, as written.
  var corner: String { columns[.issue].map { header[$0] } ?? "Issue" }

  /// The text of a cell; empty if the sheet has no such column.
  func text(_ meaning: Meaning, in cells: [String]) -> String {
    guard let index = columns[meaning], index < cells.count else { return "" }
    return isExport ? CSV.plainText(cells[index]) : cells[index]
  }

  /// The source and the kinds of evidence in a row, as they are written. A column such as “Evidence” may have either.
  func sourceAndEvidence(in cells: [String]) -> (source: String, evidence: String) {
    let (source, evidence) = (text(.source, in: cells), text(.evidence, in: cells))
    guard columns[.evidence] == nil, let column = columns[.source], words.mayHoldEvidence(header[column]),
      words.evidence(source) != nil
    else { return (source, evidence) }
    return ("", source)
  }

  /// The stance of a word in any language that tables are read in, or of a number; nil: it is none.
  func stance(_ word: String) -> Stance? {
    words.stance(word) ?? StanceWords.all.stance(word)
  }

  /// Whether an answer means that there is none.
  func isNoAnswer(_ word: String) -> Bool {
    StanceWords.isNoAnswer(word) || CellText(word) == .silent
  }
}
