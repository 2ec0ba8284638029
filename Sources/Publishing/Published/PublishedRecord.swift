import Editions
import FileSystem
import Importing
import Site
import Text

/// What a published site tells of itself: its table of positions, and the addresses that none of them has any more.
struct PublishedRecord: Sendable {
  /// The bytes of `positions.csv`.
  let table: [UInt8]
  /// The bytes of `retired-addresses.csv`; nil: the site has none.
  let retired: [UInt8]?
  /// What readers see in cells, as a state without a name.
  let positions: Edition
  /// What had an address before and must not share it with another position: what stands beneath tables, and what is gone, of
  /// which only the address is known.
  let earlier: [Edition]

  /// nil: the table is not that of a Standpoint site.
  init?(table: [UInt8], retired: [UInt8]?) {
    guard let positions = PublishedPositions.read(table, named: "") else { return nil }
    self.table = table
    self.positions = positions
    let gone = retired.flatMap { PublishedPositions.read($0, named: "") }
    self.retired = gone == nil ? nil : retired
    earlier = [PublishedPositions.read(table, named: "", remembered: true), gone].compactMap(\.self)
  }

  /// The addresses of cells that are no longer part of a site, as a table for it; nil: the site’s own table has all of them.
  ///
  /// - Parameters:
  ///   - site: the table of the site’s positions.
  ///   - known: its table of retired addresses; nil: it has none.
  ///   - reports: the slugs of its reports.
  func retiredAddresses(since site: [UInt8], known: [UInt8]?, reports: Set<String>) -> [UInt8]? {
    guard let now = PublishedPositions.read(site, named: "") else { return nil }
    let rows = known.map(Self.rows) ?? []
    var taken = Set(rows.map { $0[0] } + now.positions.map(\.address))
    var added: [[String]] = []
    for state in [positions] + earlier {
      let issues = Dictionary(state.issues.map { ($0.slug, $0.name) }) { first, _ in first }
      let parties = Dictionary(state.parties.map { ($0.slug, $0.name) }) { first, _ in first }
      for position in state.positions where reports.contains(position.report) {
        guard taken.insert(position.address).inserted else { continue }
        added.append([
          position.address, issues[position.issue] ?? "", position.issue, parties[position.party] ?? "",
          position.party, "", position.report, position.date?.description ?? "", position.origin.rawValue,
          "", "",
        ])
      }
    }
    return added.isEmpty ? nil : RetiredAddresses.table(of: (rows + added).sorted { $0[0] < $1[0] })
  }

  private static func rows(of table: [UInt8]) -> [[String]] {
    let rows = CSVReader.read(table).records.dropFirst().map(\.cells)
    return rows.filter { $0.count == RetiredAddresses.columns.count }
  }
}
