import Content
import Editions
import Graph
import Text

/// The addresses under which cells were published and that no position has now, as a table in the built site.
///
/// A comparison with the published site learns from it that these addresses must not be given to other positions. It has the
/// words of positions that are shown beneath tables and that no edition holds, and none of what was corrected or withdrawn.
package enum RetiredAddresses {
  /// The path of the table below the output folder.
  package static let path = "retired-addresses.csv"

  /// Its columns are columns of `positions.csv`; the first one is the address.
  package static let columns = [
    "position", "issue", "issue_slug", "party", "party_slug", "report", "report_slug", "date", "date_origin",
    "stance", "text",
  ]

  /// The addresses on pages of reports that the site has, sorted.
  ///
  /// - Parameters:
  ///   - published: what was published, the oldest state first.
  ///   - record: with what only the published site showed.
  static func rows(of published: [Edition], in record: RecordHistory) -> [[String]] {
    if published.isEmpty { return [] }
    let graph = record.graph
    let shown = shownBeneathTables(record)
    let present = Set(graph.positions.lazy.map { graph.recordedAddress(of: $0.id) })
    let reports = slugs(of: graph)
    var rows: [String: [String]] = [:]
    for state in published {
      let issues = Dictionary(state.issues.map { ($0.slug, $0.name) }) { first, _ in first }
      let parties = Dictionary(state.parties.map { ($0.slug, $0.name) }) { first, _ in first }
      for position in state.positions {
        guard let report = reports[position.report] else { continue }
        let address = "reports/\(report)/#\(position.anchor)"
        if present.contains(address) { continue }
        let words = shown[address]
        rows[address] = [
          address, issues[position.issue] ?? "", position.issue, parties[position.party] ?? "",
          position.party, "", report, position.date?.description ?? "", position.origin.rawValue,
          words?.stance?.word ?? "", words?.text ?? "",
        ]
      }
    }
    return rows.values.sorted { $0[0] < $1[0] }
  }

  /// The positions beneath tables that only the published site showed, by address.
  private static func shownBeneathTables(_ record: RecordHistory) -> [String: FrozenPosition] {
    let remembered = record.rememberedPairs.flatMap { record.remembered(on: $0.issue, of: $0.party) }
    return Dictionary(
      remembered.filter(\.edition.isEmpty).map { ($0.position.address, $0.position) }
    ) { first, _ in first }
  }

  /// The slugs of reports now, by those that they have or had.
  private static func slugs(of graph: IssueGraph) -> [String: String] {
    var slugs = graph.reports.reduce(into: [String: String]()) { slugs, entry in
      for old in entry.report.header.matter.redirects.oldAddresses where old.hasPrefix("reports/") {
        slugs[String(old.dropFirst("reports/".count))] = entry.slug
      }
    }
    for entry in graph.reports { slugs[entry.slug] = entry.slug }
    return slugs
  }

  package static func table(of rows: [[String]]) -> [UInt8] {
    var output = CSV()
    for row in [columns] + rows { output.append(row) }
    return output.bytes
  }
}
