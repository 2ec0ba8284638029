import Content
import Markdown

/// What every table of every report is, and the headings of those that give positions.
///
/// The known parties come from all files and from all tables that tell by themselves what they are; only then
/// are the other tables settled. So the order of files has no say.
struct TableSurvey: Sendable {
  /// One table, settled.
  struct Table: Sendable {
    let kind: TableKind
    /// Forms of the header cells by column, the corner's included; see `TableSurvey.none`.
    let columns: [Int32]
    /// Forms of the first cells by body row; empty unless the table gives positions.
    var rows: [Int32] = []
  }

  /// In place of a form: an empty heading.
  static let none: Int32 = -1

  /// By report, then as the report's `tables`.
  private(set) var tables: [[Table]] = []
  /// Forms of headings as their authors wrote them.
  private(set) var forms = FormTable()
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
    let isParty = (0..<forms.count).map { number in
      let form = forms.string(number)
      return words.mayBeParty(form) && known.contains(words.partyName(form).key)
    }
    tables = zip(reports, headers).map { report, columns in
      zip(report.tables, columns).map { table, columns in
        let count = columns.dropFirst().count { $0 >= 0 && isParty[Int($0)] }
        return Table(kind: TableSettling.kind(of: table.reading, knownParties: count), columns: columns)
      }
    }
    readRows(reports)
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
