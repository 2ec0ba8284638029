import Content
import Editions
import Graph
import Markdown

/// Writes a table of issues by parties: the standing of each pair, each position in it as a link to its full text.
struct MatrixWriter {
  /// The largest number of cells for which the words of positions are shown.
  static let mostCellsWithWords = 600
  /// The largest number of parties for which cells show the word of a stance; with more, they show its sign.
  static let mostPartiesWithWords = 8
  /// The number of characters of a position that are shown.
  static let excerptLength = 72

  let page: PageLinks
  let issues: [ID<Issue>]
  let parties: [ID<Party>]
  /// Whether cells show the first words of positions.
  let showsWords: Bool
  /// Whether rows are grouped under the names of their groups.
  private let showsGroups: Bool
  /// The positions that are due for review; empty if the site does not show them.
  private let due: Set<ID<Position>>
  /// The record with what editions remember; nil: the matrix shows the graph alone.
  let record: RecordHistory?
  /// The selected part of the graph; nil: everything, with cells that link to the issues' pages.
  let choice: RecordChoice?

  /// The matrix of a live view; cells link to their sources.
  init(page: PageLinks, choice: RecordChoice, issues: ArraySlice<ID<Issue>>) {
    self.page = page
    self.choice = choice
    self.issues = Array(issues)
    showsGroups = false
    due = []
    record = nil
    parties = choice.parties
    showsWords = issues.count * parties.count <= Self.mostCellsWithWords
  }

  /// - Parameters:
  ///   - showsGroups: false if the page's title already names the group.
  ///   - only: the parties that are shown; nil: all that have a position on the issues.
  init(
    page: PageLinks, issues: [ID<Issue>], record: RecordHistory? = nil, showsGroups: Bool = true,
    only: Set<ID<Party>>? = nil
  ) {
    self.page = page
    self.record = record
    self.issues = issues
    choice = nil
    due = Set(page.site.coverage.map { $0.stale.map(\.position) } ?? [])
    self.showsGroups = showsGroups
    var isShown = [Bool](repeating: false, count: page.site.graph.parties.count)
    for issue in issues {
      for standing in page.site.graph.standings[issue] { isShown[standing.party.index] = true }
      if record == nil { continue }
      for party in page.site.graph.standings.rememberedParties(on: issue) { isShown[party.index] = true }
    }
    parties = isShown.indices.filter { isShown[$0] }.map { ID($0) }.filter { only?.contains($0) ?? true }
    showsWords = issues.count * parties.count <= Self.mostCellsWithWords
  }

  func write(into output: inout HTML) {
    if choice == nil { legend(into: &output) }
    output.raw("<div class=\"table-scroll\">\n<table class=\"matrix")
    if isDense { output.raw(" dense") }
    output.raw("\" aria-label=\"")
    page.site.words.write(.issuesByParties, into: &output)
    output.raw("\">\n")
    output.raw("<thead>\n<tr><td></td>")
    for party in parties {
      let end = choice.map { $0.end(of: party) } ?? page.site.graph.lifetimes.end(of: party)
      page.columnHeading(party, end: end, isNarrow: isDense, into: &output)
    }
    output.raw("</tr>\n</thead>\n")
    body(into: &output)
    output.raw("</table>\n</div>\n")
  }

  /// Whether cells show signs instead of words, by rules of `matrix.css`.
  var isDense: Bool { parties.count > Self.mostPartiesWithWords }

  private func legend(into output: inout HTML) {
    let graph = page.site.graph
    if issues.contains(where: { graph.heldStances(on: $0).contains { $0.all.contains { $0.stance != nil } } })
    {
      page.site.words.stances.writeLegend(showsSides: true, into: &output)
    }
  }

  /// Writes all rows, with a table body for each group of issues.
  private func body(into output: inout HTML) {
    let groups = IssueGroups(issues, in: page.site.graph)
    guard showsGroups, groups.areNamed else {
      output.raw("<tbody>\n")
      for issue in issues { row(issue, into: &output) }
      return output.raw("</tbody>\n")
    }
    for group in groups.groups {
      output.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
      output.number(parties.count + 1)
      output.raw("\"><span>")
      group.writeTitle(page.site.words, into: &output)
      output.raw("</span></th></tr>\n")
      for issue in group.issues { row(issue, into: &output) }
      output.raw("</tbody>\n")
    }
  }

