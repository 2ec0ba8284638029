import Content
import Graph

/// Writes the current positions of those in office who act for a party, apart from the party's own.
struct RepresentativesWriter {
  let page: PageLinks
  /// The parties in office with positions that act for the party, directly or through others in office; the nearest first.
  private let representatives: [ID<Party>]

  init(page: PageLinks, party: ID<Party>) {
    self.page = page
    let lifetimes = page.site.graph.lifetimes
    var found = page.site.representatives[party].filter { lifetimes.isInOffice($0) }
    var seen = Set(found)
    var next = 0
    while next < found.count {
      for further in page.site.representatives[found[next]]
      where lifetimes.isInOffice(further) && seen.insert(further).inserted {
        found.append(further)
      }
      next += 1
    }
    representatives = found.filter { !page.site.graph.positionsOfParty[$0].isEmpty }
  }

  var isEmpty: Bool { representatives.isEmpty }

  func write(into output: inout [UInt8]) {
    for party in representatives {
      output.raw("<section class=\"subject\">\n<h3")
      output.hueClass(party)
      output.raw(">")
      page.partyLink(party, into: &output)
      output.raw("</h3>\n")
      if let principal = page.site.graph.parties[party.index].actsFor {
        output.raw("<p class=\"acts-for\">")
        page.site.words.write(.actsForParty, into: &output) {
          $0.append(contentsOf: page.site.partyNames[principal.index])
        }
        output.raw("</p>\n")
      }
      positions(of: party, into: &output)
      output.raw("</section>\n")
    }
  }

  private func positions(of party: ID<Party>, into output: inout [UInt8]) {
    let groups = page.site.graph.positionsByIssue(party).groups
    let limit = page.site.settings.positionsPerPage
    output.raw("<ol class=\"latest\">\n")
    for group in groups.prefix(limit) {
      guard let standing = group.positions.first.map({ page.site.graph.standing(ofPairOf: $0) }) else {
        continue
      }
      output.raw("<li class=\"position\">\n<p class=\"position-subject\">")
      page.issueLink(ID(group.subject), into: &output)
      output.raw("</p>\n")
      StandingWriter(page: page).full(standing, into: &output)
      output.raw("</li>\n")
    }
    output.raw("</ol>\n")
    guard groups.count > limit else { return }
    output.raw("<p class=\"further\">")
    page.site.words.write(.furtherIssuesOnPage, count: groups.count - limit, into: &output)
    output.raw("</p>\n")
  }
}
