import Content
import Editions
import Graph

/// Counts the issues of a party by the stance that it holds on them.
struct PartyCounts {
  let page: PageLinks
  /// The number of issues on which the party holds one stance, in the order of stances; nil: issues without a stance, or with
  /// several.
  private let issues: [(stance: Stance?, count: Int)]
  private let moves: Int

  /// nil: it holds nothing.
  init?(of party: ID<Party>, moves: Int, on page: PageLinks) {
    self.page = page
    self.moves = moves
    let record = page.site.record
    let graph = record.graph
    let all = Set(graph.positionsOfParty[party].map { graph.positions[$0.index].issue })
      .union(record.rememberedIssues(of: party))
    var counts: [Stance?: Int] = [:]
    for issue in all {
      let stances = Set(record.standing(issue, party).map { record.stance(of: $0) })
      guard let stance = stances.first else { continue }
      counts[stances.count == 1 ? stance : nil, default: 0] += 1
    }
    issues = (Stance.allCases + [nil]).compactMap { stance in counts[stance].map { (stance, $0) } }
    if issues.isEmpty { return nil }
  }

  func write(into output: inout HTML) {
    let words = page.site.words
    output.raw("<ul class=\"counts\">\n")
    for (stance, count) in issues {
      output.markup("<li><b>\(count)</b> ")
      if let stance {
        words.stances.write(stance, into: &output)
      } else {
        words.write(.unrated, into: &output)
      }
      output.raw("</li>\n")
    }
    if moves > 0 {
      output.markup("<li><b>\(moves)</b> <a href=\"#party:moves\">")
      words.write(.moves, into: &output)
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }
}
