extension IssueGraph {
  /// The anchor of a position's cell on its report's page: `<issue>--<party>`, with `--2` … from the second
  /// position of the pair in that report on.
  package func anchor(of id: ID<Position>) -> String {
    names(of: id).anchor
  }

  /// The names under which a position was published, besides those that it has now.
  package func formerNames(of id: ID<Position>) -> [PublishedNames] {
    formerNames.ofPositions[id.index] ?? []
  }

  /// The names under which positions were published in whose place a silent cell stands by a correction.
  package func formerNames(of id: ID<SilentCell>) -> [PublishedNames] {
    formerNames.ofSilentCells[id.index] ?? []
  }

  /// The names under which cells of a report were published whose place newer ones took.
  package func namesOfReplaced(in report: ID<ReportEntry>) -> [PublishedNames] {
    formerNames.ofReplaced[report] ?? []
  }

  /// Whether cells were published under other names than those that they have now.
  package var hasFormerNames: Bool { !formerNames.isEmpty }

  /// The names that a position has now.
  package func names(of id: ID<Position>) -> PublishedNames {
    let position = positions[id.index]
    return PublishedNames(
      report: reports[position.report.index].slug, issue: issues[position.issue.index].slug,
      party: parties[position.party.index].slug, ordinal: position.ordinal)
  }

  /// All names under which cells were published that are still part of the record, besides those that they have now.
  package var publishedNames: [PublishedNames] {
    formerNames.ofPositions.values.flatMap(\.self) + formerNames.ofSilentCells.values.flatMap(\.self)
      + formerNames.ofReplaced.values.flatMap(\.self)
  }

  /// The anchor of a tension on its report's page: `tension:<issue>--<party>` of its first position, with
  /// `--2` … from the second tension about the pair in that report on.
  package func anchor(of id: ID<Tension>) -> String {
    let tension = tensions[id.index]
    return tension.anchor(
      issue: issues[tension.first.issue.index].slug, party: parties[tension.first.party.index].slug)
  }

  /// The anchor of a position on its issue's page: `<party>--<report>`, with `--2` … from the second on.
  package func anchorOnIssuePage(of id: ID<Position>) -> String {
    names(of: id).anchorOnIssuePage
  }
}

extension Tension {
  /// `tension:<issue>--<party>`, with the slugs of its first position's issue and party.
  func anchor(issue: String, party: String) -> String {
    let pair = "tension:" + issue + "--" + party
    return ordinal == 1 ? pair : pair + "--\(ordinal)"
  }
}
