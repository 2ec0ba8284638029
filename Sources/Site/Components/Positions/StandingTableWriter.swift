import Content
import Editions
import Graph

/// Writes the table of an issue's parties, or of a party's issues: who holds what, in which words, since when, on which source.
/// Below each, folded: what it held before.
struct StandingTableWriter {
  let list: PositionListWriter
  /// On a party's page, those in office who act for it, whose positions are shown with its own. On an issue's page: empty.
  var representatives: [ID<Party>] = []

  var page: PageLinks { list.page }
  var words: LocalizedStrings { page.site.words }
  private var graph: IssueGraph { page.site.graph }
  private var writer: PositionWriter { PositionWriter(page: page) }

  /// - Parameters:
  ///   - groups: the subject's positions.
  ///   - subject: the issue or the party of the page, by its index in the graph.
  func write(_ groups: PositionGroups, of subject: Int, into output: inout HTML) {
    output.raw("<table class=\"standings\" aria-label=\"")
    words.write(.positions, into: &output)
    output.raw("\">\n<thead>\n<tr>")
    for key in [list.side == .issue ? .party : .issue, .stance, .inReportsWords, .since, .source]
      as [StringKey]
    {
      output.raw("<th scope=\"col\">")
      words.write(key, into: &output)
      output.raw("</th>")
    }
    output.raw("</tr>\n</thead>\n")
    let byOther = Dictionary(groups.groups.map { ($0.subject, $0) }) { first, _ in first }
    for other in order(groups, list.remembered(of: subject)) {
      body(other, byOther[other]?.positions ?? [], of: subject, into: &output)
    }
    output.raw("</table>\n")
  }

  /// The parties or issues of the table. A party comes below the one that it acts for.
  private func order(_ groups: PositionGroups, _ remembered: [Int]) -> [Int] {
    let own = Set(groups.groups.map(\.subject)).union(remembered)
    if list.side == .party {
      let held = representatives.flatMap {
        graph.positionsByIssue($0).groups.map(\.subject) + list.record.rememberedIssues(of: $0).map(\.index)
      }
      return own.union(held).sorted()
    }
    let parties = own.sorted()
    let principals = Dictionary(grouping: parties) { party -> Int in
      guard let principal = graph.parties[party].actsFor?.index, own.contains(principal) else { return -1 }
      return principal
    }
    // Not recursive: a chain of parties can be long.
    var order: [Int] = []
    var seen: Set<Int> = []
    for first in (principals[-1] ?? []) + parties {
      var waiting = [first]
      while let party = waiting.popLast() {
        guard seen.insert(party).inserted else { continue }
        order.append(party)
        waiting += (principals[party] ?? []).reversed()
      }
    }
    return order
  }

  /// A row without its head, which only the first row of a party or an issue has.
  private struct Row {
    var tag = HTML()
    var cells = HTML()

    init() {
      // Most rows have less.
      tag.reserveCapacity(200)
      cells.reserveCapacity(1_000)
    }
  }

  private func body(
    _ other: Int, _ positions: ArraySlice<ID<Position>>, of subject: Int, into output: inout HTML
  ) {
    let group = PositionGroups.Group(subject: other, positions: positions)
    let (issue, _) = list.pair(other, of: subject)
    let rows = own(group, of: subject) + representatives.flatMap { acting($0, on: issue) }
    output.raw("<tbody class=\"subject\" id=\"")
    output.append(contentsOf: list.slug(other))
    output.raw("\">\n")
    for (place, row) in rows.enumerated() {
      output.append(contentsOf: row.tag)
      if place == 0 { head(other, rows: rows.count, into: &output) }
      output.append(contentsOf: row.cells)
      output.raw("</tr>\n")
    }
    output.raw("</tbody>\n")
  }

  /// What the page's party or those of its issue hold themselves, and notes about it.
  private func own(_ group: PositionGroups.Group, of subject: Int) -> [Row] {
    let standing = group.positions.isEmpty ? nil : list.standing(of: group, on: subject)
    let statements = graph.statements(of: standing?.positions ?? [])
    let held = held(group, standing, on: subject)
    let slug = list.slug(group.subject)
    var rows = statements.map { row($0, held, anchoredAt: slug) }
    let (issue, party) = list.pair(group.subject, of: subject)
    rows += remembered(issue, party, anchors: list.anchorSide)
    var notes = HTML()
    list.notes(group, standing, statements, of: subject, into: &notes)
    if !notes.isEmpty { rows.append(self.notes(notes)) }
    return rows
  }

