import Content
import Editions
import Graph

/// Where the positions of editions are on the site now: at their address, at another one to which their cell moved, or beneath the
/// table whose cell a newer position has taken.
struct EditionWhereabouts: Sendable {
  /// Where a position is.
  enum Place {
    case cell(ID<Position>)
    /// A newer position or newer silence has taken its cell.
    case earlier(RememberedPosition, on: ID<Issue>)
  }

  private struct Earlier {
    let position: RememberedPosition
    let issue: ID<Issue>
  }

  private let graph: IssueGraph
  /// The positions of the site by the address of their cell, as editions have it.
  private let cells: [String: ID<Position>]
  /// The same by addresses that their cells had before.
  private let former: [String: ID<Position>]
  /// What is remembered of cells that newer positions have taken, by the address that they had.
  private let remembered: [String: [Earlier]]
  /// The slugs of reports now, by those that they had before.
  private let reports: [String: String]

  /// - Parameters:
  ///   - record: of the site as it is now.
  ///   - redirects: the old addresses of single cells.
  init(_ record: RecordHistory, redirects: [CellRedirect]) {
    let graph = record.graph
    self.graph = graph
    cells = Dictionary(graph.positions.lazy.map { (graph.recordedAddress(of: $0.id), $0.id) }) { first, _ in
      first
    }
    var former: [String: ID<Position>] = [:]
    for position in graph.hasFormerNames ? graph.positions : [] {
      for names in graph.formerNames(of: position.id) {
        former["reports/\(names.report)/#\(names.anchor)"] = position.id
      }
    }
    for redirect in redirects {
      let address = "reports/\(graph.reports[redirect.report.index].slug)/#\(redirect.anchor)"
      if let id = cells[address] ?? former[address] { former["\(redirect.page)/#\(redirect.old)"] = id }
    }
    self.former = former
    remembered = Dictionary(
      grouping: record.rememberedPairs.flatMap { pair in
        record.remembered(on: pair.issue, of: pair.party).map { Earlier(position: $0, issue: pair.issue) }
      }, by: \.position.position.address)
    reports = graph.reports.reduce(into: [:]) { slugs, entry in
      for old in entry.report.header.matter.redirects.oldAddresses where old.hasPrefix("reports/") {
        slugs[String(old.dropFirst("reports/".count))] = entry.slug
      }
    }
  }

  /// A position in the same words; nil: it is nowhere, or was corrected.
  func place(of position: FrozenPosition) -> Place? {
    if let id = cells[position.address], isSame(id, position), isOfSameNames(id, position) {
      return .cell(id)
    }
    let address = "reports/\(reports[position.report] ?? position.report)/#\(position.anchor)"
    for old in [position.address, address] {
      if let id = former[old], isSame(id, position) { return .cell(id) }
    }
    if let id = cells[address], isSame(id, position), isOfSameNames(id, position) { return .cell(id) }
    let earlier = remembered[address]?.first {
      let old = $0.position.position
      return old.text == position.text && old.stance == position.stance && old.date == position.date
    }
    return earlier.map { .earlier($0.position, on: $0.issue) }
  }

  private func isSame(_ id: ID<Position>, _ position: FrozenPosition) -> Bool {
    graph.positions[id.index].stance == position.stance && graph.text(of: id) == position.text
  }

  /// Whether a position is one of the issue and the party that had these addresses then. Names may have been exchanged.
  private func isOfSameNames(_ id: ID<Position>, _ position: FrozenPosition) -> Bool {
    let now = graph.positions[id.index]
    return graph.issues[now.issue.index].slug == position.issue
      && graph.parties[now.party.index].slug == position.party
  }
}
