import Content
import Editions
import FileSystem
import Graph
import Importing
import Site
import Text
import Workspace

/// The positions of a published site, read from its own `positions.csv`.
enum PublishedPositions {
  /// The path of the table below the root of a site.
  static let path = PositionTable.path

  /// The status of a cell without a position in the tables of the ledger.
  fileprivate static let silent = "silent"

  /// The columns that are needed; tables of other programs do not have them.
  static let columns = [
    "position", "issue", "issue_slug", "party", "party_slug", "report", "report_slug", "date", "date_origin",
    "stance",
  ]

  /// What a table says, as a state of the record.
  ///
  /// - Parameters:
  ///   - name: the name of the state.
  ///   - remembered: whether it is about the positions beneath tables, which newer cells have replaced, instead of those in cells.
  /// - Returns: nil: the bytes are not the table of a site.
  static func read(_ bytes: [UInt8], named name: String, remembered: Bool = false) -> Edition? {
    let rows = CSVReader.read(bytes).records.map(\.cells)
    guard let header = rows.first else { return nil }
    let places = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    guard columns.allSatisfy({ places[$0] != nil }), let text = places["text"] ?? places["quote"] else {
      return nil
    }
    var records = Edition.Records()
    var known: (reports: Set<String>, issues: Set<String>, parties: Set<String>) = ([], [], [])
    for row in rows.dropFirst() where row.count == header.count {
      func value(_ column: String) -> String { places[column].map { row[$0] } ?? "" }
      // The cell holds something newer, so readers do not see this position in it.
      if PositionTable.isRemembered(status: value("status")) != remembered { continue }
      let (report, issue, party) = (value("report_slug"), value("issue_slug"), value("party_slug"))
      if known.reports.insert(report).inserted {
        records.reports.append(FrozenReport(slug: report, path: "", title: value("report"), date: nil))
      }
      if known.issues.insert(issue).inserted {
        records.issues.append(FrozenIssue(slug: issue, name: value("issue"), aliases: [], proposition: nil))
      }
      if known.parties.insert(party).inserted {
        records.parties.append(FrozenParty(slug: party, name: value("party"), aliases: [], actsFor: nil))
      }
      let dating = FrozenDate(
        PartialDate(value("date")), origin: DateOrigin(rawValue: value("date_origin")) ?? .none)
      if value("status") == silent {
        records.silentCells.append(
          FrozenSilentCell(issue: issue, party: party, report: report, dating: dating))
        continue
      }
      guard let anchor = value("position").split(separator: "#", maxSplits: 1).dropFirst().first else {
        continue
      }
      let word = value("stance")
      records.positions.append(
        FrozenPosition(
          issue: issue, party: party, report: report,
          ordinal: PublishedNames(anchor: anchor, report: report)?.ordinal ?? 1,
          text: CSV.plainText(row[text]),
          stance: Stance.allCases.first { $0.word == word },
          dating: dating, anchor: String(anchor)))
    }
    records.positions.sort()
    let day = PartialDate(year: 9999)
    return Edition(
      name: name, date: day, origin: Edition.Origin(made: day, includesDrafts: false), records: records)
  }
}

extension Edition {
  /// The same state with reports that held nothing in it: a table of positions does not name them.
  fileprivate func knowing(_ others: [FrozenReport]) -> Edition {
    var records = self.records
    let known = Set(records.reports.map(\.slug))
    records.reports += others.filter { !known.contains($0.slug) }
    return Edition(name: name, date: date, origin: origin, records: records)
  }
}

/// The positions that `standpoint publish` published from a site's folder, so that later builds keep their addresses.
///
/// Two tables in `.standpoint` in the site's folder, with some columns of `positions.csv`: what was published last, with the cells
/// that were silent, and the positions that were published before that and are no longer part of it. A single-file site has
/// none.
enum PublicationLedger {
  private static let newest = ".standpoint/published-positions.csv"
  private static let earlier = ".standpoint/published-earlier.csv"

  /// The states that are on record, the oldest first.
  static func read(_ folders: SiteFolders) throws(EnvironmentError) -> [Edition] {
    guard folders.singleFile == nil else { return [] }
    let before = try bytes(folders.root.appending(earlier)).flatMap { PublishedPositions.read($0, named: "") }
    guard let table = try bytes(folders.root.appending(newest)),
      let last = PublishedPositions.read(table, named: "")
    else { return before.map { [$0] } ?? [] }
    return before.map { [$0, last.knowing($0.reports)] } ?? [last]
  }

  /// Whether positions are on record.
  static func exists(_ folders: SiteFolders) throws(EnvironmentError) -> Bool {
    guard folders.singleFile == nil else { return false }
    return try FileStatus.of(folders.root.appending(newest), followingLinks: true) != nil
  }

