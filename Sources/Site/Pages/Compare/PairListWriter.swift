import Graph

/// Writes pairs of parties as links to their pages.
struct PairListWriter {
  let page: PageLinks

  /// Writes the pairs of one party, each with the name of the other party.
  func write(_ pairs: [PartyPair], of party: ID<Party>, into output: inout HTML) {
    output.raw("<ul class=\"names\">\n")
    for pair in pairs {
      guard let other = pair.other(than: party) else { continue }
      output.raw("<li>")
      open(pair, into: &output)
      output.append(page.site.partyNames, other.index)
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }

  private func open(_ pair: PartyPair, into output: inout HTML) {
    output.raw("<a href=\"")
    page.page(PairPage(pair: pair).address(in: page.site.graph), into: &output)
    output.raw("\">")
  }
}
