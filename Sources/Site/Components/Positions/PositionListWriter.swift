import Editions
import Graph

extension RecordHistory {
  /// What changed at each position of a party on an issue.
  ///
  /// - Parameter positions: all positions of the pair, newest first.
  func steps(
    of party: ID<Party>, on issue: ID<Issue>, _ positions: ArraySlice<ID<Position>>
  ) -> [RecordedPosition: RecordedStep] {
    let remembered = remembered(on: issue, of: party)
    guard positions.count + remembered.count > 1 else { return [:] }
    var steps: [RecordedPosition: RecordedStep] = [:]
    for step in self.steps(of: merged(Array(positions), remembered), on: issue) {
      if let step { steps[step.after] = step }
    }
    return steps
  }
}

/// Writes the positions of an issue or party, group by group: the standing first, earlier ones below it by date.
struct PositionListWriter {
  /// The kind of the page's subject.
  enum Side {
    /// An issue: one section per party.
    case issue
    /// A party: one section per issue.
    case party
  }

  let page: PageLinks
  let record: RecordHistory
  let side: Side
  /// Whether earlier positions have their own pages, one per year.
  let splitsByYear: Bool
  /// Whether each position shows what changed since the one before it.
  var showsHistory = false
  /// What changed at the positions of some pairs; see `LongHistories`.
  var longHistories: [PartyOnIssue: [RecordedPosition: RecordedStep]] = [:]
  /// Changes of government on the page's issue, by successor.
  var governmentChanges: [ID<Party>: GovernmentChange] = [:]

  private var writer: PositionWriter { PositionWriter(page: page) }

  /// Writes what a row of the table of standings does not have room for: until when positions were held, a newer report that does
  /// not address the issue, what changed last, what was held before, and a change of government.
  func notes(
    _ group: PositionGroups.Group, _ standing: Standing?, _ statements: [Statement], of subject: Int,
    into output: inout HTML
  ) {
    let steps = steps(of: group.positions, group.subject, on: subject)
    let (issue, party) = pair(group.subject, of: subject)
    if let standing {
      StandingWriter(page: page).held(until: standing.heldUntil, into: &output)
      StandingWriter(page: page).note(statements, into: &output)
      StandingWriter(page: page).silence(after: standing, into: &output)
    } else if !record.rememberedStanding(issue, of: party).isEmpty {
      StandingWriter(page: page).held(until: page.site.graph.lifetimes.end(of: party), into: &output)
      StandingWriter(page: page).silence(of: party, on: issue, into: &output)
    }
    for step in statements.compactMap({ steps[.present($0.first)] }) {
      StepWriter(page: page, issue: issue, splitsByYear: splitsByYear).write(step, into: &output)
    }
    let earlier = group.positions.without(standing?.positions ?? [])
    if !earlier.isEmpty, splitsByYear {
      years(earlier, into: &output)
    } else if !earlier.isEmpty {
      let future = earlier.filter { page.site.graph.isFuture($0) }
      list(future, under: .notYet, of: group, steps, into: &output)
      list(earlier.without(future[...]), under: .earlier, of: group, steps, into: &output)
    }
    remembered(group.subject, of: subject, steps, into: &output)
    if side == .issue, let change = governmentChanges[ID(group.subject)] {
      GovernmentChangeWriter(page: page).note(change, into: &output)
    }
  }

  func pair(_ other: Int, of subject: Int) -> (issue: ID<Issue>, party: ID<Party>) {
    side == .issue ? (ID(subject), ID(other)) : (ID(other), ID(subject))
  }

  /// The parties or issues of which editions remember positions.
  func remembered(of subject: Int) -> [Int] {
    switch side {
    case .issue: record.rememberedParties(on: ID(subject)).map(\.index)
    case .party: record.rememberedIssues(of: ID(subject)).map(\.index)
    }
  }

  private func remembered(
    _ other: Int, of subject: Int, _ steps: [RecordedPosition: RecordedStep], into output: inout HTML
  ) {
    let (issue, party) = pair(other, of: subject)
    let positions = record.remembered(on: issue, of: party)
    if positions.isEmpty { return }
    let standing = record.rememberedStanding(issue, of: party)
    for position in standing {
      guard let step = steps[.remembered(position)] else { continue }
      StepWriter(page: page, issue: issue, splitsByYear: splitsByYear).write(step, into: &output)
    }
    let anchors = record.anchors(on: issue, of: party, anchorSide)
    let earlier = zip(positions, anchors).filter { !standing.contains($0.0) }
    RememberedWriter(page: page).list(
      earlier.map { ($0, record.report(of: $0), $1) }, into: &output
    ) { position, output in
      guard let step = steps[.remembered(position)] else { return }
      StepWriter(page: page, issue: issue, splitsByYear: splitsByYear).write(step, into: &output)
    }
  }

