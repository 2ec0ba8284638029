extension Edition.Records {
  /// Duplicate records, and references to records that are not in the file; in the order of the file.
  var problems: [InvalidEdition] {
    var problems: [InvalidEdition] = []
    let reportSlugs = Self.slugs(reports.map(\.slug), of: "report", in: "reports", &problems)
    let issueSlugs = Self.slugs(issues.map(\.slug), of: "issue", in: "issues", &problems)
    let partySlugs = Self.slugs(parties.map(\.slug), of: "party", in: "parties", &problems)
    for (index, party) in parties.enumerated() {
      let named =
        [("acts-for", party.actsFor), ("succeeds", party.succeeds)]
        + party.memberships.enumerated().map { ("member-of[\($0)].party", $1.bloc) }
      for case (let key, let slug?) in named where !partySlugs.contains(slug) {
        problems.append(InvalidEdition("parties[\(index)].\(key)", "this edition has no party “\(slug)”"))
      }
    }
    // Files are sorted by these fields, so that their order alone nearly always tells that none occurs twice.
    let mayRepeat = !zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 }
    var seen: Set<PositionKey> = []
    for (index, position) in positions.enumerated() {
      let references = [
        ("issue", position.issue, issueSlugs), ("party", position.party, partySlugs),
        ("report", position.report, reportSlugs),
      ]
      for (kind, slug, known) in references where !known.contains(slug) {
        problems.append(
          InvalidEdition("positions[\(index)].\(kind)", "this edition has no \(kind) “\(slug)”"))
      }
      if mayRepeat, !seen.insert(PositionKey(position)).inserted {
        problems.append(InvalidEdition("positions[\(index)]", "this position is already in the list"))
      }
    }
    for (index, cell) in silentCells.enumerated() {
      let references = [
        ("issue", cell.issue, issueSlugs), ("party", cell.party, partySlugs),
        ("report", cell.report, reportSlugs),
      ]
      for (kind, slug, known) in references where !known.contains(slug) {
        problems.append(InvalidEdition("silent[\(index)].\(kind)", "this edition has no \(kind) “\(slug)”"))
      }
    }
    return problems
  }

  private static func slugs(
    _ slugs: [String], of kind: String, in list: String, _ problems: inout [InvalidEdition]
  ) -> Set<String> {
    var seen: Set<String> = []
    for (index, slug) in slugs.enumerated() where !seen.insert(slug).inserted {
      problems.append(
        InvalidEdition("\(list)[\(index)].slug", "another \(kind) already has the slug “\(slug)”"))
    }
    return seen
  }

  /// The fields that identify a position of an edition.
  private struct PositionKey: Hashable {
    let issue: String
    let party: String
    let report: String
    let ordinal: Int

    init(_ position: FrozenPosition) {
      issue = position.issue
      party = position.party
      report = position.report
      ordinal = position.ordinal
    }
  }
}
