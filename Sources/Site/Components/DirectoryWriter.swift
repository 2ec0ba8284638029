import Content
import Graph

/// Writes the entries of the lists of all issues and of all parties: a link, what it is, and what the site knows about it.
struct DirectoryWriter {
  let page: PageLinks

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  /// Writes an issue: its summary, the two ends of the stances on it, and how many positions of how many parties it has.
  func entry(_ issue: ID<Issue>, into output: inout HTML) {
    output.raw("<li>")
    page.issueLink(issue, into: &output)
    range(of: issue, into: &output)
    output.raw("\n")
    summary(graph.issues[issue.index].file?.summary, into: &output)
    let parties = Set(graph.standings[issue].map(\.party)).union(graph.standings.rememberedParties(on: issue))
    facts(graph.positionsOfIssue[issue], .partyCount, parties.count, into: &output)
    output.raw("</li>\n")
  }

  /// Writes a party: its summary, whom it acts for, its end, and how many positions on how many issues it has.
  func entry(_ party: ID<Party>, into output: inout HTML) {
    output.raw("<li")
    output.hueClass(party, of: page.site.hues)
    output.raw(">")
    page.partyLink(party, into: &output)
    role(of: party, into: &output)
    output.raw("\n")
    summary(graph.parties[party.index].file?.summary, into: &output)
    let positions = graph.positionsOfParty[party]
    let issues = Set(positions.map { graph.positions[$0.index].issue })
    facts(positions, .issueCount, issues.count, into: &output)
    output.raw("</li>\n")
  }

  /// The stances on an issue that oppose and support it most; the mixed stance, which is between no two others, only if there is no
  /// other.
  private func range(of issue: ID<Issue>, into output: inout HTML) {
    let current = graph.heldStances(on: issue).filter { $0.heldUntil == nil }.flatMap(\.all)
    let stances = Set(current.filter { graph.answersPresentQuestion($0, on: issue) }.compactMap(\.stance))
    let scale = stances.filter { $0.value != nil }.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
    let ends = scale.isEmpty ? Array(stances) : scale.count == 1 ? scale : [scale[0], scale[scale.count - 1]]
    if ends.isEmpty { return }
    output.raw(" <span>")
    for (place, stance) in ends.enumerated() {
      if place > 0 { output.raw(" – ") }
      words.stances.write(stance, into: &output)
    }
    output.raw("</span>")
  }

  /// Whom a party acts for, and until when it existed.
  private func role(of party: ID<Party>, into output: inout HTML) {
    let principal = graph.parties[party.index].actsFor
    let end = graph.lifetimes.end(of: party)
    if principal == nil, end == nil { return }
    output.raw(" <span class=\"count\">")
    if let principal {
      words.write(.actsForParty, into: &output) {
        $0.append(contentsOf: page.site.partyNames[principal.index])
      }
    }
    if let end {
      if principal != nil { words.write(.comma, into: &output) }
      words.write(.untilDateWithin, into: &output) { words.dates.time(end, into: &$0) }
    }
    output.raw("</span>")
  }

  private func summary(_ text: String?, into output: inout HTML) {
    guard let text else { return }
    output.raw("<p>")
    output.escaped(text)
    output.raw("</p>\n")
  }

  /// The number of positions, that of the parties or issues, and the date of the newest position; nothing without positions.
  ///
  /// - Parameter positions: newest first.
  private func facts(
    _ positions: ArraySlice<ID<Position>>, _ key: StringKey, _ count: Int, into output: inout HTML
  ) {
    guard let newest = positions.first else { return }
    output.raw("<p class=\"in-short\">")
    words.write(.positionCount, count: positions.count, into: &output)
    words.write(.comma, into: &output)
    words.write(key, count: count, into: &output)
    if let date = graph.positions[newest.index].date {
      words.write(.comma, into: &output)
      words.write(.asOfWithin, into: &output) { words.dates.time(date, into: &$0) }
    }
    output.raw("</p>\n")
  }
}
