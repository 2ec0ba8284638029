import Graph

extension PageSource {
  /// It would list nothing: such a page is not made, and no menu leads to it.
  func isEmptyList(_ graph: IssueGraph) -> Bool {
    switch self {
    case .reports: graph.reports.isEmpty
    case .issues: graph.issues.isEmpty
    case .parties: graph.parties.isEmpty
    case .matrix: graph.positions.isEmpty
    case .options: graph.options.isEmpty
    case .tensions: graph.tensions.isEmpty
    default: false
    }
  }

  /// The address below the site's root, without slashes around it; empty for the home page, nil for files.
  func address(in graph: IssueGraph, parts: MatrixParts, history: EditionHistory) -> String? {
    switch self {
    case .home: ""
    case .report(let id): graph.reports[id.index].address
    case .issue(let id): graph.issues[id.index].address
    case .issueYear(let id, let year): graph.issues[id.index].address + "/" + year.address
    case .party(let id): graph.parties[id.index].address
    case .partyYear(let id, let year): graph.parties[id.index].address + "/" + year.address
    case .matrix: "matrix"
    case .matrixPart(let index): "matrix/" + parts.parts[index].slug
    case .map: "map"
    case .options: "options"
    case .tensions: "tensions"
    case .cards(let id): graph.reports[id.index].address + "/positions"
    case .coverage: "coverage"
    case .reports: "reports"
    case .reportYear(let year): "reports/" + year.address
    case .issues: "issues"
    case .parties: "parties"
    case .pairs: "compare"
    case .pair(let pair): graph.address(of: pair)
    case .page(let id): graph.pages[id.index].address
    case .changes: "changes"
    case .change(let index): history.address(of: index)
    case .notFound, .asset, .data, .table, .metadata, .redirect, .rules: nil
    }
  }
}
