import Content
import Graph

/// Writes what is declared and not compared, and what is due for review.
struct CoverageWriter {
  /// The most entries that a list shows; `standpoint check` names all.
  static let mostEntries = 500

  let page: PageLinks
  let coverage: Coverage

  private var graph: IssueGraph { page.site.graph }

  func gaps(into output: inout [UInt8]) {
    output.raw("<ul class=\"gaps\">\n")
    for gap in coverage.gaps.prefix(Self.mostEntries) {
      output.raw("<li>")
      let what: (StaticString, StaticString)
      switch gap.subject {
      case .issue(let id):
        page.issueLink(id, into: &output)
        what = (" is a core issue of ", ", which has no row for it")
      case .party(let id):
        page.partyLink(id, into: &output)
        what = (" is affected according to ", ", which has no column for it")
      }
      output.raw(what.0)
      page.reportLink(gap.report, into: &output)
      output.raw(what.1)
      if gap.isNowhere { output.raw("; neither has any other report") }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
    rest(coverage.gaps.count, command: "gaps", into: &output)
  }

  func stale(into output: inout [UInt8]) {
    output.raw("<ul class=\"stale\">\n")
    for stale in coverage.stale.prefix(Self.mostEntries) {
      let position = graph.positions[stale.position.index]
      output.raw("<li>")
      page.partyLink(position.party, into: &output)
      output.raw(" on ")
      page.issueLink(position.issue, into: &output)
      output.raw(": <a href=\"")
      page.position(stale.position, into: &output)
      output.raw("\">")
      output.append(contentsOf: page.site.reportTitles[position.report.index])
      output.raw("</a>, as of ")
      output.time(stale.since)
      output.raw(", due since ")
      output.time(stale.due)
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
    rest(coverage.stale.count, command: "stale", into: &output)
  }

  private func rest(_ count: Int, command: StaticString, into output: inout [UInt8]) {
    guard count > Self.mostEntries else { return }
    output.raw("<p>And ")
    output.number(count - Self.mostEntries)
    output.raw(" more, which <code>standpoint check --fail-on ")
    output.raw(command)
    output.raw("</code> names.</p>\n")
  }
}