  var anchorSide: FormerAnchorWriter.Side { side == .issue ? .issue : .party }

  /// Writes positions that are not current, folded under a title with their number; nothing without any.
  private func list(
    _ ids: some Collection<ID<Position>>, under title: StringKey, of group: PositionGroups.Group,
    _ steps: [RecordedPosition: RecordedStep], into output: inout HTML
  ) {
    if ids.isEmpty { return }
    output.raw("<details class=\"earlier-fold\">\n<summary class=\"earlier-title\">")
    page.site.words.write(.labelled, into: &output) {
      page.site.words.write(title, into: &$0)
    } _: {
      page.site.words.write(.positionCount, count: ids.count, into: &$0)
    }
    output.raw("</summary>\n<ol class=\"earlier\">\n")
    for id in ids { brief(id, of: group, steps[.present(id)], into: &output) }
    output.raw("</ol>\n</details>\n")
  }

  /// Writes an earlier position: its stance, words, source and date, and whether it was a move.
  private func brief(
    _ id: ID<Position>, of group: PositionGroups.Group, _ step: RecordedStep?, into output: inout HTML
  ) {
    let position = page.site.graph.positions[id.index]
    output.raw("<li class=\"position\"")
    writer.anchor(of: position, subject: slug(group.subject), into: &output)
    output.raw(">\n")
    FormerAnchorWriter(page: page).write(id, on: anchorSide, into: &output)
    writer.brief(position, into: &output) { output in
      guard let step else { return }
      StepWriter(page: page, issue: position.issue, splitsByYear: splitsByYear).word(step, into: &output)
    }
    output.raw("</li>\n")
  }

  /// What is current; nil: nothing, or a position that editions remember supersedes it.
  func standing(of group: PositionGroups.Group, on subject: Int) -> Standing? {
    let (issue, party) = pair(group.subject, of: subject)
    return page.site.graph.standings[issue, party]
  }

  /// Writes the earlier positions of one year, for their own page.
  ///
  /// - Parameters:
  ///   - groups: those of the year.
  ///   - subject: the issue or the party of the page, by its index in the graph.
  func writeYear(_ groups: PositionGroups, of subject: Int, into output: inout HTML) {
    let writer = PositionWriter(page: page, isCompact: true)
    for group in groups.groups {
      let (issue, party) = pair(group.subject, of: subject)
      let slug = slug(group.subject)
      let steps = showsHistory ? longHistories[PartyOnIssue(party, on: issue)] ?? [:] : [:]
      open(group.subject, level: "2", into: &output)
      output.raw("<ol>\n")
      for id in group.positions {
        guard let step = steps[.present(id)] else {
          writer.entry(Statement(id), subject: slug, on: anchorSide, into: &output)
          continue
        }
        writer.entry(Statement(id), subject: slug, on: anchorSide, into: &output) {
          StepWriter(page: page, issue: issue, splitsByYear: splitsByYear).write(step, into: &$0)
        }
      }
      output.raw("</ol>\n</section>\n")
    }
  }

  /// The anchors on the page of one year: those of its subjects and its positions.
  func anchors(ofYear groups: PositionGroups) -> Set<String> {
    let graph = page.site.graph
    var anchors: Set<String> = []
    for group in groups.groups {
      let subject =
        side == .issue ? graph.parties[group.subject].slug : graph.issues[group.subject].slug
      anchors.insert(subject)
      for id in group.positions {
        let position = graph.positions[id.index]
        let ordinal = position.ordinal > 1 ? "--\(position.ordinal)" : ""
        anchors.insert(subject + "--" + graph.reports[position.report.index].slug + ordinal)
      }
    }
    return anchors
  }

  /// What changed at each of the positions of a pair; empty when the page does not show it.
  private func steps(
    of positions: ArraySlice<ID<Position>>, _ other: Int, on subject: Int
  ) -> [RecordedPosition: RecordedStep] {
    guard showsHistory else { return [:] }
    let (issue, party) = pair(other, of: subject)
    return longHistories[PartyOnIssue(party, on: issue)] ?? record.steps(of: party, on: issue, positions)
  }

