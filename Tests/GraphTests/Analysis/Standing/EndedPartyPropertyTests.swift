import Content
import Graph
import SampleArchives
import TestSupport
import Testing

/// Properties of parties with random dates, from fixed seeds.
@Suite("A party that has ended") struct EndedPartyPropertyTests {
  private static let today = PartialDate(year: 2023, month: 6, day: 15)

  /// A random archive in which parties have files with random dates.
  private static func graph(seed: UInt64) -> IssueGraph {
    var archive = RandomArchive(seed: seed)
    var random = SeededGenerator(seed: seed)
    let ownFolders = archive.files(reports: 8).filter { !$0.0.hasPrefix("parties/") }
    let issues = RandomArchive.issues.map {
      ("issues/p-\(RandomArchive.stem($0.0)).md", "---\ntitle: \($0.0)\nproposition: Yes.\n---\n")
    }
    let parties = RandomArchive.parties.map { name, alias in
      (
        "parties/\(RandomArchive.stem(name)).md",
        "---\ntitle: \(name)\naliases: [\(alias)]\nfrom: \(Self.date(&random, 2016...2022))\n"
          + "to: \(Self.date(&random, 2022...2024))\n---\n"
      )
    }
    var settings = SampleSite.settings
    settings.reviewAfter = ReviewPeriod("1 month")
    let reports = ownFolders.filter { !$0.0.hasPrefix("issues/") }
    return SampleSite(reports + issues + parties, settings: settings, today: today).graph
  }

  private static func date(_ random: inout SeededGenerator, _ years: ClosedRange<Int>) -> PartialDate {
    let year = Int.random(in: years, using: &random)
    let month = Bool.random(using: &random) ? Int.random(in: 1...12, using: &random) : nil
    return PartialDate(year: year, month: month)
  }

  /// The first day after a party's `to:`, compared with the build's day, told without the code under test.
  private static func hasEnded(_ party: Party) -> Bool {
    guard let to = party.file?.to else { return false }
    if to.year != today.year { return to.year < today.year }
    return to.month.map { $0 < 6 } ?? false
  }

  @Test("has no current, due or measured position, and loses none", arguments: 1...UInt64(60))
  func properties(seed: UInt64) {
    let graph = Self.graph(seed: seed)
    let ended = Set(graph.parties.filter(Self.hasEnded).map(\.id))
    let statuses = graph.statuses()
    for position in graph.positions {
      let status = statuses[position.id.index]
      #expect(status != .current || !ended.contains(position.party))
      #expect(status != .heldUntil || ended.contains(position.party))
      // The matrix has a cell for every pair with a position that is not in the future.
      if !graph.isFuture(position.id) { #expect(graph.standings[position.issue, position.party] != nil) }
    }
    for stale in Coverage(graph, today: Self.today).stale {
      #expect(!ended.contains(graph.positions[stale.position.index].party))
    }
    for issue in graph.issues {
      for party in ended { #expect(graph.side(of: party, on: issue.id).side == nil) }
    }
    for one in Coverage(graph, today: Self.today).oneSided { #expect(ended.isDisjoint(with: one.parties)) }
    for first in graph.parties {
      for second in graph.parties where first.id < second.id {
        let comparison = PairComparison(PartyPair(first.id, second.id), in: graph)
        let measured = comparison.apart + comparison.agreement + comparison.redLines
        for row in measured where ended.contains(first.id) || ended.contains(second.id) {
          if case .apart = row.distance { Testing.Issue.record("a distance of a party that has ended") }
        }
      }
    }
  }

  @Test("is among the random parties, and so is one that has not ended")
  func samples() {
    let parties = (1...UInt64(60)).flatMap { Self.graph(seed: $0).parties }
    #expect(parties.contains(where: Self.hasEnded) && !parties.allSatisfy(Self.hasEnded))
  }
}
