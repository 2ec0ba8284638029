import Content
import Editions
import Graph

/// Writes the number of positions of each party on each issue, and the age of the newest.
struct CoverageTableWriter {
  let page: PageLinks
  let coverage: Coverage
  /// The issues that have a position.
  let issues: [ID<Issue>]
  private let parties: [ID<Party>]
  /// The positions that are due for review.
  private let due: Set<ID<Position>>

  init(page: PageLinks, coverage: Coverage, issues: [ID<Issue>]) {
    self.page = page
    self.coverage = coverage
    self.issues = issues
    let graph = page.site.graph
    let remembered = Set(issues.flatMap { graph.standings.rememberedParties(on: $0) })
    parties = graph.parties.map(\.id).filter {
      !graph.positionsOfParty[$0].isEmpty || remembered.contains($0)
    }
    due = Set(coverage.stale.map(\.position))
  }

  /// The largest number of parties for which a cell has words; with more, it has only a number.
  private static let mostParties = 8
  private var isDense: Bool { parties.count > Self.mostParties }

  private var graph: IssueGraph { page.site.graph }
  private var words: LocalizedStrings { page.site.words }

  /// Above the matrix's limit of cells, each issue is a single row of totals.
  func write(into output: inout HTML) {
    let isSummedUp = issues.count * parties.count > MatrixParts.mostCells
    if !isSummedUp { HeatStyle.writeLegend(words, into: &output) }
    output.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    words.write(.issuesByParties, into: &output)
    output.raw("\">\n<table class=\"matrix coverage")
    output.raw(isDense && !isSummedUp ? " dense\">" : "\">")
    output.raw("\n<caption>")
    words.write(.countsAre, into: &output)
    output.raw("</caption>\n<thead>\n<tr><td></td>")
    if isSummedUp {
      for word in [StringKey.parties, .positions, .newest, .due] {
        output.raw("<th scope=\"col\">")
        words.write(word, into: &output)
        output.raw("</th>")
      }
    } else {
      for party in parties { page.columnHeading(party, into: &output) }
    }
    output.raw("</tr>\n</thead>\n<tbody>\n")
    for issue in issues {
      output.raw("<tr><th scope=\"row\">")
      page.issueLink(issue, into: &output)
      output.raw("</th>")
      if isSummedUp { sum(issue, into: &output) } else { cells(issue, into: &output) }
      output.raw("</tr>\n")
    }
    output.raw("</tbody>\n</table>\n</div>\n")
  }

  /// The kinds of evidence of the positions in the table, in the usual order; none if it has only totals.
  var evidenceKinds: [Evidence] {
    if issues.count * parties.count > MatrixParts.mostCells { return [] }
    let kinds = EvidenceIndex.kinds(of: graph)
    return Evidence.allCases.filter { kinds[$0] != nil }
  }

  /// Writes the check boxes by which the script filters cells.
  func filter(_ kinds: [Evidence], into output: inout HTML) {
    for kind in kinds {
      output.raw("<label class=\"check\"><input type=\"checkbox\" name=\"evidence\" value=\"")
      output.escaped(kind.rawValue)
      output.raw("\"> ")
      words.write(kind.word, into: &output)
      output.raw("</label>\n")
    }
  }

  private func cells(_ issue: ID<Issue>, into output: inout HTML) {
    for party in parties {
      guard let standing = graph.standings[issue, party] else {
        remembered(issue, party, into: &output)
        continue
      }
      output.raw("<td class=\"")
      output.raw(HeatStyle.of(standing.count))
      output.raw(isDue(standing) ? " due\"" : "\"")
      MatrixWriter.evidence(standing.positions.map { graph.positions[$0.index].evidence }, into: &output)
      content(issue, party, count: standing.count, into: &output) { age(standing, into: &$0) }
    }
  }

  /// Writes the end of a cell's tag, and what it has in it.
  private func content(
    _ issue: ID<Issue>, _ party: ID<Party>, count: Int, into output: inout HTML,
    _ age: (inout HTML) -> Void
  ) {
    output.raw("><a href=\"")
    page.issue(issue, into: &output)
    output.raw("#")
    output.append(page.site.partySlugs, party.index)
    output.raw("\">")
    if isDense { number(count, into: &output, age) } else { words(count, into: &output, age) }
    output.raw("</td>")
  }

