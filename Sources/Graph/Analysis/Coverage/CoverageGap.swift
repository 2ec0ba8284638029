import Content

/// A core issue of a report without a row in it, or an affected party without a column that existed at the report's date.
package struct CoverageGap: Sendable, Hashable {
  package let report: ID<ReportEntry>
  package let subject: MentionSubject
  /// Where the report declares it, as UTF-8 byte offsets in the report's file.
  package let range: Range<Int>
  /// Whether no other report has a row or column for it either.
  package let isNowhere: Bool

  /// The gaps of one report, without duplicates; issues before parties; each in the author's order.
  static func gaps(of entry: ReportEntry, in graph: IssueGraph) -> [CoverageGap] {
    var gaps: [CoverageGap] = []
    let rows = graph.issuesOfReport[entry.id]
    let columns = graph.partiesOfReport[entry.id]
    for reference in entry.links.references where reference.key.isDeclaration {
      let isNowhere: Bool
      switch reference.subject {
      case .issue(let issue) where !rows.contains(issue): isNowhere = graph.reportsOfIssue[issue].isEmpty
      case .party(let party) where !columns.contains(party) && graph.existed(party, at: entry):
        isNowhere = graph.reportsOfParty[party].isEmpty
      default: continue
      }
      gaps.append(
        CoverageGap(
          report: entry.id, subject: reference.subject, range: reference.range, isNowhere: isNowhere))
    }
    var seen: Set<MentionSubject> = []
    return gaps.filter { seen.insert($0.subject).inserted }
  }
}

extension NameReference.Key {
  /// Whether a report promises with it to compare the issue or the party.
  var isDeclaration: Bool { self == .coreIssues || self == .affects }
}
