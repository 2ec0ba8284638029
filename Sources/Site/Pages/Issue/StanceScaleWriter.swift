import Content
import Editions
import Graph

/// Draws where the parties stand on an issue: a column for each stance of the scale, with the parties that hold it, and below
/// them the parties that are in no column.
struct StanceScaleWriter {
  /// From the strongest opposition to the strongest support; the mixed stance, which is not on the scale, is in the middle.
  private static let columns: [Stance] = [.redLine, .opposes, .neutral, .mixed, .supports, .champions]
  /// The number of parties that a line below the columns names; the rest is counted.
  private static let mostNames = 12

  /// A party with what it holds, and since when.
  private struct Holder {
    let party: ID<Party>
    /// The stances that answer the issue's present question, nil for one that is unrated, each with the date of the newest
    /// position; empty: all answer an earlier question.
    let stances: [(stance: Stance?, date: PartialDate?)]
    /// The end of a party that has ended; nil: it has not.
    let end: PartialDate?
  }

  let page: PageLinks
  private let issue: ID<Issue>
  private let holders: [Holder]

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  /// nil: no party has a stance on the issue.
  init?(_ issue: ID<Issue>, _ record: RecordHistory, on page: PageLinks) {
    self.page = page
    self.issue = issue
    holders = page.site.graph.heldStances(on: issue).map { Self.holder($0, of: issue, record) }
    if !holders.contains(where: { $0.stances.contains { $0.stance != nil } }) { return nil }
  }

  private static func holder(
    _ held: HeldStances, of issue: ID<Issue>, _ record: RecordHistory
  ) -> Holder {
    let graph = record.graph
    let present = (graph.standings[issue, held.party]?.positions ?? [])
      .filter { graph.answersPresentQuestion($0) }.map { graph.positions[$0.index] }
      .map { ($0.stance, $0.date) }
    let remembered = record.rememberedStanding(issue, of: held.party).filter { old in
      let stance = DatedStance(stance: old.position.stance, interval: old.dates.held)
      return graph.answersPresentQuestion(stance, on: issue)
    }
    return Holder(
      party: held.party, stances: present + remembered.map { ($0.position.stance, $0.position.date) },
      end: held.heldUntil)
  }

  func write(into output: inout HTML) {
    output.raw("<dl class=\"scale\">\n")
    for stance in Self.columns { write(stance, into: &output) }
    output.raw("</dl>\n")
    let unrated = holders.filter { !$0.stances.isEmpty && $0.stances.allSatisfy { $0.stance == nil } }
    line(.unrated, unrated.map(\.party), into: &output)
    line(.earlierProposition, holders.filter(\.stances.isEmpty).map(\.party), into: &output)
    let known = Set(holders.map(\.party))
    let others = graph.parties.map(\.id).filter { !known.contains($0) && !graph.positionsOfParty[$0].isEmpty }
    line(.noPositionReported, others, into: &output, isOnPage: false)
  }

  private func write(_ stance: Stance, into output: inout HTML) {
    let holders = holders.filter { $0.stances.contains { $0.stance == stance } }
    if stance == .mixed, holders.isEmpty { return }
    output.raw("<div class=\"")
    output.raw(stance.styleClass)
    output.raw("\">\n<dt>")
    words.stances.write(stance, into: &output)
    output.raw("</dt>\n")
    if holders.isEmpty { output.raw("<dd></dd>\n") }
    for holder in holders { write(holder, of: stance, into: &output) }
    output.raw("</div>\n")
  }

  private func write(_ holder: Holder, of stance: Stance, into output: inout HTML) {
    output.raw("<dd")
    output.hueClass(holder.party, of: page.site.hues)
    output.raw(">")
    link(to: holder.party, into: &output)
    if let end = holder.end {
      output.raw(" <small>")
      words.write(.heldUntilWithin, into: &output) { words.dates.readable(end, into: &$0) }
      output.raw("</small>")
    } else if let date = holder.stances.first(where: { $0.stance == stance })?.date {
      output.raw(" <small>")
      words.dates.time(PartialDate(year: date.year, month: date.month), into: &output)
      output.raw("</small>")
    }
    output.raw("</dd>\n")
  }

  /// Writes a link to the party's positions below; in a frame, to those on the issue's own page.
  private func link(to party: ID<Party>, into output: inout HTML) {
    output.raw("<a href=\"")
    if page.isFramed { page.issue(issue, into: &output) }
    output.raw("#")
    output.append(page.site.partySlugs, party.index)
    output.raw("\">")
    output.append(page.site.partyNames, party.index)
    output.raw("</a>")
  }

  /// Writes the names of parties in a sentence; nothing without any.
  ///
  /// - Parameter isOnPage: whether the page has positions of them.
  private func line(
    _ label: StringKey, _ parties: [ID<Party>], into output: inout HTML, isOnPage: Bool = true
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
