import Content
import Diagnostics
import Markdown

/// The kind of every table of every report, and the headings of those that give positions.
///
/// The known parties come from all files and from all tables whose kind is clear on its own. The other tables
/// are classified after that, so the order of files does not matter.
struct TableClassification: Sendable {
  /// One classified table.
  struct Table: Sendable {
    let kind: TableKind
    /// Whether the table is plain although its corner is an axis word.
    let isAxisWordWithoutParties: Bool
    /// The forms of the header cells by column, including the corner; see `TableClassification.none`.
    let columns: [Int32]
    /// The forms of the first cells, by body row; empty unless the table gives positions.
    var rows: [Int32] = []
  }

  /// Used instead of a form for an empty heading.
  static let none: Int32 = -1

  /// By report, then in the order of the report's `tables`.
  private(set) var tables: [[Table]] = []
  /// The forms of headings, as written.
  private(set) var forms = StringInterner()
  /// By form: whether it may be a party, that is, it is not in the list of headings that are never parties.
  private(set) var mayBeParty: [Bool] = []
  private var reader = HeadingReader()

  /// - Parameter known: match keys of the parties that have files.
  init(_ reports: [Report], known: Set<NameKey>, words: HeaderWords) {
    let headers = reports.map { report in
      report.tables.map { reader.header(of: $0.node, in: report.header.document, forms: &forms) }
    }
    var known = known
    for (report, columns) in zip(reports, headers) {
      for (table, columns) in zip(report.tables, columns) {
        addParties(of: table, columns: columns, in: report, words: words, to: &known)
      }
    }
    let parties = numbers(of: known, words)
    tables = zip(reports, headers).map { report, columns in
      zip(report.tables, columns).map { table, columns in
        let count = Self.countParties(columns.dropFirst(), parties)
        let settled = TableClassifier.settle(table.reading, knownPartyColumns: count)
        return Table(
          kind: settled.kind, isAxisWordWithoutParties: settled.isAxisWordWithoutParties, columns: columns)
      }
    }
    readRows(reports)
    mayBeParty = (0..<forms.count).map { words.mayBeParty(forms.string($0)) }
    addedForms = []
  }

  /// By form: a number for each known party that it names; nil: none.
  private func numbers(of known: Set<NameKey>, _ words: HeaderWords) -> [Int?] {
    var numbers: [NameKey: Int] = [:]
    return (0..<forms.count).map { number in
      let form = forms.string(number)
      let key = words.partyName(form).key
      guard words.mayBeParty(form), known.contains(key) else { return nil }
      if let known = numbers[key] { return known }
      numbers[key] = number
      return number
    }
  }

  /// The number of different parties in a table's columns. Tables are narrow, so a linear search is fastest.
  private static func countParties(_ columns: ArraySlice<Int32>, _ parties: [Int?]) -> Int {
    var found: [Int] = []
    for form in columns where form >= 0 {
      guard let party = parties[Int(form)], !found.contains(party) else { continue }
      found.append(party)
    }
    return found.count
  }

  /// Adds the parties of a table whose kind is clear on its own.
  private mutating func addParties(
    of table: AuthoredTable, columns: [Int32], in report: Report, words: HeaderWords,
    to known: inout Set<NameKey>
  ) {
    let transposed: Bool
    switch table.reading {
    case .declared(.positions(let flag)), .axis(let flag): transposed = flag
    default: return
    }
    let headings =
      transposed
      ? reader.rows(of: table.node, in: report.header.document, forms: &forms) : Array(columns.dropFirst())
    for form in headings where form >= 0 && addedForms.insert(form).inserted {
      let header = forms.string(Int(form))
      if words.mayBeParty(header) { known.insert(words.partyName(header).key) }
    }
  }

  /// Forms that `addParties` has already added; each is folded only once.
  private var addedForms: Set<Int32> = []

  private mutating func readRows(_ reports: [Report]) {
    for (index, report) in reports.enumerated() {
      for (place, table) in report.tables.enumerated() {
        guard case .positions = tables[index][place].kind else { continue }
        tables[index][place].rows = reader.rows(of: table.node, in: report.header.document, forms: &forms)
      }
    }
  }
}

extension TableClassification {
  /// Adds the headings of all positions tables to the drafts, in the order of reports.
  func addHeadings(
    of reports: [Report], issues: inout NameRegistryBuilder, parties: inout NameRegistryBuilder
  ) {
    for (index, report) in reports.enumerated() {
      for (place, table) in tables[index].enumerated() {
        guard case .positions(let transposed) = table.kind else { continue }
        let range = report.header.document.nodes[report.tables[place].node].source.range
        let source = Place(path: report.header.sourcePath, range: range)
        for form in table.columns.dropFirst() where form >= 0 && mayBeParty[Int(form)] {
          if transposed { add(form, at: source, to: &issues) } else { add(form, at: source, to: &parties) }
        }
        for form in table.rows where form >= 0 && (!transposed || mayBeParty[Int(form)]) {
          if transposed { add(form, at: source, to: &parties) } else { add(form, at: source, to: &issues) }
        }
      }
    }
  }

  private func add(_ form: Int32, at place: Place, to draft: inout NameRegistryBuilder) {
    if !draft.knows(form) { draft.add(form: form, text: forms.string(Int(form)), place: place) }
  }
}
