/// The number of reports that cover both issues of a pair, for some issues.
struct PairCounts {
  private let issues: [ID<Issue>]
  /// The number of reports that cover an issue, by index in `issues`.
  private let single: [Int]
  /// By issue of the graph: its index in `issues`; -1: it is not in the list.
  private let places: [Int32]
  /// By two indices, row by row; only entries with the lower index first are filled.
  private var together: [Int32]

  /// - Parameter issues: in the graph's order.
  init(_ issues: [ID<Issue>], _ reports: IssueReports, issueCount: Int) {
    self.issues = issues
    var places = [Int32](repeating: -1, count: issueCount)
    for (place, issue) in issues.enumerated() { places[issue.index] = Int32(place) }
    self.places = places
    single = issues.map { reports.reports[$0].count }
    together = Array(repeating: 0, count: issues.count * issues.count)
    for (low, issue) in issues.enumerated() {
      for report in reports.reports[issue] {
        for other in reports.issues[report] {
          let high = Int(places[other.index])
          if high > low { together[low * issues.count + high] += 1 }
        }
      }
    }
  }

  /// The number of reports that cover both; nil: one of them is not in the list.
  func reports(_ one: ID<Issue>, _ other: ID<Issue>) -> Int? {
    let (left, right) = (Int(places[one.index]), Int(places[other.index]))
    guard left >= 0, right >= 0, left != right else { return nil }
    return Int(together[min(left, right) * issues.count + max(left, right)])
  }

  /// Pairs of indices with at least `least` reports, each among the `anIssue` strongest of one of its issues;
  /// the strongest first.
  func strongest(least: Int, anIssue: Int) -> [IssueTie] {
    var pairs: [(low: Int, high: Int, count: Int, closeness: Int)] = []
    for low in issues.indices {
      for high in issues.indices.dropFirst(low + 1) {
        let count = Int(together[low * issues.count + high])
        if count < least { continue }
        pairs.append((low, high, count, count * 1_000_000 / max(single[low], single[high])))
      }
    }
    pairs.sort { ($1.closeness, $1.count, $0.low, $0.high) < ($0.closeness, $0.count, $1.low, $1.high) }
    var ranks = [Int](repeating: 0, count: issues.count)
    return pairs.compactMap { pair in
      defer {
        ranks[pair.low] += 1
        ranks[pair.high] += 1
      }
      guard ranks[pair.low] < anIssue || ranks[pair.high] < anIssue else { return nil }
      return IssueTie(first: issues[pair.low], second: issues[pair.high], relation: nil, reports: pair.count)
    }
  }
}
