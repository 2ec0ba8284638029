import Content
import Editions
import Graph

/// The home page: the introduction, the newest reports, all issues and parties, and a small matrix.
struct HomePage: SinglePage {
  static let definition = PageDefinition(
    "home", "the home page",
    fields: [
      .text(.siteDescription, "The site's description; absent without one."),
      .html(.introduction, "The text of index.md; absent without one."),
      .html(.reports, "The latest reports, as a list; absent if there are none."),
      .html(.moves, "The latest moves, as a list; absent if there are none."),
      .text(.movesList, "The path to the list of all moves; absent if there are none."),
      .html(.issues, "All issues with the number of positions, as a list; absent if there are none."),
      .html(.parties, "All parties with the number of positions, as a list; absent if there are none."),
      .html(
        .matrix, "A link to the matrix, or the matrix itself if it is small; absent if there is no matrix."),
    ])

  /// The number of reports on the page.
  private static let latestReports = 50
  /// The number of moves on the page.
  private static let latestMoves = 3
  /// The largest number of cells for which the page shows the matrix itself.
  private static let mostCells = 60

  static func exists(in site: SiteLayout) -> Bool { true }

  func isDraft(in graph: IssueGraph) -> Bool { graph.home?.page.header.isDraft ?? false }

  func values(_ site: PageRenderer) -> TemplateValues {
    let graph = site.graph
    let home = graph.home
    var draft = site.draft(
      Self.definition, address: "", title: nil, description: home?.page.summary ?? graph.settings.description)
    draft.text(.siteDescription, graph.settings.description)
    if graph.settings.baseURL != nil { draft.text(.manifest, MetadataFile.webManifest.path(in: graph)) }
    if let header = home?.page.header { draft.article(.introduction, header, home?.links) }
    let names = NameListWriter(page: draft.page)
    let reports = graph.byWeight(graph.reports.reversed().map(\.id)).prefix(Self.latestReports)
    if !reports.isEmpty { draft.html(.reports) { names.reports(reports, summaries: true, into: &$0) } }
    moves(site, &draft)
    if !graph.issues.isEmpty {
      draft.html(.issues) { names.issues(graph.issues.map(\.id), counts: true, into: &$0) }
    }
    if !graph.parties.isEmpty {
      draft.html(.parties) { names.parties(graph.parties.map(\.id), counts: true, into: &$0) }
    }
    if site.isOn(.matrix), !site.layout.matrix.issues.isEmpty {
      matrix(site.layout.matrix, site.layout.record, &draft)
    }
    if !graph.positions.isEmpty { draft.structuredData { $0.dataset() } }
    return draft.values
  }

  private func moves(_ site: PageRenderer, _ draft: inout PageDraft) {
    let moves = site.layout.moves.list.moves.prefix(Self.latestMoves)
    if moves.isEmpty { return }
    let writer = MoveWriter(page: draft.page, record: site.layout.record)
    draft.html(.moves) { writer.list(moves, into: &$0) }
    draft.text(.movesList, draft.page.path(to: MoveListPage.address))
  }

  /// A link to the matrix, below the matrix itself if it is small.
  private func matrix(_ parts: MatrixParts, _ record: RecordHistory, _ draft: inout PageDraft) {
    let page = draft.page
    let matrix = MatrixWriter(page: page, issues: parts.issues, record: record)
    let isSmall = matrix.issues.count * matrix.parties.count <= Self.mostCells
    if isSmall { draft.useMatrixStylesheet() }
    draft.html(.matrix) { output in
      if isSmall { matrix.write(into: &output) }
      output.raw("<p class=\"more\"><a href=\"")
      page.page(MatrixPage.address, into: &output)
      output.raw("\">")
      page.site.words.write(.allIssuesByParties, into: &output)
      output.raw("</a></p>\n")
    }
  }
}

extension TemplateName {
  static let movesList = TemplateName("moves-list")
  static let introduction = TemplateName("introduction")
}
