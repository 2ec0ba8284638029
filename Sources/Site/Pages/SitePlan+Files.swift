import Content
import Graph

extension SitePlan {
  /// An address that a page once had, and the one it has now.
  public struct Redirect: Sendable, Hashable {
    /// Below the site's root, without slashes around it and without `index.html`.
    public let old: String
    /// Below the site's root, without slashes around it; empty for the home page.
    public let new: String
  }

  /// What the files of the site say with `redirects:`, in the order of their pages.
  public var redirects: [Redirect] {
    let graph = values.graph
    var redirects: [Redirect] = []
    func add(_ header: FileHeader?, _ address: String) {
      for redirect in header?.redirects ?? [] {
        var parts = redirect.text.split(separator: "/")
        if parts.last == "index.html" { parts.removeLast() }
        redirects.append(Redirect(old: parts.joined(separator: "/"), new: address))
      }
    }
    for report in graph.reports { add(report.report.header, report.address) }
    for page in graph.pages { add(page.page.header, page.address) }
    add(graph.home?.page.header, "")
    for issue in graph.issues { add(issue.file?.header, issue.address) }
    for party in graph.parties { add(party.file?.header, party.address) }
    return redirects
  }

  /// Whether a page is made from a file that is marked as a draft.
  public func isDraft(_ page: Page) -> Bool {
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
