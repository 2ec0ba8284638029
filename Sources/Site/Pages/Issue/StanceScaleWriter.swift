import Content
import Graph

/// Draws where the parties stand on an issue: a column for each stance of the scale, with the parties that hold it, and below
/// them the parties that are in no column.
struct StanceScaleWriter {
  /// From the strongest opposition to the strongest support.
  private static let columns: [[Stance]] = [
    [.redLine], [.opposes], [.neutral, .mixed], [.supports], [.champions],
  ]
  /// The number of parties that a line below the columns names; the rest is counted.
  private static let mostNames = 12

  let page: PageLinks
  let issue: ID<Issue>
  private let standings: [Standing]

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  /// nil: no party has a stance on the issue.
  init?(_ issue: ID<Issue>, on page: PageLinks) {
    self.page = page
    self.issue = issue
    standings = Array(page.site.graph.standings[issue])
    if !standings.contains(where: { !comparable($0).allSatisfy { stance(of: $0) == nil } }) { return nil }
  }

  func write(into output: inout [UInt8]) {
    output.raw("<dl class=\"scale\">\n")
    for column in Self.columns { write(column, into: &output) }
    output.raw("</dl>\n")
    let unrated = standings.filter { standing in
      let positions = comparable(standing)
      return !positions.isEmpty && positions.allSatisfy { stance(of: $0) == nil }
    }
    line(.unrated, unrated.map(\.party), into: &output)
    line(.earlierProposition, standings.filter { comparable($0).isEmpty }.map(\.party), into: &output)
    let known = Set(standings.map(\.party))
    let others = graph.parties.map(\.id).filter { !known.contains($0) && !graph.positionsOfParty[$0].isEmpty }
    line(.noPositionReported, others, into: &output, isOnPage: false)
  }

  /// The positions of a standing that answer the issue's present question.
  private func comparable(_ standing: Standing) -> [ID<Position>] {
    standing.positions.filter { graph.answersPresentQuestion($0) }
  }

  private func stance(of position: ID<Position>) -> Stance? { graph.positions[position.index].stance }

  private func write(_ column: [Stance], into output: inout [UInt8]) {
    output.raw("<div class=\"")
    output.raw(column[0].styleClass)
    output.raw("\">\n")
    for stance in column {
      let holders = standings.filter { comparable($0).contains { self.stance(of: $0) == stance } }
      // The middle column names the mixed stance only if a party holds it.
      if stance == .mixed, holders.isEmpty { continue }
      output.raw("<dt>")
      words.stances.write(stance, into: &output)
      output.raw("</dt>\n")
      if holders.isEmpty { output.raw("<dd></dd>\n") }
      for standing in holders { holder(standing, of: stance, into: &output) }
    }
    output.raw("</div>\n")
  }

  private func holder(_ standing: Standing, of stance: Stance, into output: inout [UInt8]) {
    output.raw("<dd")
    output.hueClass(standing.party)
    output.raw(">")
    link(to: standing.party, into: &output)
    let newest = comparable(standing).first { self.stance(of: $0) == stance }
    if let end = standing.heldUntil {
      output.raw(" <small>")
      words.write(.heldUntilWithin, into: &output) { words.dates.readable(end, into: &$0) }
      output.raw("</small>")
    } else if let date = newest.flatMap({ graph.positions[$0.index].date }) {
      output.raw(" <small>")
      words.dates.time(PartialDate(year: date.year, month: date.month), into: &output)
      output.raw("</small>")
    }
    output.raw("</dd>\n")
  }

  /// Writes a link to the party's positions below.
  private func link(to party: ID<Party>, into output: inout [UInt8]) {
    output.raw("<a href=\"#")
    output.append(contentsOf: page.site.partySlugs[party.index])
    output.raw("\">")
    output.append(contentsOf: page.site.partyNames[party.index])
    output.raw("</a>")
  }

  /// Writes the names of parties in a sentence; nothing without any.
  ///
  /// - Parameter isOnPage: whether the page has positions of them.
  private func line(
    _ label: StringKey, _ parties: [ID<Party>], into output: inout [UInt8], isOnPage: Bool = true
  ) {
    if parties.isEmpty { return }
    output.raw("<p class=\"off-scale\">")
    words.write(.labelled, into: &output) {
      words.write(label, into: &$0)
    } _: { output in
      for (place, party) in parties.prefix(Self.mostNames).enumerated() {
        if place > 0 { words.write(.comma, into: &output) }
        if isOnPage { link(to: party, into: &output) } else { page.partyLink(party, into: &output) }
      }
      let rest = parties.count - Self.mostNames
      if rest > 0 {
        words.write(.comma, into: &output)
        words.write(.furtherParties, count: rest, into: &output)
      }
    }
    output.raw("</p>\n")
  }
}
