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
    let decision: TableDecision
    /// The forms of the header cells by column, including the corner; see `TableClassification.none`. In a table with a row
    /// for each party and a column of positions, that column has the form of the heading that names the issue, and the
    /// others have none.
    let columns: [Int32]
    var kind: TableKind { decision.kind }
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

  /// - Parameters:
  ///   - known: match keys of the parties that have files.
  ///   - knownIssues: keys of the names of the issues that have files.
  init(_ reports: [Report], known: Set<NameKey>, knownIssues: Set<NameKey>, words: HeaderWords) {
    let headers = reports.map { report in
      report.tables.map { reader.header(of: $0.node, in: report.header.document, forms: &forms) }
    }
    let asksForIssues = reports.contains { report in
      report.tables.contains { $0.reading == .partyCorner || $0.reading == .partyAndPosition }
    }
    let filed = known
    var known = known
    var issues = knownIssues
    for (report, columns) in zip(reports, headers) {
      for (table, columns) in zip(report.tables, columns) {
        addParties(of: table, columns: columns, in: report, words: words, to: &known)
        if asksForIssues { addIssues(of: table, columns: columns, in: report, words: words, to: &issues) }
      }
    }
    let parties = numbers(of: known, filed: filed, words)
    for (report, columns) in zip(reports, headers) {
      tables.append(
        zip(report.tables, columns).map { table, columns in
          settle(table, columns: columns, parties: parties, issues: issues, words: words)
        })
    }
    readRows(reports)
    mayBeParty = (0..<forms.count).map { Self.mayBeParty(forms.string($0), filed: filed, words) }
    addedForms = []
  }

  private mutating func settle(
    _ table: AuthoredTable, columns: [Int32], parties: [Int?], issues: Set<NameKey>, words: HeaderWords
  ) -> Table {
    switch table.reading {
    case .partyAndPosition:
      let heading = Self.issueHeading(of: table, issues: issues, words: words)
      let decision = TableClassifier.settle(
        table.reading, knownPartyColumns: 0, hasIssueHeading: heading != nil)
      guard let heading else { return Table(decision: decision, columns: columns) }
      let position = words.columns(table.header.map(\.text)).firstIndex(of: .position)
      let form = Array(heading.singleSpaced.utf8).withUnsafeBufferPointer { forms.insert($0[...]) }
      return Table(
        decision: decision, columns: columns.indices.map { $0 == position ? form : TableClassification.none })
    case .partyCorner:
      let names = columns.dropFirst().filter { $0 >= 0 }.map { forms.string(Int($0)) }.filter(
        words.mayBeParty)
      let areKnown = !names.isEmpty && names.allSatisfy { issues.contains(NameKey($0)) }
      return Table(
        decision: TableClassifier.settle(
          table.reading, knownPartyColumns: 0, columnsAreKnownIssues: areKnown), columns: columns)
    default:
      let columns = Self.parties(in: columns, of: table)
      let count = Self.countParties(columns.dropFirst(), parties)
      var possible = 0
      if table.reading == .undecided(axisWord: true) {
        possible = columns.dropFirst().count {
          $0 >= 0 && (parties[Int($0)] != nil || words.mayBeParty(forms.string(Int($0))))
        }
      }
      let decision = TableClassifier.settle(
        table.reading, knownPartyColumns: count, possiblePartyColumns: possible)
      return Table(decision: decision, columns: columns)
    }
  }

  /// The forms of the columns without those that belong to a party, such as “France source”.
  private static func parties(in columns: [Int32], of table: AuthoredTable) -> [Int32] {
    guard let asides = table.sides?.named, !asides.isEmpty else { return columns }
    return columns.indices.map { asides.contains($0) ? none : columns[$0] }
  }

  /// The heading that names the issue of a table with a row for each party: the nearest that names a known issue, else the
  /// nearest that is not general, such as “Background”; nil: none.
  private static func issueHeading(of table: AuthoredTable, issues: Set<NameKey>, words: HeaderWords)
    -> String?
  {
    let headings = table.headings.map(\.text).filter { !NameKey($0).isEmpty }
    return headings.first { issues.contains(NameKey($0)) }
      ?? headings.first { !words.isGeneral($0) && words.mayBeIssue($0) }
  }

  /// Whether a heading may be a party; a party that has a file may have a name that is on the not-a-party list.
  private static func mayBeParty(_ name: String, filed: Set<NameKey>, _ words: HeaderWords) -> Bool {
    words.mayBeParty(name) || !filed.isEmpty && filed.contains(words.partyName(name).key)
  }

  /// By form: a number for each known party that it names; nil: none.
  private func numbers(of known: Set<NameKey>, filed: Set<NameKey>, _ words: HeaderWords) -> [Int?] {
    var numbers: [NameKey: Int] = [:]
    return (0..<forms.count).map { number in
      let form = forms.string(number)
      let key = words.partyName(form).key
      guard known.contains(key), words.mayBeParty(form) || filed.contains(key) else { return nil }
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
    guard let transposed = table.reading.isTransposed else { return }
    let headings =
      transposed
      ? reader.rows(of: table.node, in: report.header.document, forms: &forms)
      : Array(Self.parties(in: columns, of: table).dropFirst())
    for form in headings where form >= 0 && addedForms.insert(form).inserted {
      let header = forms.string(Int(form))
      if words.mayBeParty(header) { known.insert(words.partyName(header).key) }
    }
  }

  /// Adds the issues of a table whose kind is clear on its own.
  private mutating func addIssues(
    of table: AuthoredTable, columns: [Int32], in report: Report, words: HeaderWords,
    to known: inout Set<NameKey>
  ) {
    guard let transposed = table.reading.isTransposed else { return }
    let headings =
      transposed
      ? Array(columns.dropFirst()) : reader.rows(of: table.node, in: report.header.document, forms: &forms)
    for form in headings where form >= 0 {
      let name = forms.string(Int(form))
      if !transposed || words.mayBeParty(name) { known.insert(NameKey(name)) }
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
