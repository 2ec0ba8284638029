import Diagnostics
import Graph

/// Those in office who act for a party, whose positions are read with its own.
struct PartyRepresentatives {
  /// The parties in office with positions that act for the party, directly or through others in office; the nearest first.
  let all: [ID<Party>]

  init(of party: ID<Party>, in site: SiteIndex) {
    let lifetimes = site.graph.lifetimes
    var found: [ID<Party>] = []
    var level = [party]
    // A party acts for one other, so that no one is found twice.
    for _ in 0..<Limit.actingLevels.value where !level.isEmpty {
      level = level.flatMap { site.representatives[$0].filter { lifetimes.isInOffice($0) } }
      found += level
    }
    all = found.filter {
      !site.graph.positionsOfParty[$0].isEmpty || !site.record.rememberedIssues(of: $0).isEmpty
    }
  }
}
