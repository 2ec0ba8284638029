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
        // An embedded position is shown, not linked.
        if entry.report.header.document.nodes[Int(link.node)].flag { continue }
        switch link.target {
        case .report(let id, _): add(link, of: entry, to: id)
        case .position(let id): add(link, of: entry, to: graph.positions[id.index].report)
        case .positions(let ids):
          for report in Set(ids.map { graph.positions[$0.index].report }).sorted() {
            add(link, of: entry, to: report)
          }
        default: continue
        }
      }
    }
  }

  private mutating func add(_ link: DocumentLinks.Entry, of entry: ReportEntry, to report: ID<ReportEntry>) {
    if report != entry.id { add(Link(report: entry.id, node: link.node), to: report.index) }
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
