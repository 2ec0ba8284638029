import Content
import Graph
import Markdown

/// Writes a table of issues by parties: the newest position of each pair, linked to where it stands in full.
struct MatrixWriter {
  /// Above so many cells, words of unrated positions are left out.
  static let mostCellsWithWords = 600
  /// The most characters of an unrated position that are shown.
  static let excerptLength = 72

  let page: PageLinks
  let issues: [ID<Issue>]
  let parties: [ID<Party>]
  /// Unrated positions are shown by their first words, not by their number alone.
  let showsWords: Bool
  /// Rows stand under the names of their groups.
  private let showsGroups: Bool
  /// What is chosen of the graph; nil: everything, and cells lead to the issues' pages.
  private let choice: PositionChoice?

  /// The chosen positions of a live view; cells lead to where they are from.
  init(page: PageLinks, choice: PositionChoice, issues: ArraySlice<ID<Issue>>) {
    self.page = page
    self.choice = choice
    self.issues = Array(issues)
    showsGroups = false
    parties = choice.parties
    showsWords = issues.count * parties.count <= Self.mostCellsWithWords
  }

  /// - Parameter showsGroups: false where the page's title names the group already.
  init(page: PageLinks, issues: [ID<Issue>], showsGroups: Bool = true) {
    self.page = page
    self.issues = issues
    choice = nil
    self.showsGroups = showsGroups
    var isShown = [Bool](repeating: false, count: page.site.graph.parties.count)
    for issue in issues {
      for holding in page.site.graph.holdings[issue] { isShown[holding.party.index] = true }
    }
    parties = isShown.indices.filter { isShown[$0] }.map { ID($0) }
    showsWords = issues.count * parties.count <= Self.mostCellsWithWords
  }

  func write(into output: inout [UInt8]) {
    output.raw(
      """
      <div class="table-scroll" role="region" tabindex="0" aria-label="Issues by parties">
      <table class="matrix">
      <thead>
      <tr><td></td>
      """)
    for party in parties {
      output.raw("<th scope=\"col\">")
      page.partyLink(party, into: &output)
      output.raw("</th>")
    }
    output.raw("</tr>\n</thead>\n")
    body(into: &output)
    output.raw("</table>\n</div>\n")
  }

  /// Writes all rows, a part of the table for each group of issues.
  private func body(into output: inout [UInt8]) {
    let groups = IssueGroups(issues, in: page.site.graph)
    guard showsGroups, groups.areNamed else {
      output.raw("<tbody>\n")
      for issue in issues { row(issue, into: &output) }
      return output.raw("</tbody>\n")
    }
    for group in groups.groups {
      output.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
      output.number(parties.count + 1)
      output.raw("\"><span>")
      output.escaped(group.heading)
      output.raw("</span></th></tr>\n")
      for issue in group.issues { row(issue, into: &output) }
      output.raw("</tbody>\n")
    }
  }

  private func row(_ issue: ID<Issue>, into output: inout [UInt8]) {
    output.raw("<tr><th scope=\"row\">")
    page.issueLink(issue, into: &output)
    output.raw("</th>")
    if let choice {
      let holdings = choice.holdings(on: issue)
      for party in parties {
        cell(issue, holdings.first { $0.party == party }, into: &output)
      }
    } else {
      var holdings = page.site.graph.holdings[issue]
      for party in parties {
        if let holding = holdings.first, holding.party == party {
          holdings.removeFirst()
          cell(issue, holding, into: &output)
        } else {
          cell(issue, nil, into: &output)
        }
      }
    }
    output.raw("</tr>\n")
  }

  private func cell(_ issue: ID<Issue>, _ holding: Holdings.Holding?, into output: inout [UInt8]) {
    guard let holding else { return output.raw("<td></td>") }
    output.raw("<td><a href=\"")
    if choice == nil {
      page.issue(issue, into: &output)
      output.raw("#")
      output.append(contentsOf: page.site.partySlugs[holding.party.index])
    } else {
      page.position(holding.latest, into: &output)
    }
    output.raw("\">")
    let position = page.site.graph.positions[holding.latest.index]
    let count = Int(holding.count)
    let isSpoken = position.stance != nil || showsWords
    if let stance = position.stance {
      output.raw(stance.html)
    } else if showsWords {
      excerpt(of: position, into: &output)
    } else {
      positions(count, into: &output)
    }
    output.raw("</a>")
    if isSpoken, count > 1 {
      output.raw(" <span class=\"count\">")
      positions(count, into: &output)
      output.raw("</span>")
    }
    output.raw("</td>")
  }

  private func positions(_ count: Int, into output: inout [UInt8]) {
    output.number(count)
    output.raw(count == 1 ? " position" : " positions")
  }

  /// Writes the first words of a position, whole words only.
  private func excerpt(of position: Position, into output: inout [UInt8]) {
    let document = page.site.graph.reports[position.report.index].report.header.document
    let text = document.plainText(of: position.cell)
    guard text.count > Self.excerptLength else { return output.escaped(text.isEmpty ? "Unrated" : text) }
    let start = text.prefix(Self.excerptLength)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    output.escaped(String(words))
    output.raw(" …")
  }
}
