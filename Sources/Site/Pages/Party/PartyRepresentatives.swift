import Graph

/// Those in office who act for a party, whose positions are read with its own.
struct PartyRepresentatives {
  /// The parties in office with positions that act for the party, directly or through others in office; the nearest first.
  let all: [ID<Party>]

  init(of party: ID<Party>, in site: SiteIndex) {
    let lifetimes = site.graph.lifetimes
    var found = site.representatives[party].filter { lifetimes.isInOffice($0) }
    var seen = Set(found)
    var next = 0
    while next < found.count {
      for further in site.representatives[found[next]]
      where lifetimes.isInOffice(further) && seen.insert(further).inserted {
        found.append(further)
      }
      next += 1
    }
    all = found.filter {
      !site.graph.positionsOfParty[$0].isEmpty || !site.record.rememberedIssues(of: $0).isEmpty
    }
  }
}
