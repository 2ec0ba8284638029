import Content
import Graph

/// Where the cells, pages and subjects of a graph are. Each list is searched once, because a site can have thousands of old
/// addresses.
struct CellPlaces {
  /// The tables of a report that can hold positions.
  private struct Tables {
    var all: [ID<Comparison>] = []
    /// The tables with each issue and the parties that they have, in the order of the report.
    var ofIssues: [ID<Issue>: [(table: ID<Comparison>, parties: Set<ID<Party>>)]] = [:]
    /// The anchors of the cells, the present and the former ones.
    var anchors: Set<String> = []
  }

  private let graph: IssueGraph
  private lazy var reports = graph.reportsByAddress
  private lazy var issues = Self.bySlug(graph.issues.map(\.slug), graph.formerSlugs.issues)
  private lazy var parties = Self.bySlug(graph.parties.map(\.slug), graph.formerSlugs.parties)
  private var tables: [ID<ReportEntry>: Tables] = [:]

  init(_ graph: IssueGraph) { self.graph = graph }

  /// Present slugs take precedence.
  private static func bySlug(_ slugs: [String], _ former: [Int: [String]]) -> [String: Int] {
    var places = Dictionary(slugs.enumerated().map { ($1, $0) }) { first, _ in first }
    for (index, slugs) in former.sorted(by: { $0.key < $1.key }) {
      for slug in slugs where places[slug] == nil { places[slug] = index }
    }
    return places
  }

  /// The report whose page has an address.
  mutating func report(at address: String) -> ID<ReportEntry>? { reports[address] }

  /// The issue and the party of an anchor, which may be former ones; nil: the site no longer has them.
  mutating func subjects(
    of anchor: String, in report: ID<ReportEntry>
  ) -> (issue: ID<Issue>?, party: ID<Party>?) {
    let names = PublishedNames(anchor: anchor, report: graph.reports[report.index].slug)
    return names.map { subjects(of: $0) } ?? (nil, nil)
  }

  private mutating func subjects(of names: PublishedNames) -> (issue: ID<Issue>?, party: ID<Party>?) {
    (issues[names.issue].map { ID($0) }, parties[names.party].map { ID($0) })
  }

  /// The last position in a report that has the issue and the party of a former name; nil: it has none.
  mutating func successor(of names: PublishedNames, in report: ID<ReportEntry>) -> ID<Position>? {
    let subjects = subjects(of: names)
    guard let issue = subjects.issue, let party = subjects.party else { return nil }
    return graph.positions(of: party, on: issue).filter { graph.positions[$0.index].report == report }.max()
  }

  /// Whether a cell of the report has the anchor now.
  mutating func isPresent(_ anchor: String, in report: ID<ReportEntry>) -> Bool {
    tables(of: report).anchors.contains(anchor)
  }

  /// The first table of a report with a cell of the issue and the party.
  mutating func table(
    with issue: ID<Issue>?, _ party: ID<Party>?, in report: ID<ReportEntry>
  ) -> ID<Comparison>? {
    guard let issue, let party else { return nil }
    return tables(of: report).ofIssues[issue]?.first { $0.parties.contains(party) }?.table
  }

  mutating func lastTable(of report: ID<ReportEntry>) -> ID<Comparison>? { tables(of: report).all.last }

  private mutating func tables(of report: ID<ReportEntry>) -> Tables {
    if let known = tables[report] { return known }
    var found = Tables()
    for id in graph.comparisonsOfReport[report] where graph.comparisons[id.index].kind != .options {
      found.all.append(id)
      let headings = Set(graph.comparisons[id.index].columns + graph.comparisons[id.index].rows)
      let parties = Set(headings.compactMap { if case .party(let party) = $0 { party } else { nil } })
      for case .issue(let issue) in headings { found.ofIssues[issue, default: []].append((id, parties)) }
      for position in graph.positionsOfComparison[id] {
        found.anchors.insert(graph.anchor(of: position))
        found.anchors.formUnion(graph.formerNames(of: position).map(\.anchor))
      }
    }
    tables[report] = found
    return found
  }
}

extension IssueGraph {
  /// The reports by the addresses of their pages.
  var reportsByAddress: [String: ID<ReportEntry>] {
    Dictionary(reports.map { ($0.address, $0.id) }) { first, _ in first }
  }
}
