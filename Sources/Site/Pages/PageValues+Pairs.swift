import Content
import Graph

/// The pages that hold two parties against each other.
extension PageValues {
  func pairList() -> TemplateValues {
    var (values, page) = shared(
      .pairs, address: "compare", title: "Party against party", description: nil)
    values.html(.pairs) { PairListWriter(page: page).write(pairs.pairs, into: &$0) }
    return values
  }

  func pair(_ pair: PartyPair) -> TemplateValues {
    let title = graph.parties[pair.first.index].name + " and " + graph.parties[pair.second.index].name
    var (values, page) = shared(
      .pair, address: graph.address(of: pair), title: title,
      description: "What \(title) hold, issue by issue.")
    values.text(.list, page.root + "compare/")
    let writer = PairWriter(page: page, pair: pair)
    let comparison = PairComparison(pair, in: graph)
    values.html(.parties) { writer.parties(into: &$0) }
    let tables: [(TemplateName, [PairComparison.Row], StaticString)] = [
      (.redLines, comparison.redLines, "Red lines"), (.apart, comparison.apart, "Furthest apart first"),
      (.agreement, comparison.agreement, "Room for agreement"),
      (.notComparable, comparison.notComparable, "Not comparable"),
    ]
    let shown = tables.flatMap(\.1).flatMap { [$0.first, $0.second].compactMap(\.self) }
    if site.hasStance(in: shown) { values.html(.legend) { $0.stanceLegend() } }
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
        output.raw("<p>No report compares positions of ")
        page.partyLink(party, into: &output)
        output.raw(". On its behalf acts ")
        for (place, other) in site.representatives[party].enumerated() {
          if place > 0 { output.raw(", ") }
          page.partyLink(other, into: &output)
        }
        output.raw(", whose positions are shown apart.</p>\n")
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
