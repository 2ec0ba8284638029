import Content
import Graph

/// What all pages share: the graph, and the names and addresses in it, ready to be written.
final class SiteIndex: Sendable {
  let graph: IssueGraph
  /// Names of issues, escaped.
  let issueNames: ByteTable
  /// Slugs of issues, escaped.
  let issueSlugs: ByteTable
  let partyNames: ByteTable
  let partySlugs: ByteTable
  /// Titles of reports, escaped.
  let reportTitles: ByteTable
  /// Slugs of reports, escaped.
  let reportSlugs: ByteTable
  /// Dates of reports as time elements; empty for undated ones.
  let reportDates: ByteTable
  /// Issues that name an issue as a wider one.
  let narrower: Edges<Issue, Issue>
  /// Related issues, whichever of the two names the other; each once.
  let related: Edges<Issue, Issue>
  /// Parties that act for a party.
  let representatives: Edges<Party, Party>
  let members: Edges<Party, Party>

  init(_ graph: IssueGraph) {
    self.graph = graph
    issueNames = Self.table(graph.issues) { $0.escaped($1.name) }
    issueSlugs = Self.table(graph.issues) { $0.escaped($1.slug) }
    partyNames = Self.table(graph.parties) { $0.escaped($1.name) }
    partySlugs = Self.table(graph.parties) { $0.escaped($1.slug) }
    reportTitles = Self.table(graph.reports) { $0.escaped($1.report.header.title) }
    reportSlugs = Self.table(graph.reports) { $0.escaped($1.slug) }
    reportDates = Self.table(graph.reports) { bytes, entry in
      if let date = entry.report.date { bytes.time(date) }
    }
    narrower = Self.reversed(graph.issues, \.broader)
    related = Self.related(graph.issues)
    representatives = Self.reversed(graph.parties) { $0.actsFor.map { [$0] } ?? [] }
    members = Self.reversed(graph.parties, \.memberOf)
  }

  private static func table<Element>(
    _ elements: [Element], write: (inout [UInt8], Element) -> Void
  ) -> ByteTable {
    var table = ByteTable()
    for element in elements { table.add { write(&$0, element) } }
    return table
  }

  private static func reversed<Element>(
    _ elements: [Element], _ targets: (Element) -> [ID<Element>]
  ) -> Edges<Element, Element> {
    var lists: [[ID<Element>]] = Array(repeating: [], count: elements.count)
    for (index, element) in elements.enumerated() {
      for target in targets(element) { lists[target.index].append(ID(index)) }
    }
    return Edges(lists)
  }

  private static func related(_ issues: [Issue]) -> Edges<Issue, Issue> {
    var lists = issues.map(\.related)
    for issue in issues {
      for other in issue.related where !lists[other.index].contains(issue.id) {
        lists[other.index].append(issue.id)
      }
    }
    return Edges(lists)
  }
}
