import Graph

/// Writes badges for gaps and due reviews on a report, issue or party, as links to the coverage page.
struct BadgeWriter {
  /// One badge.
  enum Badge: Sendable, Hashable {
    /// The number of positions that are due for review.
    case due(Int)
    /// A core issue without a row in any report.
    case noRow
    /// An affected party without a column in any report.
    case noColumn
    /// The number of core issues of a report that have no row in it.
    case issuesWithoutRow(Int)
    /// The number of affected parties of a report that have no column in it.
    case partiesWithoutColumn(Int)
  }

  let page: PageLinks

  func badges(ofIssue id: ID<Issue>) -> [Badge] {
    guard let coverage = page.site.coverage else { return [] }
    return Self.due(coverage.staleOfIssue[id].count) + (coverage.issueHasNoRow[id.index] ? [.noRow] : [])
  }

  func badges(ofParty id: ID<Party>) -> [Badge] {
    guard let coverage = page.site.coverage else { return [] }
    return Self.due(coverage.staleOfParty[id].count)
      + (coverage.partyHasNoColumn[id.index] ? [.noColumn] : [])
  }

  func badges(ofReport id: ID<ReportEntry>) -> [Badge] {
    guard let coverage = page.site.coverage else { return [] }
    let gaps = coverage.gaps[coverage.gapsOfReport[id.index]]
    let issues = gaps.count { if case .issue = $0.subject { true } else { false } }
    return Self.due(coverage.staleOfReport[id].count) + (issues > 0 ? [.issuesWithoutRow(issues)] : [])
      + (gaps.count > issues ? [.partiesWithoutColumn(gaps.count - issues)] : [])
  }

  private static func due(_ count: Int) -> [Badge] { count > 0 ? [.due(count)] : [] }

  static func write(_ badges: [Badge], on page: PageLinks, into output: inout HTML) {
    output.raw("<ul class=\"badges\">\n")
    for badge in badges {
      let isDue = if case .due = badge { true } else { false }
      output.raw("<li><a class=\"badge badge-")
      output.raw(isDue ? "due" : "gap")
      output.raw("\" href=\"")
      page.page(CoveragePage.address, anchor: isDue ? "page:stale" : "page:gaps", into: &output)
      output.raw("\">")
      write(badge, page.site.words, into: &output)
      output.raw("</a></li>\n")
    }
    output.raw("</ul>\n")
  }

  private static func write(_ badge: Badge, _ words: LocalizedStrings, into output: inout HTML) {
    switch badge {
    case .due(let count): words.write(.positionsDue, count: count, into: &output)
    case .noRow: words.write(.noRowYet, into: &output)
    case .noColumn: words.write(.noColumnYet, into: &output)
    case .issuesWithoutRow(let count): words.write(.issuesWithoutRow, count: count, into: &output)
    case .partiesWithoutColumn(let count): words.write(.partiesWithoutColumn, count: count, into: &output)
    }
  }
}
