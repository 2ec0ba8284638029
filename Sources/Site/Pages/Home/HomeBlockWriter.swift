import Content
import Graph

/// Writes the blocks of the home page.
struct HomeBlockWriter {
  /// One block with something to show.
  struct Block {
    let name: HomeBlock
    /// nil: the block has no heading of its own.
    let title: StringKey?
    let write: (inout HTML) -> Void
    /// The page with everything that the block shows a part of; nil: there is none.
    var more: (path: String, label: StringKey)?
  }

  /// The number of reports beside other blocks, and of moves and tensions.
  private static let mostReports = 8
  private static let mostEntries = 3
  /// The number of reports if the site compares no positions.
  private static let mostReportsAlone = 50
  /// The largest number of cells for which the page shows the whole matrix.
  private static let mostCells = 60

  private let site: PageRenderer
  private let page: PageLinks
  private var graph: IssueGraph { site.graph }

  init(_ site: PageRenderer, on page: PageLinks) {
    self.site = site
    self.page = page
  }

  /// Whether the page shows a matrix of the site.
  var hasMatrix: Bool { site.isOn(.matrix) && !site.layout.matrix.issues.isEmpty }

  /// The blocks that the site names, or the usual ones, without those that would be empty.
  var blocks: [Block] {
    let usual: [HomeBlock] =
      hasMatrix
      ? [.matrix, .text, .moves, .tensions, .coverage, .reports]
      : [.text, .reports, .moves, .tensions, .coverage, .issues, .parties]
    return (graph.settings.home ?? usual).compactMap(block)
  }

  private func block(_ name: HomeBlock) -> Block? {
    switch name {
    case .matrix: matrix
    case .text: text
    case .moves: moves
    case .tensions: tensions
    case .coverage: coverage
    case .reports: reports
    case .issues: issues
    case .parties: parties
    }
  }

  /// The matrix if it is small, else the most disputed issues by the busiest parties.
  private var matrix: Block? {
    guard hasMatrix else { return nil }
    let all = site.layout.matrix.issues
    var writer = MatrixWriter(page: page, issues: all, record: site.site.record)
    let isWhole = writer.issues.count * writer.parties.count <= Self.mostCells
    if !isWhole {
      let disputed = site.layout.disputed
      writer = MatrixWriter(
        page: page, issues: disputed.issues, record: site.site.record, showsGroups: false,
        only: disputed.parties)
    }
    return Block(
      name: .matrix, title: isWhole ? .whoStandsWhere : .mostDisputed,
      write: { [writer] in writer.write(into: &$0) },
      more: (page.path(to: MatrixPage.address), .allIssuesByParties))
  }

  private var text: Block? {
    guard let home = graph.home, home.page.header.document.nodes.count > 1 else { return nil }
    return Block(name: .text, title: nil) { output in
      output.raw("<div class=\"prose\">\n")
      page.article(home.page.header, home.links, into: &output)
      output.raw("</div>\n")
    }
  }

  private var moves: Block? {
    let moves = site.layout.moves.list.moves.prefix(Self.mostEntries)
    if moves.isEmpty { return nil }
    let writer = MoveWriter(page: page, record: site.layout.record)
    return Block(
      name: .moves, title: .latestMoves, write: { writer.list(moves, into: &$0) },
      more: (page.path(to: MoveListPage.address), .allMoves))
  }

  private var tensions: Block? {
    if graph.tensions.isEmpty || !site.isOn(.tensions) { return nil }
    let newest = graph.reports.reversed().lazy.flatMap { page.site.tensionsOfReport[$0.id] }
      .prefix(Self.mostEntries)
    if newest.isEmpty { return nil }
    let writer = TensionWriter(page: page)
    return Block(
      name: .tensions, title: .tensions,
      write: { output in
        output.raw("<ul class=\"names\">\n")
        for id in newest {
          output.raw("<li><span>")
          writer.title(of: graph.tensions[id.index], into: &output)
          output.raw("</span></li>\n")
        }
        output.raw("</ul>\n")
      },
      more: (page.path(to: TensionListPage.address), .allTensions))
  }

  private var coverage: Block? {
    guard site.isOn(.coverage), let coverage = page.site.coverage else { return nil }
    let writer = CoverageWriter(page: page, coverage: coverage)
    guard writer.hasGaps else { return nil }
    return Block(
      name: .coverage, title: .whatIsMissing, write: { writer.gapsInShort(into: &$0) },
      more: (page.path(to: CoveragePage.address), .coverage))
  }

  private var reports: Block? {
    let most = hasMatrix ? Self.mostReports : Self.mostReportsAlone
    let newest = graph.byWeight(graph.reports.reversed().map(\.id)).prefix(most)
    if newest.isEmpty { return nil }
    let hasMore = graph.reports.count > most && site.isOn(.lists)
    return Block(
      name: .reports, title: .latestReports,
      write: { NameListWriter(page: page).reports(newest, summaries: true, into: &$0) },
      more: hasMore ? (page.path(to: ReportListPage.address), .allReports) : nil)
  }

  private var issues: Block? {
    if graph.issues.isEmpty { return nil }
    return Block(name: .issues, title: .issues) {
      NameListWriter(page: page).issues(graph.issues.map(\.id), counts: true, into: &$0)
    }
  }

  private var parties: Block? {
    if graph.parties.isEmpty { return nil }
    return Block(name: .parties, title: .parties) {
      NameListWriter(page: page).parties(graph.parties.map(\.id), counts: true, into: &$0)
    }
  }
}
