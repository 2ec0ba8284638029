extension EditionParts {
  /// Records that stand twice, or name what the edition does not hold; in the order of the file's lists.
  func faults() -> [JSONError] {
    var faults: [JSONError] = []
    let reportSlugs = slugs(reportRanges, "report", &faults)
    let issueSlugs = slugs(issueRanges, "issue", &faults)
    let partySlugs = slugs(partyRanges, "party", &faults)
    for (slug, range) in representedParties where !partySlugs.contains(slug) {
      faults.append(JSONError(message: "there is no party “\(slug)” in it", range: range))
    }
    var seen: Set<PositionKey> = []
    for (position, range) in positionRanges {
      let names = [
        ("issue", position.issue, issueSlugs), ("party", position.party, partySlugs),
        ("report", position.report, reportSlugs),
      ]
      for (kind, slug, known) in names where !known.contains(slug) {
        faults.append(JSONError(message: "there is no \(kind) “\(slug)” in it", range: range))
      }
      if !seen.insert(PositionKey(position)).inserted {
        faults.append(JSONError(message: "this position stands twice in it", range: range))
      }
    }
    return faults
  }

  private func slugs(
    _ records: [(slug: String, range: Range<Int>)], _ kind: String, _ faults: inout [JSONError]
  ) -> Set<String> {
    var slugs: Set<String> = []
    for (slug, range) in records where !slugs.insert(slug).inserted {
      faults.append(JSONError(message: "the \(kind) “\(slug)” stands twice in it", range: range))
    }
    return slugs
  }

  /// What tells one position of an edition from another.
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