  /// What one of those in office who act for the page's party holds on an issue.
  private func acting(_ party: ID<Party>, on issue: ID<Issue>) -> [Row] {
    let standing = graph.standings[issue, party]
    let statements = graph.statements(of: standing?.positions ?? [])
    let held = graph.lifetimes.end(of: party) == nil ? list.record.held(issue, party) : nil
    var rows = statements.map { row($0, held, by: party) }
    var notes = HTML()
    if let standing {
      StandingWriter(page: page).note(statements, into: &notes)
      StandingWriter(page: page).silence(after: standing, into: &notes)
    } else {
      StandingWriter(page: page).silence(of: party, on: issue, into: &notes)
    }
    rows += remembered(issue, party, anchors: nil)
    if !notes.isEmpty { rows.append(self.notes(notes)) }
    return rows
  }

  /// What a party holds and only editions remember.
  ///
  /// - Parameter anchors: whose anchors the rows have; nil: none, and they name the party.
  private func remembered(
    _ issue: ID<Issue>, _ party: ID<Party>, anchors side: FormerAnchorWriter.Side?
  ) -> [Row] {
    let standing = list.record.rememberedStanding(issue, of: party)
    if standing.isEmpty { return [] }
    let anchors = side.map { list.record.anchors(on: issue, of: party, $0) } ?? []
    let all = list.record.remembered(on: issue, of: party)
    let held = graph.lifetimes.end(of: party) == nil ? list.record.held(issue, party) : nil
    return standing.map { position in
      let place = all.firstIndex(of: position)
      let anchor = place.flatMap { anchors.indices.contains($0) ? anchors[$0] : nil }
      return row(position, held, anchor: anchor, by: side == nil ? party : nil)
    }
  }

  private func row(
    _ remembered: RememberedPosition, _ held: HeldStance?, anchor: String?, by party: ID<Party>?
  ) -> Row {
    let position = remembered.position
    var row = Row()
    row.tag.raw("<tr class=\"position remembered\"")
    if let anchor {
      row.tag.raw(" id=\"")
      row.tag.escaped(anchor)
      row.tag.raw("\"")
    }
    row.tag.raw(">")
    stance(position.stance, into: &row.cells)
    row.cells.raw("<td class=\"words\">")
    if let party { name(of: party, into: &row.cells) }
    row.cells.escaped(position.text)
    RememberedWriter(page: page).answered(remembered, into: &row.cells)
    row.cells.raw("</td>")
    since(held?.since ?? position.date, confirmed: held?.confirmed, into: &row.cells)
    row.cells.raw("<td class=\"sources\">")
    RememberedWriter(page: page)
      .source(remembered, in: list.record.report(of: remembered), known: held?.since, into: &row.cells)
    row.cells.raw("</td>")
    return row
  }

  private func notes(_ notes: HTML) -> Row {
    var row = Row()
    row.tag.raw("<tr class=\"notes\">")
    row.cells.raw("<td colspan=\"4\">\n")
    row.cells.append(contentsOf: notes)
    row.cells.raw("</td>")
    return row
  }

  /// Since when the stance of a standing has been held; nil: it is not held any more, or nothing is known.
  private func held(_ group: PositionGroups.Group, _ standing: Standing?, on subject: Int) -> HeldStance? {
    let (issue, party) = list.pair(group.subject, of: subject)
    guard standing != nil, graph.lifetimes.end(of: party) == nil else { return nil }
    return list.record.held(issue, party, group.positions)
  }