  /// Writes what still stands although no report of the site has it any more; an empty cell without it.
  private func remembered(_ issue: ID<Issue>, _ party: ID<Party>, into output: inout HTML) {
    let positions = page.site.record.rememberedStanding(issue, of: party)
    guard let newest = positions.first else { return output.raw("<td></td>") }
    output.raw("<td class=\"")
    output.raw(HeatStyle.of(positions.count))
    output.raw("\"")
    content(issue, party, count: positions.count, into: &output) { origin(of: newest, into: &$0) }
  }

  private func origin(of remembered: RememberedPosition, into output: inout HTML) {
    if let date = remembered.position.date {
      words.dates.time(date, into: &output)
      words.write(.comma, into: &output)
    }
    words.write(originOf: remembered, into: &output)
  }

  /// The number of positions and, below it, the age of the newest.
  private func words(_ count: Int, into output: inout HTML, _ age: (inout HTML) -> Void) {
    words.write(.positionCount, count: count, into: &output)
    output.raw("</a> <span class=\"count\">")
    age(&output)
    output.raw("</span>")
  }

  /// Only the number; screen readers also get the words.
  private func number(_ count: Int, into output: inout HTML, _ age: (inout HTML) -> Void) {
    output.raw("<span aria-hidden=\"true\">")
    output.number(count)
    output.raw("</span><span class=\"unseen\">")
    words.write(.positionCount, count: count, into: &output)
    words.write(.comma, into: &output)
    age(&output)
    output.raw("</span></a>")
  }

  private func isDue(_ standing: Standing) -> Bool { standing.positions.contains { due.contains($0) } }

  private func age(_ standing: Standing, into output: inout HTML) {
    date(of: standing.newest, into: &output)
    guard isDue(standing) else { return }
    output.raw("; ")
    words.write(.reviewDue, into: &output)
  }

  private func sum(_ issue: ID<Issue>, into output: inout HTML) {
    let holders = graph.heldStances(on: issue).count
    output.raw("<td>")
    words.write(.someOfAll, into: &output) {
      $0.number(holders)
    } _: {
      $0.number(parties.count)
    }
    output.raw("</td><td>")
    output.number(graph.positionsOfIssue[issue].count)
    output.raw("</td><td>")
    if let newest = graph.positionsOfIssue[issue].first { date(of: newest, into: &output) }
    let due = coverage.staleOfIssue[issue].count
    output.raw(due > 0 ? "</td><td class=\"due\">" : "</td><td>")
    output.number(due)
    output.raw("</td>")
  }

  /// Writes the date of a position; a script adds its age, which a page that is not built again would get wrong.
  private func date(of id: ID<Position>, into output: inout HTML) {
    guard let date = graph.positions[id.index].date else { return words.write(.undated, into: &output) }
    words.dates.time(date, into: &output)
  }
}

/// The colour of a cell in the coverage table: the more positions, the stronger. The cell also shows the
/// number.
enum HeatStyle {
  /// Style classes by the smallest number of positions, with their labels in the legend.
  private static let steps: [(least: Int, style: StaticString, range: StaticString)] = [
    (8, "heat-4", "8+"), (4, "heat-3", "4–7"), (2, "heat-2", "2–3"), (1, "heat-1", "1"),
  ]

  static func of(_ positions: Int) -> StaticString {
    steps.first { positions >= $0.least }?.style ?? "heat-1"
  }

  /// Appends the legend of the colours.
  static func writeLegend(_ words: LocalizedStrings, into output: inout HTML) {
    output.raw("<p class=\"legend\"><span>")
    words.write(.positionsInCell, into: &output)
    output.raw("</span>")
    for step in steps.reversed() {
      output.raw(" <span class=\"heat ")
      output.raw(step.style)
      output.raw("\">")
      output.raw(step.range)
      output.raw("</span>")
    }
    output.raw("</p>\n")
  }
}
