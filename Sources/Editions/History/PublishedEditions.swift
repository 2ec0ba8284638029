import Graph

extension Edition {
  /// The cells that readers of the edition could cite.
  package var published: PublishedState {
    let places = { (slugs: [String]) in
      Dictionary(slugs.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    let reportPlaces = places(reports.map(\.slug))
    let issuePlaces = places(issues.map(\.slug))
    let partyPlaces = places(parties.map(\.slug))
    return PublishedState(
      reports: reports.map { PublishedState.Report(slug: $0.slug, path: $0.path) },
      issues: issues.map { PublishedState.Subject(slug: $0.slug, names: [$0.name] + $0.aliases) },
      parties: parties.map { PublishedState.Subject(slug: $0.slug, names: [$0.name] + $0.aliases) },
      cells: positions.compactMap { position in
        guard let report = reportPlaces[position.report], let issue = issuePlaces[position.issue],
          let party = partyPlaces[position.party]
        else { return nil }
        return PublishedState.Cell(
          report: report, issue: issue, party: party, ordinal: position.ordinal, state: position.state)
      })
  }
}

extension FrozenPosition {
  /// The names that its anchor was made of, with the slug that its report has now.
  package var names: PublishedNames {
    PublishedNames(anchor: anchor, report: report)
      ?? PublishedNames(report: report, issue: issue, party: party, ordinal: ordinal)
  }
}

extension IssueGraph {
  /// The addresses, such as `reports/march-plan/#sanctions--russia`, under which cells were published that have other
  /// addresses now, or whose place a newer position took. They still lead to these cells.
  package func keptAddresses(remembering memory: [RememberedPosition]) -> Set<String> {
    var kept = Set(publishedNames.map { "reports/\($0.report)/#\($0.anchor)" })
    kept.formUnion(memory.lazy.map(\.position.address))
    return kept
  }
}
