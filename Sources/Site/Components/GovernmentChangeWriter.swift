import Content
import Editions
import Graph

/// Writes changes of government: what a party holds, and what the party held that it follows.
struct GovernmentChangeWriter {
  let page: PageLinks

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  /// Writes, on the page of the issue, what the predecessor held.
  func note(_ change: GovernmentChange, into output: inout HTML) {
    output.raw("<div class=\"step\">\n<p class=\"step-stance\">")
    if change.difference == .sameStance {
      words.write(.sameStanceAs, into: &output) {
        label(into: &$0)
      } _: {
        sectionLink(change.succession.predecessor, on: change.issue, into: &$0)
      }
    } else {
      words.write(.governmentBefore, count: nil, into: &output) { hole, output in
        switch hole {
        case 0: label(into: &output)
        case 1: sectionLink(change.succession.predecessor, on: change.issue, into: &output)
        default: stances(of: change.before, into: &output)
        }
      }
    }
    output.raw("</p>\n</div>\n")
  }

  private func label(into output: inout HTML) {
    output.raw("<span class=\"change change-government\">")
    words.write(.governmentChange, into: &output)
    output.raw("</span>")
  }

  /// Writes the name of a party as a link to its positions on the page of an issue.
  private func sectionLink(_ party: ID<Party>, on issue: ID<Issue>, into output: inout HTML) {
    output.raw("<a href=\"")
    page.place(
      graph.issues[issue.index].address, anchor: graph.parties[party.index].slug, into: &output)
    output.raw("\">")
    output.append(page.site.partyNames, party.index)
    output.raw("</a>")
  }

  private func stances(of positions: [RecordedPosition], into output: inout HTML) {
    let stances = IssueGraph.ordered(Set(positions.map(page.site.record.stance)))
    for (place, stance) in stances.enumerated() {
      if place > 0 { words.write(.comma, into: &output) }
      if let stance {
        words.stances.writeName(stance, into: &output)
      } else {
        words.write(.unrated, into: &output)
      }
    }
  }

  /// The changes between those who act for a party in which the stance is not the same, by successor (the one that began last
  /// first), then issue.
  func differences(among principal: ID<Party>) -> [GovernmentChange] {
    if page.site.representatives[principal].isEmpty { return [] }
    return page.site.record.governmentChanges(of: principal).filter { $0.difference != .sameStance }
      .enumerated()
      .sorted { left, right in
        let (one, other) = (order(of: left.element), order(of: right.element))
        return one == other ? left.offset < right.offset : one < other
      }.map(\.element)
  }

  private func order(of change: GovernmentChange) -> (Int64, ID<Party>, ID<Party>) {
    let succession = change.succession
    return (
      -Int64(graph.lifetimes[succession.successor].firstDay), succession.successor, succession.predecessor
    )
  }

  /// Writes changes, those of one succession together, on the page of the party for which both act.
  func write(_ changes: [GovernmentChange], into output: inout HTML) {
    var open: Succession?
    for change in changes.prefix(page.site.settings.positionsPerPage) {
      if change.succession != open {
        if open != nil { output.raw("</ol>\n</section>\n") }
        open = change.succession
        begin(change.succession, into: &output)
      }
      output.raw("<li class=\"position\">\n<p class=\"position-subject\">")
      page.issueLink(change.issue, into: &output)
      output.raw("</p>\n")
      side(change.succession.predecessor, change.before, into: &output)
      side(change.succession.successor, change.after, into: &output)
      output.raw("</li>\n")
    }
    if open != nil { output.raw("</ol>\n</section>\n") }
    let left = changes.count - page.site.settings.positionsPerPage
    guard left > 0 else { return }
    output.raw("<p class=\"further\">")
    words.write(.furtherIssues, count: left, into: &output)
    output.raw("</p>\n")
  }

  private func begin(_ succession: Succession, into output: inout HTML) {
    output.raw("<section class=\"subject\">\n<h3>")
    words.write(.partyFollows, into: &output) {
      page.partyLink(succession.successor, into: &$0)
    } _: {
      page.partyLink(succession.predecessor, into: &$0)
    }
    output.raw("</h3>\n<ol class=\"latest\">\n")
  }

  private func side(_ party: ID<Party>, _ positions: [RecordedPosition], into output: inout HTML) {
    output.raw("<p class=\"side-title\">")
    output.append(page.site.partyNames, party.index)
    output.raw("</p>\n")
    StandingWriter(page: page).held(until: graph.lifetimes.end(of: party), into: &output)
    StandingWriter(page: page).full(positions, into: &output)
  }
}
