import Content
import Graph

extension SitePlan {
  /// What the files of the site say with `redirects:`, in the order of their pages.
  package var redirects: [Redirect] { values.redirects }

  /// Whether a page is made from a file that is marked as a draft.
  package func isDraft(_ page: Page) -> Bool {
    let graph = values.graph
    return switch page.source {
    case .report(let id): graph.reports[id.index].report.header.isDraft
    case .page(let id): graph.pages[id.index].page.header.isDraft
    case .issue(let id), .issueYear(let id, _): graph.issues[id.index].file?.header.isDraft ?? false
    case .party(let id), .partyYear(let id, _): graph.parties[id.index].file?.header.isDraft ?? false
    case .home: graph.home?.page.header.isDraft ?? false
    default: false
    }
  }
}
