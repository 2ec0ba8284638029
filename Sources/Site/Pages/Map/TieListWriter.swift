import Graph

/// Writes the map of issues as a list: each issue with its connected issues.
struct TieListWriter {
  let page: PageLinks
  let map: IssueMap

  private var words: LocalizedStrings { page.site.words }

  func write(into output: inout HTML) {
    var ties: [ID<Issue>: [IssueTie]] = [:]
    for tie in map.ties {
      ties[tie.first, default: []].append(tie)
      ties[tie.second, default: []].append(tie)
    }
    output.raw("<dl class=\"tie-list\">\n")
    for issue in map.issues {
      output.raw("<div><dt>")
      page.issueLink(issue, into: &output)
      output.raw(" <span class=\"count\">")
      words.write(.positionCount, count: page.site.graph.positionsOfIssue[issue].count, into: &output)
      output.raw("</span></dt>")
      for tie in ties[issue] ?? [] { write(tie, of: issue, into: &output) }
      output.raw("</div>\n")
    }
    output.raw("</dl>\n")
    guard map.omitted > 0 else { return }
    output.raw("<p class=\"further\">")
    words.write(.furtherIssuesLessBusy, count: map.omitted, into: &output)
    output.raw("</p>\n")
  }

  private func write(_ tie: IssueTie, of issue: ID<Issue>, into output: inout HTML) {
    output.raw("\n<dd>")
    page.issueLink(tie.first == issue ? tie.second : tie.first, into: &output)
    output.raw(" <span class=\"count\">")
    switch tie.relation {
    case .broader: words.write(tie.first == issue ? .narrower : .wider, into: &output)
    case .related: words.write(.related, into: &output)
    case nil: break
    }
    if tie.reports > 0 {
      if tie.relation != nil { words.write(.comma, into: &output) }
      words.write(.reportCount, count: tie.reports, into: &output)
    }
    output.raw("</span></dd>")
  }
}
