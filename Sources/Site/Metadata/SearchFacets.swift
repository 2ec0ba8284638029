import Content
import Editions
import Graph

/// The search filters that apply to a page: its parties and issues, its kind, and its years.
struct SearchFacets {
  /// Whether a file of the theme is only for the search; its name may have a fingerprint.
  static func isAsset(_ path: String) -> Bool {
    path.hasPrefix("assets/search.") && (path.hasSuffix(".css") || path.hasSuffix(".js"))
  }

  private let kind: StringKey
  private var parties: [String] = []
  private var issues: [String] = []
  private var evidence: [Evidence] = []
  /// Sorted, without duplicates.
  private let years: [Int]

  /// A page without particular parties and issues.
  init(kind: StringKey, dates: [PartialDate?] = []) {
    self.kind = kind
    years = Set(dates.compactMap { $0?.year }).sorted()
  }

  /// A report: the parties and issues of its tables, `affects:` and `core-issues:`.
  init(report: ReportEntry, in record: RecordHistory) {
    let graph = record.graph
    self.init(kind: .report, dates: [report.report.date])
    parties = Self.each(Array(graph.partiesOfReport[report.id]) + report.affects) {
      graph.parties[$0.index].name
    }
    issues = Self.each(Array(graph.issuesOfReport[report.id]) + report.coreIssues) {
      graph.issues[$0.index].name
    }
    let positions = graph.comparisonsOfReport[report.id].flatMap { graph.positionsOfComparison[$0] }
    evidence = Self.evidence(positions.map { graph.positions[$0.index].evidence })
  }

  /// An issue: the parties with positions on it, those among them that only editions remember, and their years.
  init(issue: Issue, in record: RecordHistory) {
    let graph = record.graph
    let positions = graph.positionsOfIssue[issue.id].map { graph.positions[$0.index] }
    let others = record.rememberedParties(on: issue.id)
    let remembered = others.flatMap { record.remembered(on: issue.id, of: $0) }.map(\.position)
    self.init(kind: .issue, dates: positions.map(\.date) + remembered.map(\.date))
    issues = [issue.name]
    evidence = Self.evidence(positions.map(\.evidence) + remembered.map(\.evidence))
    parties = Self.each(positions.map(\.party) + others) { graph.parties[$0.index].name }
  }

  /// A party: the issues on which it has positions, those among them that only editions remember, and their years.
  init(party: Party, in record: RecordHistory) {
    let graph = record.graph
    let positions = graph.positionsOfParty[party.id].map { graph.positions[$0.index] }
    let others = record.rememberedIssues(of: party.id)
    let remembered = others.flatMap { record.remembered(on: $0, of: party.id) }.map(\.position)
    self.init(kind: .party, dates: positions.map(\.date) + remembered.map(\.date))
    parties = [party.name]
    evidence = Self.evidence(positions.map(\.evidence) + remembered.map(\.evidence))
    issues = Self.each(positions.map(\.issue) + others) { graph.issues[$0.index].name }
  }

  /// The kinds of evidence, each once, in the usual order.
  private static func evidence(_ all: [EvidenceKinds]) -> [Evidence] {
    all.reduce(into: EvidenceKinds()) { $0.formUnion($1) }.all
  }

  /// The names without duplicates, in the order of the graph.
  private static func each<Subject>(_ ids: [ID<Subject>], _ name: (ID<Subject>) -> String) -> [String] {
    Set(ids).sorted { $0.index < $1.index }.map(name)
  }

  /// Writes one `meta` element per value, each on its own line.
  func write(words: LocalizedStrings, into output: inout HTML) {
    Self.write("kind", words.text(kind), into: &output)
    for party in parties { Self.write("party", party, into: &output) }
    for issue in issues { Self.write("issue", issue, into: &output) }
    for kind in evidence { Self.write("evidence", words.text(kind.word), into: &output) }
    for year in years { Self.write("year", String(year), into: &output) }
  }

  private static func write(_ facet: String, _ value: String, into output: inout HTML) {
    output.markup("<meta name=\"search-\(facet)\" data-pagefind-filter=\"\(facet)[content]\" content=\"")
    output.escaped(value)
    output.raw("\">\n")
  }
}
