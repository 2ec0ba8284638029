import Content
import Graph

/// What the search can narrow a page down by: the parties and issues it is about, its kind, and its years.
struct SearchFacets {
  /// Whether the theme's file of that path is only for the search; its name may have a fingerprint.
  static func isAsset(_ path: String) -> Bool {
    path.hasPrefix("assets/search.") && (path.hasSuffix(".css") || path.hasSuffix(".js"))
  }

  private let kind: StringKey
  private var parties: [String] = []
  private var issues: [String] = []
  /// Sorted, each once.
  private let years: [Int]

  /// A page that is about no party and no issue in particular.
  init(kind: StringKey, dates: [PartialDate?] = []) {
    self.kind = kind
    years = Set(dates.compactMap { $0?.year }).sorted()
  }

  /// A report: who has a column and what has a row in it, and what it names as affected and core issues.
  init(report: ReportEntry, in graph: IssueGraph) {
    self.init(kind: .report, dates: [report.report.date])
    parties = Self.each(Array(graph.partiesOfReport[report.id]) + report.affects) {
      graph.parties[$0.index].name
    }
    issues = Self.each(Array(graph.issuesOfReport[report.id]) + report.coreIssues) {
      graph.issues[$0.index].name
    }
  }

  /// An issue: who holds positions on it, and when.
  init(issue: Issue, in graph: IssueGraph) {
    let positions = graph.positionsOfIssue[issue.id].map { graph.positions[$0.index] }
    self.init(kind: .issue, dates: positions.map(\.date))
    issues = [issue.name]
    parties = Self.each(positions.map(\.party)) { graph.parties[$0.index].name }
  }

  /// A party: what it holds positions on, and when.
  init(party: Party, in graph: IssueGraph) {
    let positions = graph.positionsOfParty[party.id].map { graph.positions[$0.index] }
    self.init(kind: .party, dates: positions.map(\.date))
    parties = [party.name]
    issues = Self.each(positions.map(\.issue)) { graph.issues[$0.index].name }
  }

  /// The names, each id once, in the order of the graph.
  private static func each<Subject>(_ ids: [ID<Subject>], _ name: (ID<Subject>) -> String) -> [String] {
    Set(ids).sorted { $0.index < $1.index }.map(name)
  }

  /// Writes a meta element for each value, a line each but the last.
  func write(words: Words, into output: inout [UInt8]) {
    Self.write("kind", words.text(kind), into: &output)
    for party in parties { Self.write("party", party, into: &output) }
    for issue in issues { Self.write("issue", issue, into: &output) }
    for year in years { Self.write("year", String(year), into: &output) }
  }

  private static func write(_ facet: String, _ value: String, into output: inout [UInt8]) {
    output.raw("<meta name=\"search-\(facet)\" data-pagefind-filter=\"\(facet)[content]\" content=\"")
    output.escaped(value)
    output.raw("\">\n")
  }
}
