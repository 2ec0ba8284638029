import Content
import Diagnostics
import Markdown

/// What every table of every report is, and the headings of those that give positions.
///
/// The known parties come from all files and from all tables that tell by themselves what they are; only then
/// are the other tables settled. So the order of files does not matter.
struct TableClassification: Sendable {
  /// One table, settled.
  struct Table: Sendable {
    let kind: TableKind
    /// The table is plain although its corner is an axis word.
    let isAxisWordWithoutParties: Bool
    /// Forms of the header cells by column, the corner's included; see `TableClassification.none`.
    let columns: [Int32]
    /// Forms of the first cells by body row; empty unless the table gives positions.
    var rows: [Int32] = []
  }

  /// In place of a form: an empty heading.
  static let none: Int32 = -1

  /// By report, then as the report's `tables`.
  private(set) var tables: [[Table]] = []
  /// Forms of headings as their authors wrote them.
  private(set) var forms = StringInterner()
  /// By form: it is not on the list of headings that are never parties'.
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

  /// By form: a number for each known party that it names; nil: it names none.
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

  /// How many different parties a table's columns name; tables are narrow, so that looking at all is quickest.
  private static func countParties(_ columns: ArraySlice<Int32>, _ parties: [Int?]) -> Int {
    var found: [Int] = []
    for form in columns where form >= 0 {
      guard let party = parties[Int(form)], !found.contains(party) else { continue }
      found.append(party)
    }
    return found.count
  }

  /// Adds the parties of a table that needs no others to tell what it is.
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

  /// Forms that `addParties` has seen; each is folded once.
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
  /// Gives the headings of all positions tables to the drafts, in the order of reports.
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