  private func row(_ issue: ID<Issue>, into output: inout HTML) {
    output.raw("<tr><th scope=\"row\">")
    page.issueLink(issue, into: &output)
    output.raw("</th>")
    if let choice {
      let standings = Dictionary(choice.standings(on: issue).map { ($0.party, $0) }) { first, _ in first }
      let reports = page.site.graph.reportCounts(of: choice.positions(on: issue))
      for party in parties {
        let standing = standings[party]
        let remembered = standing?.remembered ?? []
        if let present = standing?.present {
          cell(issue, present, reports[party] ?? 1, remembered: remembered, into: &output)
        } else {
          self.remembered(remembered, issue, party, into: &output)
        }
      }
    } else {
      var standings = page.site.graph.standings[issue].makeIterator()
      var standing = standings.next()
      let reports = page.site.graph.reportCounts(of: page.site.graph.positionsOfIssue[issue])
      for party in parties {
        while let before = standing, before.party < party { standing = standings.next() }
        guard let present = standing, present.party == party else {
          remembered(issue, party, into: &output)
          continue
        }
        let remembered = record?.rememberedStanding(issue, of: party) ?? []
        cell(issue, present, reports[party] ?? 1, remembered: remembered, into: &output)
        standing = standings.next()
      }
    }
    output.raw("</tr>\n")
  }

  func emptyCell(of party: ID<Party>, into output: inout HTML) {
    output.raw("<td class=\"none\"")
    label(party, into: &output)
    output.raw(">")
    page.site.words.write(.noPositionReported, into: &output)
    output.raw("</td>")
  }

  /// Writes the attribute with the name of the column, which narrow screens show at the cell.
  func label(_ party: ID<Party>, into output: inout HTML) {
    if isDense { return }
    output.raw(" data-label=\"")
    output.append(page.site.partyNames, party.index)
    output.raw("\"")
  }

  private func isRemembered(_ issue: ID<Issue>, _ party: ID<Party>) -> Bool {
    record.map { !$0.remembered(on: issue, of: party).isEmpty } ?? false
  }

  /// How long the stance of a cell has been held; nil: no longer than its date says.
  private func held(_ issue: ID<Issue>, of standing: Standing) -> HeldStance? {
    guard let record, standing.heldUntil == nil, standing.positions.count == 1,
      let held = record.held(issue, standing.party), held.confirmed != nil
    else { return nil }
    return held
  }

  private func title(of held: HeldStance) -> String? {
    guard let confirmed = held.confirmed else { return nil }
    let words = page.site.words
    return words.text(
      .heldSinceConfirmed, words.stances.name(held.stance), words.dates.text(held.since),
      words.dates.text(confirmed))
  }

  /// - Parameters:
  ///   - reports: the number of reports with a position of the party.
  ///   - remembered: positions beside those of the standing that only editions remember.
  private func cell(
    _ issue: ID<Issue>, _ standing: Standing, _ reports: Int, remembered: [RememberedPosition] = [],
    into output: inout HTML
  ) {
    let statements = page.site.graph.statements(of: standing.positions)
    let isSingle = statements.count + remembered.count == 1
    let isDue = standing.positions.contains { due.contains($0) }
    let areComparable =
      standing.positions.allSatisfy { page.site.graph.answersPresentQuestion($0) }
      && remembered.allSatisfy { isComparable($0, on: issue) }
    openCell(
      isSingle ? stance(of: statements[0]) : nil, isSingle: isSingle,
      mark: standing.heldUntil != nil ? "ended" : isDue ? "due" : nil, isComparable: areComparable,
      attributes: { output in
        if choice == nil { Self.evidence(evidence(of: standing), into: &output) }
        label(standing.party, into: &output)
      }, into: &output)
    for (place, statement) in statements.enumerated() {
      if !isSingle {
        output.raw("<span class=\"")
        output.raw(stance(of: statement)?.styleClass ?? "unrated")
        output.raw("\">")
      }
      link(
        to: statement, on: issue, of: standing,
        reports: place == statements.count - 1 ? reports : 1, isDue: isDue, into: &output)
      if !isSingle { output.raw("</span>") }
    }
    for position in remembered { part(position, on: issue, of: standing.party, into: &output) }
    output.raw("</td>")
  }

  /// The kinds of evidence on which a standing rests.
  private func evidence(of standing: Standing) -> [EvidenceKinds] {
    standing.positions.map { page.site.graph.positions[$0.index].evidence }
  }

  private func stance(of statement: Statement) -> Stance? {
    page.site.graph.positions[statement.first.index].stance
  }

  /// - Parameter reports: how many reports the cell counts; 1: nothing is said of them.
  private func link(
    to statement: Statement, on issue: ID<Issue>, of standing: Standing, reports: Int, isDue: Bool,
    into output: inout HTML
  ) {
    let position = page.site.graph.positions[statement.first.index]
    output.raw("<a href=\"")
    if choice == nil {
      page.issue(issue, into: &output)
      output.raw("#")
      output.append(page.site.partySlugs, standing.party.index)
    } else {
      page.position(statement.first, into: &output)
    }
    let mayBeHeld = reports > 1 || isRemembered(issue, standing.party)
    let held = mayBeHeld ? held(issue, of: standing) : nil
    if let title = held.flatMap(title) {
      output.raw("\" title=\"")
      output.escaped(title)
    }
    output.raw("\" aria-label=\"")
    name(of: position, standing, reports: reports, isDue: isDue, into: &output)
    output.raw("\">")
    writeStance(position.stance, into: &output)
    if showsWords { excerpt(of: position, into: &output) }
    if let date = position.date { time(date, into: &output) }
    if let end = standing.heldUntil {
      self.held(until: end, into: &output)
    } else if isDue {
      output.raw(" <i>")
      page.site.words.write(.reviewDue, into: &output)
      output.raw("</i>")
    }
    if let since = held?.since, !isDense {
      output.raw(" <small>· ")
      page.site.words.write(.sinceDate, into: &output) {
        page.site.words.dates.time(PartialDate(year: since.year, month: since.month), into: &$0)
      }
      output.raw("</small>")
    }
    if reports > 1 {
      output.raw(" <small>×")
      output.number(reports)
      output.raw("</small>")
    }
    if !page.site.graph.answersPresentQuestion(statement.first) {
      output.raw(" <small>")
      page.site.words.write(.earlierProposition, into: &output)
      output.raw("</small>")
    }
    output.raw("</a>")
  }

