import Content
import Editions
import Graph

/// Writes what the blocs of a party hold or held during its membership, under their names.
struct BlocsWriter {
  /// The positions of a bloc on one issue that stand at the end of the membership, or today.
  private struct Holding {
    let issue: ID<Issue>
    let positions: [RecordedPosition]
  }

  let page: PageLinks
  private let member: Party
  private let memberships: [(membership: Party.Membership, holdings: [Holding])]

  init(page: PageLinks, member: Party) {
    self.page = page
    self.member = member
    let record = page.site.record
    memberships = member.memberships.map { ($0, Self.holdings($0, in: record)) }.filter { !$1.isEmpty }
  }

  var isEmpty: Bool { memberships.isEmpty }

  private static func holdings(_ membership: Party.Membership, in record: RecordHistory) -> [Holding] {
    let graph = record.graph
    let bloc = membership.bloc
    let issues = Set(graph.positionsOfParty[bloc].map { graph.positions[$0.index].issue })
    return issues.union(record.rememberedIssues(of: bloc)).sorted().compactMap { issue in
      let held = record.standing(issue, bloc) { days in
        // Undated positions count as held today.
        days.map(membership.period.overlaps) ?? graph.lifetimes.today.map(membership.period.contains) ?? true
      }
      return held.isEmpty ? nil : Holding(issue: issue, positions: held)
    }
  }

  func write(into output: inout HTML) {
    output.raw("<p class=\"held-note\">")
    page.site.words.write(.heldByBlocsOnly, into: &output) {
      $0.append(page.site.partyNames, member.id.index)
    }
    output.raw("</p>\n")
    for (membership, holdings) in memberships {
      output.raw("<section class=\"subject\">\n<h3")
      output.hueClass(membership.bloc, of: page.site.hues)
      output.raw(">")
      page.partyLink(membership.bloc, into: &output)
      output.raw("</h3>\n")
      write(membership.period, into: &output)
      StandingWriter(page: page).held(
        until: page.site.graph.lifetimes.end(of: membership.bloc), into: &output)
      write(holdings, into: &output)
      output.raw("</section>\n")
    }
  }

  private func write(_ period: Period, into output: inout HTML) {
    if period == .always { return }
    output.raw("<p class=\"acts-for\">")
    page.site.words.write(
      period, .memberFromTo, from: .memberFrom, until: .memberUntil, into: &output)
    output.raw("</p>\n")
  }

  private func write(_ holdings: [Holding], into output: inout HTML) {
    let limit = page.site.settings.positionsPerPage
    output.raw("<ol class=\"latest\">\n")
    for holding in holdings.prefix(limit) {
      output.raw("<li class=\"position\">\n<p class=\"position-subject\">")
      page.issueLink(holding.issue, into: &output)
      output.raw("</p>\n")
      StandingWriter(page: page).full(holding.positions, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ol>\n")
    guard holdings.count > limit else { return }
    output.raw("<p class=\"further\">")
    page.site.words.write(.furtherIssuesOnPage, count: holdings.count - limit, into: &output)
    output.raw("</p>\n")
  }
}