  /// Writes the head of a party or an issue, over a number of rows.
  private func head(_ other: Int, rows: Int, into output: inout HTML) {
    output.raw("<th scope=\"rowgroup\"")
    if rows > 1 { output.markup(" rowspan=\"\(rows)\"") }
    if list.side == .issue { output.hueClass(ID(other), of: page.site.hues) }
    output.raw(">")
    list.formerAnchors(of: other, into: &output)
    switch list.side {
    case .issue: page.partyLink(ID(other), into: &output)
    case .party: page.issueLink(ID(other), into: &output)
    }
    list.permalink(other, into: &output)
    if list.side == .issue, let principal = graph.parties[other].actsFor {
      output.raw(" <small class=\"acts-for\">")
      words.write(.actsForParty, into: &output) {
        $0.append(page.site.partyNames, principal.index)
      }
      output.raw("</small>")
    }
    output.raw("</th>")
  }

  /// - Parameters:
  ///   - slug: the first part of its anchors; nil: it has none.
  ///   - party: who holds it, if that is not the party of the page.
  private func row(
    _ statement: Statement, _ held: HeldStance?, anchoredAt slug: HTML.Slice? = nil,
    by party: ID<Party>? = nil
  ) -> Row {
    let position = graph.positions[statement.first.index]
    var row = Row()
    row.tag.raw("<tr class=\"position\"")
    writer.anchor(of: position, subject: slug, into: &row.tag)
    row.tag.raw(">")
    stance(position.stance, into: &row.cells)
    row.cells.raw("<td class=\"words\">")
    if let party { name(of: party, into: &row.cells) }
    if slug != nil {
      for id in statement.positions {
        FormerAnchorWriter(page: page).write(id, on: list.anchorSide, into: &row.cells)
      }
    }
    writer.words(of: position, into: &row.cells)
    writer.answered(statement.first, into: &row.cells)
    row.cells.raw("</td>")
    since(held, position, into: &row.cells)
    sources(statement, subject: slug, known: held?.since ?? position.date, into: &row.cells)
    return row
  }

  private func stance(_ stance: Stance?, into output: inout HTML) {
    output.raw("<td>")
    if let stance {
      words.stances.write(stance, into: &output)
    } else {
      output.raw("<span class=\"unrated\">")
      words.write(.unrated, into: &output)
      output.raw("</span>")
    }
    output.raw("</td>")
  }

  /// Writes who holds what follows, and for whom.
  private func name(of party: ID<Party>, into output: inout HTML) {
    output.raw("<p class=\"acts-for\">")
    page.partyLink(party, into: &output)
    if let principal = graph.parties[party.index].actsFor {
      words.write(.comma, into: &output)
      words.write(.actsForParty, into: &output) {
        $0.append(page.site.partyNames, principal.index)
      }
    }
    output.raw("</p>\n")
  }

  private func since(_ held: HeldStance?, _ position: Position, into output: inout HTML) {
    let date = held?.since ?? position.date
    let isGuess = date != nil && date == position.date && !position.dateOrigin.isAuthored
    since(date, confirmed: held?.confirmed, origin: isGuess ? position.dateOrigin : nil, into: &output)
  }

  /// - Parameter origin: where the date comes from; nil: nothing is said of it.
  private func since(
    _ date: PartialDate?, confirmed: PartialDate?, origin: DateOrigin? = nil, into output: inout HTML
  ) {
    output.raw("<td class=\"since\" data-label=\"")
    words.write(.since, into: &output)
    output.raw("\">")
    if let date {
      words.dates.time(date, into: &output)
      if let origin { words.writeRemark(origin, into: &output) }
    } else {
      words.write(.undated, into: &output)
    }
    if let confirmed {
      words.write(.comma, into: &output)
      output.raw("<small>")
      words.write(.confirmedOn, into: &output) { words.dates.time(confirmed, into: &$0) }
      output.raw("</small>")
    }
    output.raw("</td>")
  }

  private func sources(
    _ statement: Statement, subject: HTML.Slice?, known: PartialDate?, into output: inout HTML
  ) {
    output.raw("<td class=\"sources\">")
    for (place, id) in statement.positions.enumerated() {
      let position = graph.positions[id.index]
      output.raw("<p class=\"source\"")
      if place > 0 { writer.anchor(of: position, subject: subject, into: &output) }
      output.raw(">")
      writer.place(of: position, known: known, into: &output)
      output.raw("</p>\n")
      writer.evidence(of: position, into: &output)
    }
    output.raw("</td>")
  }
}
