import Content
import Graph

/// Writes the lists of gaps and of positions that are due for review.
struct CoverageWriter {
  /// The largest number of entries in a list; `standpoint check` lists all.
  static let mostEntries = 500

  let page: PageLinks
  let coverage: Coverage

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  func gaps(into output: inout [UInt8]) {
    output.raw("<ul class=\"gaps\">\n")
    for gap in coverage.gaps.prefix(Self.mostEntries) {
      output.raw("<li>")
      switch gap.subject {
      case .issue(let id):
        words.write(.issueWithoutRowIn, into: &output) {
          page.issueLink(id, into: &$0)
        } _: {
          page.reportLink(gap.report, into: &$0)
        }
      case .party(let id):
        words.write(.partyWithoutColumnIn, into: &output) {
          page.partyLink(id, into: &$0)
        } _: {
          page.reportLink(gap.report, into: &$0)
        }
      }
      if gap.isNowhere { words.write(.norAnyOther, into: &output) }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
    rest(coverage.gaps.count, command: "gaps", into: &output)
  }

  func stale(into output: inout [UInt8]) {
    output.raw("<ul class=\"stale\">\n")
    for stale in coverage.stale.prefix(Self.mostEntries) {
      output.raw("<li>")
      words.write(.stalePosition, count: nil, into: &output) { hole, output in
        switch hole {
        case 0: page.positionNames(graph.positions[stale.position.index], into: &output)
        case 1: report(of: stale.position, into: &output)
        case 2: words.dates.time(stale.since, into: &output)
        default: words.dates.time(stale.due, into: &output)
        }
      }
      output.raw("</li>\n")
    }
    output.raw("</ul>\n")
    rest(coverage.stale.count, command: "stale", into: &output)
  }

  private func report(of id: ID<Position>, into output: inout [UInt8]) {
    output.raw("<a href=\"")
    page.position(id, into: &output)
    output.raw("\">")
    output.append(contentsOf: page.site.reportTitles[graph.positions[id.index].report.index])
    output.raw("</a>")
  }

  private func rest(_ count: Int, command: StaticString, into output: inout [UInt8]) {
    guard count > Self.mostEntries else { return }
    output.raw("<p>")
    words.write(.furtherNamedBy, count: count - Self.mostEntries, into: &output) { _, output in
      output.raw("<code>standpoint check --fail-on ")
      output.raw(command)
      output.raw("</code>")
    }
    output.raw("</p>\n")
  }
}
