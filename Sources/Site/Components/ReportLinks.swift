import Graph

/// The reports that link to each report.
struct ReportLinks: Sendable {
  /// A report that links to another one.
  struct Link: Sendable {
    let report: ID<ReportEntry>
    /// Its first link there, as a node of its document.
    let node: Int32
    /// The number of links.
    var count: Int32 = 1
  }

  /// By the linked report; the newest report that links there first.
  private var links: [[Link]]

  /// A report links to another one if it links to its page, to a place on it, or to one of its positions.
  init(_ graph: IssueGraph) {
    links = Array(repeating: [], count: graph.reports.count)
    for entry in graph.reports.reversed() {
      for (report, node) in Self.links(of: entry, in: graph) {
        add(Link(report: entry.id, node: node), to: report.index)
      }
    }
  }

  /// The same for a graph that differs from `old` by `change`. Most changes concern no link.
  func updating(from old: IssueGraph, to graph: IssueGraph, after change: GraphChange) -> ReportLinks {
    let isSame = change.reports.allSatisfy { report in
      Self.links(of: old.reports[report.index], in: old).elementsEqual(
        Self.links(of: graph.reports[report.index], in: graph), by: ==)
    }
    return isSame ? self : ReportLinks(graph)
  }

  /// The links of a report to others, in its order.
  private static func links(
    of entry: ReportEntry, in graph: IssueGraph
  ) -> [(report: ID<ReportEntry>, node: Int32)] {
    var links: [(report: ID<ReportEntry>, node: Int32)] = []
    /// The reports of several positions, by the first one: all links of a report to a party on an issue lead to the same.
    var reports: [ID<Position>: [ID<ReportEntry>]] = [:]
    for link in entry.links.targets {
      // An embedded position is shown, not linked.
      if entry.report.header.document.nodes[Int(link.node)].flag { continue }
      switch link.target {
      case .report(let id, _): links.append((id, link.node))
      case .position(let id): links.append((graph.positions[id.index].report, link.node))
      case .positions(let ids):
        guard let first = ids.first else { continue }
        let own = reports[first] ?? Set(ids.map { graph.positions[$0.index].report }).sorted()
        reports[first] = own
        for report in own { links.append((report, link.node)) }
      default: continue
      }
    }
    return links.filter { $0.report != entry.id }
  }

  private mutating func add(_ link: Link, to index: Int) {
    if let last = links[index].last, last.report == link.report {
      links[index][links[index].count - 1].count += 1
    } else {
      links[index].append(link)
    }
  }

  subscript(report: ID<ReportEntry>) -> ArraySlice<Link> { links[report.index][...] }
}