  func slug(_ subject: Int) -> HTML.Slice {
    side == .issue ? page.site.partySlugs[subject] : page.site.issueSlugs[subject]
  }

  private func open(_ subject: Int, level: StaticString, into output: inout HTML) {
    output.raw("<section class=\"subject\" id=\"")
    output.append(contentsOf: slug(subject))
    output.raw("\">\n")
    formerAnchors(of: subject, into: &output)
    output.raw("<h")
    output.raw(level)
    if side == .issue { output.hueClass(ID(subject), of: page.site.hues) }
    output.raw(">")
    switch side {
    case .issue: page.partyLink(ID(subject), into: &output)
    case .party: page.issueLink(ID(subject), into: &output)
    }
    output.raw("</h")
    output.raw(level)
    output.raw(">\n")
  }

  /// Writes the anchors that the section of a party or an issue had before.
  func formerAnchors(of subject: Int, into output: inout HTML) {
    let former = page.site.graph.formerSlugs
    for slug in (side == .issue ? former.parties : former.issues)[subject] ?? [] {
      FormerAnchorWriter(page: page).write(anchor: slug, into: &output)
    }
  }

  /// Writes a link to the section of a party or an issue, named after it; nothing in a frame, whose own address readers do
  /// not see.
  func permalink(_ subject: Int, into output: inout HTML) {
    if page.isFramed { return }
    output.raw(" <a class=\"permalink\" href=\"#")
    output.append(contentsOf: slug(subject))
    output.raw("\" aria-label=\"")
    page.site.words.write(.labelled, into: &output) {
      page.site.words.write(.linkToSection, into: &$0)
    } _: {
      $0.append(contentsOf: side == .issue ? page.site.partyNames[subject] : page.site.issueNames[subject])
    }
    output.raw("\">#</a>")
  }

  /// Writes links to the pages of earlier years, each with its number of positions of this group.
  ///
  /// Each position has been on this page while it stood. `years.js` follows a link to its place there; in a frame, it keeps the
  /// place.
  private func years(_ positions: ArraySlice<ID<Position>>, into output: inout HTML) {
    guard let first = positions.first else { return }
    output.raw("<p class=\"earlier-years\">")
    for id in positions {
      if page.isFramed {
        output.raw("<i")
        let position = page.site.graph.positions[id.index]
        writer.anchor(of: position, subject: slug(page.site.graph, id), into: &output)
        output.raw("></i>")
      }
      FormerAnchorWriter(page: page).write(id, on: anchorSide, into: &output)
    }
    page.site.words.write(.labelled, into: &output) {
      page.site.words.write(.earlier, into: &$0)
    } _: {
      yearLinks(positions, from: first, into: &$0)
    }
    output.raw("</p>\n")
  }

  private func yearLinks(
    _ positions: ArraySlice<ID<Position>>, from first: ID<Position>, into output: inout HTML
  ) {
    var year = YearKey(page.site.graph, first)
    var count = 0
    var slug = self.slug(page.site.graph, first)
    for id in positions {
      let next = YearKey(page.site.graph, id)
      if next != year {
        yearLink(year, count, slug, into: &output)
        page.site.words.write(.comma, into: &output)
        (year, count) = (next, 0)
        slug = self.slug(page.site.graph, id)
      }
      count += 1
    }
    yearLink(year, count, slug, into: &output)
  }

  private func slug(_ graph: IssueGraph, _ id: ID<Position>) -> HTML.Slice {
    let position = graph.positions[id.index]
    return slug(side == .issue ? position.party.index : position.issue.index)
  }

  private func yearLink(
    _ year: YearKey, _ count: Int, _ slug: HTML.Slice, into output: inout HTML
  ) {
    output.raw("<a href=\"")
    page.folder(into: &output)
    output.escaped(year.address)
    page.ending(into: &output)
    output.raw("#")
    output.append(contentsOf: slug)
    output.raw("\">")
    if let year = year.year { output.number(year) } else { page.site.words.write(.undated, into: &output) }
    output.raw("</a> (")
    output.number(count)
    output.raw(")")
  }
}

extension ArraySlice<ID<Position>> {
  /// All but those of a standing.
  func without(_ standing: ArraySlice<ID<Position>>) -> ArraySlice<ID<Position>> {
    if standing.count == 1, standing.first == first { return dropFirst() }
    let current = Set(standing)
    return filter { !current.contains($0) }[...]
  }
}
