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
      for link in entry.links.targets {
        let linked: ID<ReportEntry>
        switch link.target {
        case .report(let id, _): linked = id
        case .position(let id): linked = graph.positions[id.index].report
        default: continue
        }
        // An embedded position is shown, not linked.
        let isEmbedded = entry.report.header.document.nodes[Int(link.node)].flag
        if linked != entry.id, !isEmbedded { add(Link(report: entry.id, node: link.node), to: linked.index) }
      }
    }
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
