import Content
import Graph

/// The positions of certain parties up to a certain day, as selected by a live view: those of the site, and those that editions
/// remember.
package struct RecordChoice: Sendable {
  private let record: RecordHistory
  private var graph: IssueGraph { record.graph }
  /// By party; nil: all parties.
  private let isChosen: [Bool]?
  /// nil: no limit.
  private let limit: PartialDate?
  /// The issues to show: those that the view names, otherwise all with a selected position.
  package private(set) var issues: [ID<Issue>]
  /// The parties to show: those that the view names, otherwise all with a selected position on one of the
  /// issues.
  package private(set) var parties: [ID<Party>]

  package init(_ view: LiveView, in record: RecordHistory) {
    self.record = record
    if let parties = view.parties {
      var chosen = [Bool](repeating: false, count: record.graph.parties.count)
      for party in parties { chosen[party.index] = true }
      isChosen = chosen
    } else {
      isChosen = nil
    }
    limit = view.asOf
    (issues, parties) = ([], [])
    issues = view.issues ?? record.graph.issues.map(\.id).filter(hasPositions)
    parties = view.parties ?? partiesWithPositions()
  }

  private func hasPositions(on issue: ID<Issue>) -> Bool {
    graph.positionsOfIssue[issue].contains(where: fits)
      || record.rememberedParties(on: issue).contains { !remembered(on: issue, of: $0).isEmpty }
  }

  private func fits(_ id: ID<Position>) -> Bool {
    if let isChosen, !isChosen[graph.positions[id.index].party.index] { return false }
    return limit.map { graph.isRecorded(id, by: $0) } ?? true
  }

  private func partiesWithPositions() -> [ID<Party>] {
    var isShown = [Bool](repeating: false, count: graph.parties.count)
    for issue in issues {
      for id in positions(on: issue) { isShown[graph.positions[id.index].party.index] = true }
      for party in record.rememberedParties(on: issue) where !remembered(on: issue, of: party).isEmpty {
        isShown[party.index] = true
      }
    }
    return isShown.indices.filter { isShown[$0] }.map { ID($0) }
  }

  /// The selected positions of the site on an issue, newest first.
  package func positions(on issue: ID<Issue>) -> [ID<Position>] {
    graph.positionsOfIssue[issue].filter(fits)
  }

  /// The selected positions of one party on an issue that editions remember, newest first.
  private func remembered(on issue: ID<Issue>, of party: ID<Party>) -> [RememberedPosition] {
    if let isChosen, !isChosen[party.index] { return [] }
    let all = record.remembered(on: issue, of: party)
    guard let limit else { return all }
    return all.filter { $0.dates.isRecorded(by: limit) }
  }

  /// The selected positions of one party on an issue, newest first.
  package func positions(on issue: ID<Issue>, of party: ID<Party>) -> [RecordedPosition] {
    let present = graph.positions(of: party, on: issue).filter(fits)
    let remembered = remembered(on: issue, of: party)
    return record.merged(present, remembered)
  }

  /// What each chosen party holds on an issue on that day, by party.
  package func standings(on issue: ID<Issue>) -> [ChosenStanding] {
    var lists: [ID<Party>: [ID<Position>]] = [:]
    for id in positions(on: issue) { lists[graph.positions[id.index].party, default: []].append(id) }
    for party in record.rememberedParties(on: issue) where !remembered(on: issue, of: party).isEmpty {
      lists[party, default: []] += []
    }
    return lists.sorted { $0.key < $1.key }.compactMap { party, ids in
      let all = record.merged(ids, remembered(on: issue, of: party))
      let standing = standing(of: all, of: party, on: issue)
      let (present, remembered) = record.divided(standing)
      if standing.isEmpty { return nil }
      return ChosenStanding(
        party: party,
        present: Standing(
          party: party, positions: present[...], count: ids.count, heldUntil: end(of: party)),
        remembered: remembered)
    }
  }

  /// The `to:` of a party that has ended on that day, or on the build's day; nil: it has not.
  package func end(of party: ID<Party>) -> PartialDate? {
    graph.lifetimes.end(of: party, by: limit.map { DayInterval($0).last })
  }

  /// The standing among the chosen positions of one party on an issue, newest first; empty: it has none.
  package func standing(
    of positions: [RecordedPosition], of party: ID<Party>, on issue: ID<Issue>
  ) -> [RecordedPosition] {
    let possible = positions.filter { if case .present(let id) = $0 { !graph.isFuture(id) } else { true } }
    let standing = RecordedDates.standing(of: possible.map(record.dates)).map { possible[$0] }
    // What was withdrawn since then stood on an earlier day.
    return limit == nil ? standing.filter { record.mayStand($0, on: issue, of: party) } : standing
  }
}

/// What a party holds on an issue, as a live view selects it.
package struct ChosenStanding: Sendable {
  package let party: ID<Party>
  /// The positions of the site; nil: there are none.
  package let present: Standing?
  /// Those that editions remember, newest first.
  package let remembered: [RememberedPosition]
}

extension RecordHistory {
  /// When a position was held and reported.
  func dates(of recorded: RecordedPosition) -> RecordedDates {
    switch recorded {
    case .present(let id): graph.dates(of: id)
    case .remembered(let old): old.dates
    }
  }

  /// Those of the site and those that editions remember, each in the order of `positions`.
  package func divided(
    _ positions: [RecordedPosition]
  ) -> (present: [ID<Position>], remembered: [RememberedPosition]) {
    var (present, remembered): ([ID<Position>], [RememberedPosition]) = ([], [])
    for recorded in positions {
      switch recorded {
      case .present(let id): present.append(id)
      case .remembered(let old): remembered.append(old)
      }
    }
    return (present, remembered)
  }

  /// Positions of one party on an issue in one list, newest first.
  ///
  /// - Parameters:
  ///   - present: newest first.
  ///   - remembered: newest first.
  package func merged(_ present: [ID<Position>], _ remembered: [RememberedPosition]) -> [RecordedPosition] {
    if remembered.isEmpty { return present.map(RecordedPosition.present) }
    let all = present.map(RecordedPosition.present) + remembered.map(RecordedPosition.remembered)
    let keys = all.enumerated().map { place, recorded in
      (recorded, dates(of: recorded).held.map { ($0.first, $0.last) } ?? (.min, .min), place)
    }
    return keys.sorted { ($1.1.0, $1.1.1, $0.2) < ($0.1.0, $0.1.1, $1.2) }.map(\.0)
  }
}
