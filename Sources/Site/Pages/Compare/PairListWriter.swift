import Graph

/// Writes pairs of parties as links to their pages.
struct PairListWriter {
  let page: PageLinks

  /// Writes all pairs, each with the number of issues that both parties share.
  func write(_ pairs: [PartyPair], into output: inout [UInt8]) {
    output.raw("<ul class=\"names\">\n")
    for pair in pairs {
      let comparison = PairComparison(pair, in: page.site.graph)
      output.raw("<li>")
      open(pair, into: &output)
      page.site.words.write(.twoNames, into: &output) {
        $0.append(contentsOf: page.site.partyNames[pair.first.index])
      } _: {
        $0.append(contentsOf: page.site.partyNames[pair.second.index])
      }
      output.raw("</a> <span class=\"count\">")
      page.site.words.write(.issuesSideBySide, count: comparison.sharedCount, into: &output)
      if !comparison.redLines.isEmpty {
        page.site.words.write(.comma, into: &output)
        page.site.words.write(.redLineCount, count: comparison.redLines.count, into: &output)
      }
      output.raw("</span></li>\n")
    }
    output.raw("</ul>\n")
  }

  /// Writes the pairs of one party, each with the name of the other party.
  func write(_ pairs: [PartyPair], of party: ID<Party>, into output: inout [UInt8]) {
    output.raw("<ul class=\"names\">\n")
    for pair in pairs {
      guard let other = pair.other(than: party) else { continue }
      output.raw("<li>")
      open(pair, into: &output)
      output.append(contentsOf: page.site.partyNames[other.index])
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }

  private func open(_ pair: PartyPair, into output: inout [UInt8]) {
    output.raw("<a href=\"")
    page.page(PairPage(pair: pair).address(in: page.site.graph), into: &output)
    output.raw("\">")
  }
}
