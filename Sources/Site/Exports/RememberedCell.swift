import Content
import Editions
import Graph

/// A position that editions remember, as data files have it: with an address that no other position has.
struct RememberedCell {
  let position: RememberedPosition
  let issue: ID<Issue>
  let party: ID<Party>
  /// nil: the site no longer has the report.
  let report: ID<ReportEntry>?
  /// Below the site's address: that under which the cell was published, or a place in its edition if another position has that.
  let address: String
  /// Whether only newer silence has replaced it, so that it still stands.
  let isStanding: Bool
}

extension RecordHistory {
  /// What editions remember, by issue and party, then the newest first.
  var rememberedCells: [RememberedCell] {
    rememberedPairs.flatMap { rememberedCells(on: $0.issue, of: $0.party) }
  }

  /// What editions remember of a party on an issue, the newest first.
  func rememberedCells(on issue: ID<Issue>, of party: ID<Party>) -> [RememberedCell] {
    let positions = remembered(on: issue, of: party)
    if positions.isEmpty { return [] }
    var used = Set(
      graph.positions(of: party, on: issue).map { graph.cellAddress(of: $0) })
    let standing = standing(issue, party)
    return positions.map { position in
      let report = report(of: position)
      let page = report.map { graph.reports[$0.index].address } ?? "reports/\(position.position.report)"
      var address = graph.way(to: page) + "#\(position.position.anchor)"
      var count = 1
      while !used.insert(address).inserted {
        let edition = graph.way(to: "\(EditionListPage.address)/\(position.edition)")
        let ordinal = count == 1 ? "" : "--\(count)"
        address = "\(edition)#\(position.position.issue)--\(position.position.party)\(ordinal)"
        count += 1
      }
      return RememberedCell(
        position: position, issue: issue, party: party, report: report, address: address,
        isStanding: standing.contains(.remembered(position)))
    }
  }
}
