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

  /// The columns that are needed; tables of other programs do not have them.
  fileprivate static let columns = [
    "position", "issue", "issue_slug", "party", "party_slug", "report", "report_slug", "date", "date_origin",
    "stance",
  ]

  /// What a table says, as a state of the record.
  ///
  /// - Parameter name: the name of the state.
  /// - Returns: nil: the bytes are not the table of a site.
  static func read(_ bytes: [UInt8], named name: String) -> Edition? {
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
      if PositionTable.isRemembered(status: value("status")) { continue }
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
          dating: FrozenDate(
            PartialDate(value("date")), origin: DateOrigin(rawValue: value("date_origin")) ?? .none),
          anchor: String(anchor)))
    }
    records.positions.sort()
    let day = PartialDate(year: 9999)
    return Edition(
      name: name, date: day, origin: Edition.Origin(made: day, includesDrafts: false), records: records)
  }
}

/// The positions that `standpoint publish` published from a site's folder, so that later builds keep their addresses.
///
/// Two tables in `.standpoint` in the site's folder, with some columns of `positions.csv`: what was published last, and what was
/// published before that and is no longer part of it. A single-file site has none.
enum PublicationLedger {
  private static let newest = ".standpoint/published-positions.csv"
  private static let earlier = ".standpoint/published-earlier.csv"

  /// The states that are on record, the oldest first.
  static func read(_ folders: SiteFolders) throws(EnvironmentError) -> [Edition] {
    guard folders.singleFile == nil else { return [] }
    var states: [Edition] = []
    for path in [earlier, newest] {
      guard let bytes = try bytes(folders.root.appending(path)) else { continue }
      if let state = PublishedPositions.read(bytes, named: "") { states.append(state) }
    }
    return states
  }

  /// Records that the table of a built site was published.
  static func add(_ site: BuiltSite, to folders: SiteFolders) throws(EnvironmentError) {
    guard folders.singleFile == nil, let table = try bytes(site.path(of: PublishedPositions.path)) else {
      return
    }
    let rows = rows(of: table)
    var left: [String: [String]] = [:]
    for path in [earlier, newest] {
      guard let old = try bytes(folders.root.appending(path)) else { continue }
      for row in Self.rows(of: old) { left[row[0]] = row }
    }
    for row in rows { left[row[0]] = nil }
    try FileWriter.makeFolders(folders.root.appending(".standpoint"))
    let rest = left.values.sorted { $0[0] < $1[0] }
    try FileWriter.write(Self.table(of: rest), to: folders.root.appending(earlier))
    try FileWriter.write(Self.table(of: rows), to: folders.root.appending(newest))
  }

  private static func bytes(_ path: DiskPath) throws(EnvironmentError) -> [UInt8]? {
    try FileStatus.of(path, followingLinks: true) == nil ? nil : FileReader.readAll(path)
  }

  /// The columns of the ledger, whatever others a version of `positions.csv` has.
  private static let columns = PublishedPositions.columns + ["text"]

  /// The rows of a table with the cells of `columns`; the first one is the address.
  private static func rows(of table: [UInt8]) -> [[String]] {
    let records = CSVReader.read(table).records.map(\.cells)
    guard let header = records.first else { return [] }
    let places = columns.map { column in
      header.firstIndex(of: column) ?? (column == "text" ? header.firstIndex(of: "quote") : nil)
    }
    let status = header.firstIndex(of: "status")
    return records.dropFirst().filter { cells in
      cells.count == header.count && !(status.map { PositionTable.isRemembered(status: cells[$0]) } ?? false)
    }.map { cells in
      places.map { $0.map { cells[$0] } ?? "" }
    }
  }

  private static func table(of rows: [[String]]) -> [UInt8] {
    var output = CSV(isForSpreadsheets: false)
    for row in [columns] + rows { output.append(row) }
    return output.bytes
  }
}
