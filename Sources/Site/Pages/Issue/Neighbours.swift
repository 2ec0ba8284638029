import Graph

/// The issues around one issue: those that files name as broader or related, and those that are often covered
/// by the same reports.
struct Neighbours {
  /// How an issue relates to the one in the middle.
  enum Kind: Hashable {
    case broader, narrower, related
    /// The same reports cover both, and no file relates them.
    case together
  }

  struct Neighbour: Hashable {
    let issue: ID<Issue>
    let kind: Kind
    /// The number of reports that cover both.
    let reports: Int
  }

  /// The largest number of issues that are added only because of shared reports; related issues are never
  /// left out.
  static let mostTogether = 8
  /// The largest number of issues in the picture.
  static let mostShown = 6

  /// Broader issues, narrower ones, related ones, then the others by the number of shared reports.
  let all: [Neighbour]

  init(of issue: Issue, in site: SiteIndex, _ reports: IssueReports) {
    let companions = reports.companions(of: issue.id, least: 1)
    let counts = Dictionary(uniqueKeysWithValues: companions.map { ($0.issue, $0.reports) })
    var all: [Neighbour] = []
    var known: Set<ID<Issue>> = [issue.id]
    func add(_ issues: some Sequence<ID<Issue>>, _ kind: Kind) {
      for issue in issues where known.insert(issue).inserted {
        all.append(Neighbour(issue: issue, kind: kind, reports: counts[issue] ?? 0))
      }
    }
    add(issue.broader, .broader)
    add(site.narrower[issue.id], .narrower)
    add(site.related[issue.id], .related)
    let others = companions.filter { $0.reports >= IssueMap.leastReports && !known.contains($0.issue) }
    add(others.prefix(Self.mostTogether).map(\.issue), .together)
    self.all = all
  }

  /// The issues that the picture shows above and below the issue: broader issues above all others, narrower
  /// ones below.
  var rows: (above: [Neighbour], below: [Neighbour]) {
    let turns: [[Neighbour]] = [Kind.broader, .narrower, .related, .together].map { kind in
      all.filter { $0.kind == kind }
    }
    // The kinds take turns, so that no kind crowds out the others.
    var shown: [Neighbour] = []
    for turn in 0..<all.count {
      for kind in turns where kind.indices.contains(turn) && shown.count < Self.mostShown {
        shown.append(kind[turn])
      }
    }
    var above = shown.filter { $0.kind == .broader }
    var below = shown.filter { $0.kind == .narrower }
    for other in shown where other.kind == .related || other.kind == .together {
      if above.count <= below.count { above.append(other) } else { below.append(other) }
    }
    return (above, below)
  }
}
