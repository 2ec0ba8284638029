import Graph

/// Writes a table of parties by parties: the mean distance of each pair, as a link to its page. Where no distance is known, on how
/// many issues their stance is the same.
struct PairGridWriter {
  /// The largest number of parties whose names are upright above the columns.
  private static let mostUprightNames = 6

  private let page: PageLinks
  private let parties: [ID<Party>]
  private let pairs: PartyPairs
  private let summaries: [PartyPair: PairSummary]

  /// What the numbers in the cells are.
  var meaning: StringKey { hasDistances ? .distancesAre : .sameStancesAre }

  private let hasDistances: Bool

  private var words: LocalizedStrings { page.site.words }

  init(page: PageLinks, pairs: PartyPairs) {
    self.page = page
    self.pairs = pairs
    parties = Set(pairs.pairs.flatMap { [$0.first, $0.second] }).sorted()
    var summaries: [PartyPair: PairSummary] = [:]
    for pair in pairs.pairs {
      summaries[pair] = PairSummary(PairComparison(pair, in: page.site.graph))
    }
    self.summaries = summaries
    hasDistances = summaries.values.contains { $0.meanTenths != nil }
  }

  func write(into output: inout HTML) {
    output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(.distances, into: &output)
    output.raw("\">\n<table class=\"distances")
    if parties.count > Self.mostUprightNames { output.raw(" narrow") }
    output.raw("\">\n<thead>\n<tr><td></td>")
    for party in parties { page.columnHeading(party, into: &output) }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    for party in parties { row(party, into: &output) }
    output.raw("</tbody>\n</table>\n</div>\n")
  }

  private func row(_ party: ID<Party>, into output: inout HTML) {
    output.raw("<tr><th scope=\"row\"")
    output.hueClass(party, of: page.site.hues)
    output.raw(">")
    page.partyLink(party, into: &output)
    output.raw("</th>\n")
    for other in parties { cell(party, other, into: &output) }
    output.raw("</tr>\n")
  }

  private func cell(_ party: ID<Party>, _ other: ID<Party>, into output: inout HTML) {
    guard let pair = pairs.pair(of: party, other), let summary = summaries[pair] else {
      return output.raw("<td></td>\n")
    }
    output.raw("<td")
    if let tenths = summary.meanTenths { output.markup(" class=\"d\((tenths + 5) / 10)\"") }
    output.raw("><a href=\"")
    page.page(PairPage(pair: pair).address(in: page.site.graph), into: &output)
    output.raw("\" title=\"")
    PairSummaryWriter(words: words).write(summary, into: &output)
    output.raw("\"><span class=\"unseen\">")
    names(party, other, into: &output)
    output.raw(" </span>")
    distance(summary, into: &output)
    output.raw("</a></td>\n")
  }

  private func names(_ party: ID<Party>, _ other: ID<Party>, into output: inout HTML) {
    words.write(.twoNames, into: &output) {
      $0.append(page.site.partyNames, party.index)
    } _: {
      $0.append(page.site.partyNames, other.index)
    }
  }

  /// Writes the number of a cell, and on how many issues it rests.
  private func distance(_ summary: PairSummary, into output: inout HTML) {
    if let tenths = summary.meanTenths {
      PairSummaryWriter(words: words).write(tenths: tenths, into: &output)
    } else if hasDistances {
      return words.write(.unknownDistance, into: &output)
    } else {
      output.number(summary.same)
    }
    output.raw(" <small>")
    output.number(hasDistances ? summary.measured : summary.shared)
    output.raw("</small>")
  }
}