  func writeStance(_ stance: Stance?, into output: inout HTML) {
    guard let stance else { return page.site.words.write(.unrated, into: &output) }
    page.site.words.stances.writeName(stance, into: &output)
  }

  /// Writes what the link of a cell says on its own: the party, the issue, the stance, the month, the number of reports and
  /// what the cell's marks say.
  private func name(
    of position: Position, _ standing: Standing, reports: Int, isDue: Bool, into output: inout HTML
  ) {
    let words = page.site.words
    words.write(.labelled, into: &output) {
      page.plainPositionNames(position.party, on: position.issue, into: &$0)
    } _: {
      writeStance(position.stance, into: &$0)
      if let date = position.date {
        words.write(.comma, into: &$0)
        words.dates.readable(PartialDate(year: date.year, month: date.month), into: &$0)
      }
      if reports > 1 {
        words.write(.comma, into: &$0)
        words.write(.reportCount, count: reports, into: &$0)
      }
      if let end = standing.heldUntil {
        words.write(.comma, into: &$0)
        words.write(.heldUntilWithin, into: &$0) { words.dates.readable(end, into: &$0) }
      } else if isDue {
        words.write(.comma, into: &$0)
        words.write(.reviewDue, into: &$0)
      }
    }
  }

  func held(until end: PartialDate, into output: inout HTML) {
    output.raw(" <i>")
    page.site.words.write(.heldUntilWithin, into: &output) { page.site.words.dates.readable(end, into: &$0) }
    output.raw("</i>")
  }

  /// Writes the month of a position; in a dense matrix, the style sheet may shorten it to its year.
  func time(_ date: PartialDate, into output: inout HTML) {
    output.raw(" ")
    if isDense {
      output.monthTime(date)
    } else {
      page.site.words.dates.time(PartialDate(year: date.year, month: date.month), into: &output)
    }
  }

  /// Writes the tag of a cell: a class for the colour of its stance, or for several positions side by side, and those that mark
  /// what is due for review or held by a party that has ended, and what answers an earlier question.
  func openCell(
    _ stance: Stance?, isSingle: Bool, mark: StaticString?, isComparable: Bool,
    attributes: (inout HTML) -> Void, into output: inout HTML
  ) {
    guard stance != nil || mark != nil || !isSingle || !isComparable else {
      output.raw("<td")
      attributes(&output)
      return output.raw(">")
    }
    output.raw("<td class=\"")
    output.raw(stance?.styleClass ?? (isSingle ? "" : "several"))
    if let mark {
      if stance != nil || !isSingle { output.raw(" ") }
      output.raw(mark)
    }
    // The script does not compare such cells.
    if !isComparable {
      output.raw(stance == nil && isSingle && mark == nil ? "earlier-question" : " earlier-question")
    }
    output.raw("\"")
    attributes(&output)
    output.raw(">")
  }

  /// Writes the attribute by which scripts filter cells: the kinds of evidence of their positions, and `none` for those with a source whose
  /// kind is not given, or without a kind.
  static func evidence(_ positions: [EvidenceKinds], into output: inout HTML) {
    let all = positions.reduce(into: EvidenceKinds()) { $0.formUnion($1) }
    if all.isEmpty { return }
    let isKnown = !positions.contains { $0.isEmpty || $0.hasOthers }
    let kinds = all.all.map(\.rawValue) + (isKnown ? [] : ["none"])
    output.raw(" data-evidence=\"")
    output.escaped(kinds.joined(separator: " "))
    output.raw("\"")
  }

  /// Writes the first words of a position, whole words only.
  private func excerpt(of position: Position, into output: inout HTML) {
    let document = page.site.graph.reports[position.report.index].report.header.document
    let text = document.plainText(of: position.cell)
    if text.isEmpty { return }
    output.raw("<span>")
    if text.count > Self.excerptLength {
      let start = text.prefix(Self.excerptLength)
      let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
      output.escaped(String(words))
      output.raw(" …")
    } else {
      output.escaped(text)
    }
    output.raw("</span>")
  }
}
