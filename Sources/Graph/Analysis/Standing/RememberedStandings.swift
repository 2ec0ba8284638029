import Content

/// The stance of a position with the days of its date, whether a report of the site has it or only an edition remembers it.
package struct DatedStance: Sendable, Hashable {
  /// nil: unrated.
  package let stance: Stance?
  /// The days of its date; nil: undated.
  package let interval: DayInterval?

  package init(stance: Stance?, interval: DayInterval?) {
    self.stance = stance
    self.interval = interval
  }
}

/// What editions tell about the standing of a party on an issue.
package struct RememberedStanding: Sendable {
  package let issue: ID<Issue>
  package let party: ID<Party>
  /// The positions of the site that stand beside those that editions remember; the others are superseded.
  package let present: [ID<Position>]
  /// What stands of what editions remember, the newest first.
  package let stances: [DatedStance]

  package init(
    issue: ID<Issue>, party: ID<Party>, present: [ID<Position>], stances: [DatedStance]
  ) {
    self.issue = issue
    self.party = party
    self.present = present
    self.stances = stances
  }
}

/// All stances that a party holds on an issue, those that only editions remember among them.
package struct HeldStances: Sendable, Hashable {
  package let party: ID<Party>
  /// The stance of each position, with the days of its date; nil: unrated. Never empty.
  package let all: [DatedStance]
  /// The date until which they were held: the `to:` of a party that has ended; nil: they are current.
  package let heldUntil: PartialDate?

  /// The different stances, those that support most first, unrated last.
  package var stances: [Stance?] { IssueGraph.ordered(Set(all.map(\.stance))) }
}

extension IssueGraph {
  /// The same graph with what editions remember: positions of the site that remembered ones supersede are not part of a
  /// standing, and the stances of remembered ones that stand count. `RecordHistory` is what calls it.
  package func remembering(_ pairs: [RememberedStanding]) -> IssueGraph {
    if pairs.isEmpty { return self }
    var lists = self.lists
    lists.standings = standings.remembering(pairs)
    return IssueGraph(lists)
  }

  /// What a party holds on an issue; nil: nothing.
  package func heldStances(of party: ID<Party>, on issue: ID<Issue>) -> HeldStances? {
    held(standings[issue, party]?.positions ?? [], by: party, on: issue)
  }

  /// What each party holds on an issue, by party.
  package func heldStances(on issue: ID<Issue>) -> [HeldStances] {
    let present = standings[issue].compactMap { held($0.positions, by: $0.party, on: issue) }
    let others = standings.rememberedParties(on: issue).filter { standings[issue, $0] == nil }
    if others.isEmpty { return present }
    return (present + others.compactMap { held([], by: $0, on: issue) }).sorted { $0.party < $1.party }
  }

  private func held(
    _ positions: ArraySlice<ID<Position>>, by party: ID<Party>, on issue: ID<Issue>
  ) -> HeldStances? {
    let present = positions.map { id in
      DatedStance(
        stance: self.positions[id.index].stance, interval: self.positions[id.index].interval)
    }
    let all = present + standings.remembered(on: issue, of: party)
    if all.isEmpty { return nil }
    return HeldStances(party: party, all: all, heldUntil: lifetimes.end(of: party))
  }

  /// Whether a stance of these days answers the present question of an issue.
  package func answersPresentQuestion(_ stance: DatedStance, on issue: ID<Issue>) -> Bool {
    reworded[issue]?.isPresent(on: stance.interval) ?? true
  }
}