  /// Records that the table of a built site was published.
  ///
  /// - Parameter state: the site, for its silent cells; nil: they are not needed.
  static func add(_ site: BuiltSite, _ state: Edition?, to folders: SiteFolders) throws(EnvironmentError) {
    guard folders.singleFile == nil, let table = try bytes(site.path(of: PublishedPositions.path)) else {
      return
    }
    let rows = rows(of: table)
    var left: [String: [String]] = [:]
    for path in [earlier, newest] {
      guard let old = try bytes(folders.root.appending(path)) else { continue }
      for row in Self.rows(of: old) where row.last != PublishedPositions.silent { left[row[0]] = row }
    }
    for row in rows { left[row[0]] = nil }
    try FileWriter.makeFolders(folders.root.appending(".standpoint"))
    let rest = left.values.sorted { $0[0] < $1[0] }
    try FileWriter.write(Self.table(of: rest), to: folders.root.appending(earlier))
    let silence = state.map(Self.silence) ?? []
    try FileWriter.write(Self.table(of: rows + silence), to: folders.root.appending(newest))
  }

  private static func bytes(_ path: DiskPath) throws(EnvironmentError) -> [UInt8]? {
    try FileStatus.of(path, followingLinks: true) == nil ? nil : FileReader.readAll(path)
  }

  /// Records what a published site tells of its addresses, so that later builds from this folder keep them. What is on record
  /// already stays there.
  static func keep(_ site: PublishedRecord, in folders: SiteFolders) throws(EnvironmentError) {
    guard folders.singleFile == nil else { return }
    let rows = rows(of: site.table)
    var left: [String: [String]] = [:]
    for path in [earlier, newest] {
      guard let old = try bytes(folders.root.appending(path)) else { continue }
      for row in Self.rows(of: old) where row.last != PublishedPositions.silent { left[row[0]] = row }
    }
    let replaced = Self.rows(of: site.table, remembered: true).filter { $0[0].hasPrefix("reports/") }
    for row in replaced + (site.retired.map { Self.rows(of: $0) } ?? []) where left[row[0]] == nil {
      left[row[0]] = row
    }
    for row in rows { left[row[0]] = nil }
    try FileWriter.makeFolders(folders.root.appending(".standpoint"))
    let rest = left.values.sorted { $0[0] < $1[0] }
    try FileWriter.write(Self.table(of: rest), to: folders.root.appending(earlier))
    try FileWriter.write(Self.table(of: rows), to: folders.root.appending(newest))
  }

  /// The columns of the ledger, whatever others a version of `positions.csv` has.
  private static let columns = PublishedPositions.columns + ["text", "status"]

  /// The rows of the silent cells, in their order.
  private static func silence(of state: Edition) -> [[String]] {
    func names(_ names: [(String, String)]) -> [String: String] {
      Dictionary(names) { first, _ in first }
    }
    let issues = names(state.issues.map { ($0.slug, $0.name) })
    let parties = names(state.parties.map { ($0.slug, $0.name) })
    let reports = names(state.reports.map { ($0.slug, $0.title) })
    return state.silentCells.map { cell in
      [
        "", issues[cell.issue] ?? "", cell.issue, parties[cell.party] ?? "", cell.party,
        reports[cell.report] ?? "", cell.report, cell.dating.date?.description ?? "",
        cell.dating.origin.rawValue, "", "", PublishedPositions.silent,
      ]
    }
  }

  /// The rows of a table with the cells of `columns`; the first one is the address.
  ///
  /// - Parameter remembered: whether they are about the positions beneath tables, instead of those in cells.
  private static func rows(of table: [UInt8], remembered: Bool = false) -> [[String]] {
    let records = CSVReader.read(table).records.map(\.cells)
    guard let header = records.first else { return [] }
    let places = columns.map { column in
      header.firstIndex(of: column) ?? (column == "text" ? header.firstIndex(of: "quote") : nil)
    }
    let status = header.firstIndex(of: "status")
    return records.dropFirst().filter { cells in
      cells.count == header.count
        && (status.map { PositionTable.isRemembered(status: cells[$0]) } ?? false) == remembered
    }.map { cells in
      let values = places.map { $0.map { cells[$0] } ?? "" }
      // What `positions.csv` says of the status holds for its day only.
      return values.last == PublishedPositions.silent ? values : values.dropLast() + [""]
    }
  }

  private static func table(of rows: [[String]]) -> [UInt8] {
    var output = CSV(isForSpreadsheets: false)
    for row in [columns] + rows { output.append(row) }
    return output.bytes
  }
}
