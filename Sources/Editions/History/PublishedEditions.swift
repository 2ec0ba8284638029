import Content
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

extension Edition {
  /// What was published at different times and is in one table, taken apart: each state has at most one position of a cell,
  /// in the order of their anchors.
  var layers: [Edition] {
    let cells = Dictionary(grouping: positions) { [$0.report, $0.issue, $0.party] }.values
      .map { $0.sorted { $0.ordinal < $1.ordinal } }
    return (0..<(cells.map(\.count).max() ?? 0)).map { layer in
      var records = self.records
      records.positions = cells.map { $0[min(layer, $0.count - 1)] }.sorted()
      return Edition(name: name, date: date, origin: origin, records: records)
    }
  }

  /// The same state with what a later one knows of its reports, issues and parties: a table of positions does not tell their
  /// other names and old addresses.
  func naming(_ state: Edition) -> Edition {
    func named<Record>(_ records: [Record], _ known: [Record], _ slug: (Record) -> String) -> [Record] {
      let known = Dictionary(known.map { (slug($0), $0) }) { first, _ in first }
      return records.map { known[slug($0)] ?? $0 }
    }
    var records = self.records
    records.reports = named(records.reports, state.reports, \.slug)
    records.issues = named(records.issues, state.issues, \.slug)
    records.parties = named(records.parties, state.parties, \.slug)
    return Edition(name: name, date: date, origin: origin, records: records)
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
