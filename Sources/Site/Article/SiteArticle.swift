import Content
import Graph
import Markdown

/// The text of one authored file as it appears on its page, without the rest of the page.
package enum SiteArticle {
  /// The HTML of `file`, with links relative to its own page. A file that is not part of `graph` (because it
  /// is withheld) is written without the links that need the graph.
  package static func html(of file: Authored, in graph: IssueGraph) -> [UInt8] {
    let header = file.header
    let theme = Theme(language: graph.settings.language, stanceNames: graph.settings.stanceNames)
    let site = SiteIndex(graph, words: theme.words)
    let report = graph.reports.first { $0.report.header.path == header.path }
    let known = report.map { ($0.address, $0.links) } ?? place(of: header.path, in: graph)
    let links = known?.1 ?? DocumentLinks.none
    let page = PageLinks(site, at: known?.0 ?? "")
    var output = HTML()
    let prefix =
      switch file {
      case .issue, .party: DocumentLinks.textPrefix
      case .report, .page, .home: ""
      }
    let writer = DocumentWriter(
      header.document, links: links, on: page, use: .own(prefix: prefix), titleNode: header.titleNode,
      report: report)
    let direction = WritingDirection(language: header.matter.language ?? graph.settings.language)
    writer.write(isRightToLeft: direction == .rightToLeft, into: &output)
    return theme.borrowed?.resolved(output.bytes, isHTML: true) ?? output.bytes
  }

  /// The HTML of `file` as the only file of a site: its own issues and parties are linked, and links to other
  /// files stay unchanged.
  package static func html(ofAlone file: Authored, settings: SiteSettings) -> [UInt8] {
    html(of: file, in: GraphBuilder.build([file], settings: settings).graph)
  }

  /// The address and links of a file other than a report.
  private static func place(of path: String, in graph: IssueGraph) -> (String, DocumentLinks?)? {
    if let home = graph.home, home.page.header.path == path { return ("", home.links) }
    if let page = graph.pages.first(where: { $0.page.header.path == path }) {
      return (page.address, page.links)
    }
    if let issue = graph.issues.first(where: { $0.file?.header.path == path }) {
      return (issue.address, issue.links)
    }
    if let party = graph.parties.first(where: { $0.file?.header.path == path }) {
      return (party.address, party.links)
    }
    return nil
  }
}
