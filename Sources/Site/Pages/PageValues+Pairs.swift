import Content
import Graph

/// The pages that hold two parties against each other.
extension PageValues {
  func pairList() -> TemplateValues {
    var (values, page) = shared(
      .pairs, address: "compare", title: site.words.text(.partyAgainstParty), description: nil)
    values.html(.pairs) { PairListWriter(page: page).write(pairs.pairs, into: &$0) }
    return values
  }

  func pair(_ pair: PartyPair) -> TemplateValues {
    let title = site.words.text(
      .twoNames, graph.parties[pair.first.index].name, graph.parties[pair.second.index].name)
    var (values, page) = shared(
      .pair, address: graph.address(of: pair), title: title,
      description: site.words.text(.pairHolds, title))
    values.text(.list, page.way(to: "compare"))
    let writer = PairWriter(page: page, pair: pair)
    let comparison = PairComparison(pair, in: graph)
    values.html(.parties) { writer.parties(into: &$0) }
    let tables: [(TemplateName, [PairComparison.Row], StringKey)] = [
      (.redLines, comparison.redLines, .redLines), (.apart, comparison.apart, .furthestApart),
      (.agreement, comparison.agreement, .roomForAgreement),
      (.notComparable, comparison.notComparable, .notComparable),
    ]
    let shown = tables.flatMap(\.1).flatMap { [$0.first, $0.second].compactMap(\.self) }
    if site.hasStance(in: shown) { values.html(.legend) { site.words.stances.writeLegend(into: &$0) } }
    for (name, rows, label) in tables where !rows.isEmpty {
      values.html(name) { writer.table(rows, label: label, into: &$0) }
    }
    if !comparison.onlyFirst.isEmpty || !comparison.onlySecond.isEmpty {
      values.html(.oneSided) { writer.oneSided(comparison, into: &$0) }
    }
    let options = options(touching: comparison.agreement)
    if !options.isEmpty {
      values.html(.optionsHTML) { NameListWriter(page: page).options(options, into: &$0) }
    }
    representatives(of: pair, &values, page)
    return values
  }

  /// Options that touch one of the issues, each once, in the order of the issues.
  private func options(touching rows: [PairComparison.Row]) -> [ID<Option>] {
    var seen: Set<ID<Option>> = []
    return rows.flatMap { graph.optionsOfIssue[$0.issue] }.filter { seen.insert($0).inserted }
  }

  /// Says who acts for a party without positions; what they hold is theirs, and is not shown as the party's.
  private func representatives(of pair: PartyPair, _ values: inout TemplateValues, _ page: PageLinks) {
    let silent = [pair.first, pair.second].filter {
      graph.positionsOfParty[$0].isEmpty && !site.representatives[$0].isEmpty
    }
    guard !silent.isEmpty else { return }
    values.html(.relations) { output in
      for party in silent {
        output.raw("<p>")
        site.words.write(.noPositionsActedFor, into: &output) {
          page.partyLink(party, into: &$0)
        } _: { output in
          for (place, other) in site.representatives[party].enumerated() {
            if place > 0 { site.words.write(.comma, into: &output) }
            page.partyLink(other, into: &output)
          }
        }
        output.raw("</p>\n")
      }
    }
  }

  /// Sets the links from a party's page to those of its pairs.
  func pairs(of party: Party, _ values: inout TemplateValues, _ page: PageLinks) {
    let own = pairs.pairs(of: party.id)
    if own.isEmpty { return }
    values.html(.pairs) { PairListWriter(page: page).write(own, of: party.id, into: &$0) }
  }
}
