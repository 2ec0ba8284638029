import Graph

/// Writes the parties that can be added to the page of a pair, as options of a list: those that a page compares with one of
/// the two.
struct ThirdPartyWriter {
  /// In the order of the graph.
  let parties: [ID<Party>]
  private let page: PageLinks
  private let pair: PartyPair
  private let pairs: PartyPairs

  init(page: PageLinks, pair: PartyPair, pairs: PartyPairs) {
    self.page = page
    self.pair = pair
    self.pairs = pairs
    let others = [pair.first, pair.second].flatMap { party in
      pairs.pairs(of: party).compactMap { $0.other(than: party) }
    }
    parties = Set(others).subtracting([pair.first, pair.second]).sorted()
  }

  /// Writes an option for each party, with the paths of the pages that compare it with the first and with the second.
  func write(into output: inout HTML) {
    for party in parties {
      output.raw("<option value=\"")
      output.append(page.site.partySlugs, party.index)
      output.raw("\"")
      path("first", pair.first, party, into: &output)
      path("second", pair.second, party, into: &output)
      output.raw(">")
      output.append(page.site.partyNames, party.index)
      output.raw("</option>\n")
    }
  }

  private func path(_ name: String, _ one: ID<Party>, _ other: ID<Party>, into output: inout HTML) {
    guard let pair = pairs.pair(of: one, other) else { return }
    output.markup(" data-\(name)=\"")
    page.page(PairPage(pair: pair).address(in: page.site.graph), into: &output)
    output.raw("\"")
  }
}
