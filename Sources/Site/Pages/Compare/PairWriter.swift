import Content
import Editions
import Graph

/// Writes two parties side by side, issue by issue.
struct PairWriter {
  let page: PageLinks
  let pair: PartyPair
  let record: RecordHistory

  private var words: LocalizedStrings { page.site.words }

  /// Writes issues as a table: the position of the first party, that of the second, and the distance between
  /// them.
  ///
  /// - Parameter showsDistance: false if the page says it once for all rows.
  func table(
    _ rows: [PairComparison.Row], label: StringKey, showsDistance: Bool = true, into output: inout HTML
  ) {
    output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(label, into: &output)
    output.raw("\">\n<table class=\"comparison pair\">\n<thead>\n<tr><th scope=\"col\">")
    words.write(.issue, into: &output)
    output.raw("</th>\n")
    for party in [pair.first, pair.second] { page.columnHeading(party, into: &output) }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    for row in rows { write(row, showsDistance: showsDistance, into: &output) }
    output.raw("</tbody>\n</table>\n</div>\n")
  }

  /// Writes issues whose distance cannot be determined: a table for each reason, below it. What the script says beside a third
  /// party is an attribute.
  func notComparable(_ rows: [PairComparison.Row], into output: inout HTML) {
    var reasons: [PairComparison.StanceDistance] = []
    for row in rows where !reasons.contains(row.distance) { reasons.append(row.distance) }
    for reason in reasons {
      output.raw("<div data-distance=\"")
      distance(reason, into: &output)
      output.raw("\">\n<h3 class=\"reason\">")
      if case .notComparable(let why) = reason { self.reason(why, into: &output) }
      output.raw("</h3>\n")
      table(rows.filter { $0.distance == reason }, label: .notComparable, showsDistance: false, into: &output)
      output.raw("</div>\n")
    }
  }

  /// Writes issues without a statement on which the stances are the same: the heading above says so.
  func sameWithoutProposition(_ rows: [PairComparison.Row], into output: inout HTML) {
    guard let first = rows.first else { return }
    output.raw("<div data-distance=\"")
    distance(first.distance, into: &output)
    output.raw("\">\n")
    table(rows, label: .sameWithoutProposition, showsDistance: false, into: &output)
    output.raw("</div>\n")
  }

  /// Writes the issues on which only one of the two holds a position.
  func oneSided(_ comparison: PairComparison, into output: inout HTML) {
    for (party, other, rows) in [
      (pair.first, pair.second, comparison.onlyFirst), (pair.second, pair.first, comparison.onlySecond),
    ] where !rows.isEmpty {
      output.raw("<h3>")
      words.write(.onlyParty, into: &output) { page.partyLink(party, into: &$0) }
      output.raw("</h3>\n")
      StandingWriter(page: page).held(until: page.site.graph.lifetimes.end(of: party), into: &output)
      NameListWriter(page: page).issues(rows.map(\.issue), counts: false, into: &output)
      for row in rows { remembered(other, on: row.issue, into: &output) }
    }
  }

  /// Writes what only editions remember of the party that has no position now.
  private func remembered(_ party: ID<Party>, on issue: ID<Issue>, into output: inout HTML) {
    let positions = record.remembered(on: issue, of: party)
    if positions.isEmpty { return }
    output.raw("<p class=\"position-subject\">")
    page.positionNames(party, on: issue, into: &output)
    output.raw("</p>\n")
    RememberedWriter(page: page).list(positions.map { ($0, record.report(of: $0), nil) }, into: &output)
  }

  /// Writes the two parties as links.
  func parties(into output: inout HTML) {
    words.write(.twoNames, into: &output) {
      page.partyLink(pair.first, into: &$0)
    } _: {
      page.partyLink(pair.second, into: &$0)
    }
  }

  private func write(_ row: PairComparison.Row, showsDistance: Bool, into output: inout HTML) {
    let issue = page.site.graph.issues[row.issue.index]
    output.raw("<tr id=\"")
    output.append(page.site.issueSlugs, row.issue.index)
    output.raw("\"><th scope=\"row\">")
    page.issueLink(row.issue, into: &output)
    if let proposition = issue.file?.proposition {
      output.raw("<span class=\"pair-proposition\">")
      output.escaped(proposition)
      output.raw("</span>")
    }
    if showsDistance {
      output.raw("<span class=\"distance\">")
      distance(row.distance, into: &output)
      output.raw("</span>")
    }
    output.raw("</th>\n")
    cell(row.first, of: pair.first, on: row.issue, into: &output)
    cell(row.second, of: pair.second, on: row.issue, into: &output)
    output.raw("</tr>\n")
  }

  private func cell(
    _ standing: Standing?, of party: ID<Party>, on issue: ID<Issue>, into output: inout HTML
  ) {
    output.raw("<td")
    output.hueClass(party, of: page.site.hues)
    output.raw(" data-label=\"")
    output.append(page.site.partyNames, party.index)
    output.raw("\">")
    let held = record.rememberedStanding(issue, of: party)
    let earlier = record.remembered(on: issue, of: party).filter { !held.contains($0) }
    if standing == nil, held.isEmpty {
      output.raw("<span class=\"no-position\">")
      words.write(.noPositionRecorded, into: &output)
      output.raw("</span>")
    } else {
      output.raw("\n")
      if let standing { StandingWriter(page: page).full(standing, into: &output) }
      let writer = RememberedWriter(page: page)
      writer.standing(held, of: party, on: issue, besides: standing, into: &output)
      writer.list(earlier.map { ($0, record.report(of: $0), nil) }, into: &output)
    }
    output.raw("</td>\n")
  }

  private func distance(_ distance: PairComparison.StanceDistance, into output: inout HTML) {
    switch distance {
    case .apart(0...0): words.write(.sameStance, into: &output)
    case .apart(let steps) where steps.count == 1:
      words.write(.stepsApart, count: steps.upperBound, into: &output)
    case .apart(let steps):
      words.write(.stepsApartRange, count: steps.upperBound, into: &output) {
        $1.number(steps.lowerBound)
      }
    case .sameWithoutProposition: words.write(.sameWithoutProposition, into: &output)
    case .notComparable(let reason):
      words.write(.labelled, into: &output) {
        words.write(.notComparable, into: &$0)
      } _: {
        self.reason(reason, into: &$0)
      }
    }
  }

  private func name(_ first: Bool, into output: inout HTML) {
    output.append(page.site.partyNames, (first ? pair.first : pair.second).index)
  }

  private func reason(_ reason: PairComparison.Reason, into output: inout HTML) {
    switch reason {
    case .oneSided: words.write(.onlyOneHolds, into: &output)
    case .unrated(first: true, second: true): words.write(.neitherRated, into: &output)
    case .unrated(let first, _): words.write(.partyUnrated, into: &output) { name(first, into: &$0) }
    case .mixed(first: true, second: true): words.write(.bothMixed, into: &output)
    case .mixed(let first, _): words.write(.partyMixed, into: &output) { name(first, into: &$0) }
    case .ended(first: true, second: true): words.write(.bothEnded, into: &output)
    case .ended(let first, _): words.write(.partyEnded, into: &output) { name(first, into: &$0) }
    case .withoutProposition: words.write(.noProposition, into: &output)
    case .differentPropositions: words.write(.differentPropositions, into: &output)
    }
  }
}
