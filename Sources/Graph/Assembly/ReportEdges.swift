import Content

/// Which issues and parties have rows and columns in which reports.
struct ReportEdges {
  /// By report, in order of first appearance there, without duplicates.
  private(set) var issues: [(from: ID<ReportEntry>, to: ID<Issue>)] = []
  private(set) var parties: [(from: ID<ReportEntry>, to: ID<Party>)] = []

  init(_ comparisons: [Comparison], site: SymbolTable) {
    var issueSeen = [Int32](repeating: -1, count: site.issues.members.count)
    var partySeen = [Int32](repeating: -1, count: site.parties.members.count)
    for comparison in comparisons {
      for heading in comparison.columns + comparison.rows {
        switch heading {
        case .issue(let id) where issueSeen[id.index] != comparison.report.rawValue:
          issueSeen[id.index] = comparison.report.rawValue
          issues.append((comparison.report, id))
        case .party(let id) where partySeen[id.index] != comparison.report.rawValue:
          partySeen[id.index] = comparison.report.rawValue
          parties.append((comparison.report, id))
        default: break
        }
      }
    }
  }

  /// The options that belong to each issue, newest report first.
  static func options(_ options: [Option], issueCount: Int) -> Edges<Issue, Option> {
    var pairs: [(from: ID<Issue>, to: ID<Option>)] = []
    var end = options.count
    while end > 0 {
      let report = options[end - 1].report
      var start = end - 1
      while start > 0, options[start - 1].report == report { start -= 1 }
      for option in options[start..<end] { pairs += option.issues.map { ($0, option.id) } }
      end = start
    }
    return Edges(count: issueCount, pairs: pairs)
  }
}
