/// The edges to mentions.
struct MentionEdges {
  let ofIssue: Edges<Issue, Mention>
  let ofParty: Edges<Party, Mention>
  let ofReport: Edges<ReportEntry, Mention>

  /// - Parameter mentions: by report, then place.
  init(_ mentions: [Mention], issueCount: Int, partyCount: Int, reportCount: Int) {
    ofIssue = Edges(
      count: issueCount, pairs: Self.pairs(mentions) { if case .issue(let id) = $0 { id } else { nil } })
    ofParty = Edges(
      count: partyCount, pairs: Self.pairs(mentions) { if case .party(let id) = $0 { id } else { nil } })
    ofReport = Edges(count: reportCount, pairs: mentions.lazy.map { ($0.report, $0.id) })
  }

  /// The mentions of certain subjects: newest report first, then by place.
  private static func pairs<Subject>(
    _ mentions: [Mention], _ subject: (MentionSubject) -> ID<Subject>?
  ) -> [(from: ID<Subject>, to: ID<Mention>)] {
    var pairs: [(from: ID<Subject>, to: ID<Mention>)] = []
    var end = mentions.count
    while end > 0 {
      var start = end - 1
      while start > 0, mentions[start - 1].report == mentions[start].report { start -= 1 }
      for mention in mentions[start..<end] {
        if let id = subject(mention.subject) { pairs.append((id, mention.id)) }
      }
      end = start
    }
    return pairs
  }
}

extension GraphLists {
  /// Rebuilds the edges to mentions.
  mutating func gatherMentions() {
    let edges = MentionEdges(
      mentions, issueCount: issues.count, partyCount: parties.count, reportCount: reports.count)
    mentionsOfIssue = edges.ofIssue
    mentionsOfParty = edges.ofParty
    mentionsOfReport = edges.ofReport
  }
}
