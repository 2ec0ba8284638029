import Content
import Graph

/// Writes two parties side by side, issue by issue.
struct PairWriter {
  let page: PageLinks
  let pair: PartyPair

  private var graph: IssueGraph { page.site.graph }

  /// Writes issues as a table: what the first party holds, then the second, and how far apart they are.
  func table(_ rows: [PairComparison.Row], label: StaticString, into output: inout [UInt8]) {
    output.raw("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    output.raw(label)
    output.raw("\">\n<table class=\"comparison pair\">\n<thead>\n<tr><th scope=\"col\">Issue</th>")
    for party in [pair.first, pair.second] {
      output.raw("<th scope=\"col\"")
      output.hueClass(party)
      output.raw(">")
      page.partyLink(party, into: &output)
      output.raw("</th>")
    }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    for row in rows { write(row, into: &output) }
    output.raw("</tbody>\n</table>\n</div>\n")
  }

  /// Writes the issues on which only one of the two holds a position.
  func oneSided(_ comparison: PairComparison, into output: inout [UInt8]) {
    for (party, rows) in [(pair.first, comparison.onlyFirst), (pair.second, comparison.onlySecond)]
    where !rows.isEmpty {
      output.raw("<h3>Only ")
      page.partyLink(party, into: &output)
      output.raw("</h3>\n")
      NameListWriter(page: page).issues(rows.map(\.issue), counts: false, into: &output)
    }
  }

  /// Writes the two parties as links.
  func parties(into output: inout [UInt8]) {
    page.partyLink(pair.first, into: &output)
    output.raw(" and ")
    page.partyLink(pair.second, into: &output)
  }

  private func write(_ row: PairComparison.Row, into output: inout [UInt8]) {
    let issue = page.site.graph.issues[row.issue.index]
    output.raw("<tr id=\"")
    output.append(contentsOf: page.site.issueSlugs[row.issue.index])
    output.raw("\"><th scope=\"row\">")
    page.issueLink(row.issue, into: &output)
    if let proposition = issue.file?.proposition {
      output.raw("<span class=\"pair-proposition\">")
      output.escaped(proposition)
      output.raw("</span>")
    }
    output.raw("<span class=\"distance\">")
    distance(row.standing, into: &output)
    output.raw("</span></th>\n")
    cell(row.first, of: pair.first, into: &output)
    cell(row.second, of: pair.second, into: &output)
    output.raw("</tr>\n")
  }

  private func cell(_ id: ID<Position>?, of party: ID<Party>, into output: inout [UInt8]) {
    output.raw("<td")
    output.hueClass(party)
    output.raw(" data-label=\"")
    output.append(contentsOf: page.site.partyNames[party.index])
    output.raw("\">")
    if let id {
      output.raw("\n")
      PositionWriter(page: page).full(page.site.graph.positions[id.index], into: &output)
    } else {
      output.raw("<span class=\"no-position\">No position recorded</span>")
    }
    output.raw("</td>\n")
  }

  private func distance(_ standing: PairComparison.Standing, into output: inout [UInt8]) {
    switch standing {
    case .apart(0): output.raw("Same stance")
    case .apart(let steps):
      output.number(steps)
      output.raw(steps == 1 ? " step apart" : " steps apart")
    case .notComparable(let reason):
      output.raw("Not comparable: ")
      self.reason(reason, into: &output)
    }
  }

  private func reason(_ reason: PairComparison.Reason, into output: inout [UInt8]) {
    switch reason {
    case .oneSided: output.raw("only one of them holds a position")
    case .unrated(first: true, second: true): output.raw("neither position carries a stance")
    case .unrated(let first, _):
      output.raw("the position of ")
      output.append(contentsOf: page.site.partyNames[(first ? pair.first : pair.second).index])
      output.raw(" carries no stance")
    case .mixed(first: true, second: true): output.raw("both stances are mixed")
    case .mixed(let first, _):
      output.raw("the stance of ")
      output.append(contentsOf: page.site.partyNames[(first ? pair.first : pair.second).index])
      output.raw(" is mixed")
    case .withoutProposition: output.raw("the issue has no proposition that both stances answer")
    }
  }
}
