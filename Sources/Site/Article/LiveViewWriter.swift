import Content
import Editions
import Graph
import Markdown

/// Writes a live view of the graph into a text.
struct LiveViewWriter {
  /// An entry of a list.
  private struct Entry {
    enum Content {
      /// Positions of the site that say the same.
      case statement(Statement)
      case remembered(RememberedPosition)
    }

    let content: Content
    /// What changed since the position before it.
    var step: RecordedStep?

    init(_ recorded: RecordedPosition, step: RecordedStep?) {
      switch recorded {
      case .present(let id): content = .statement(Statement(id))
      case .remembered(let remembered): content = .remembered(remembered)
      }
      self.step = step
    }

    init(_ statement: Statement) { content = .statement(statement) }
  }

  let page: PageLinks
  let view: LiveView
  private let choice: RecordChoice

  private var words: LocalizedStrings { page.site.words }

  init(_ view: LiveView, on page: PageLinks) {
    self.page = page
    self.view = view
    choice = RecordChoice(view, in: page.site.record)
  }

  /// Whether one of the positions that the view selects has a stance, so that a legend explains it.
  var hasStance: Bool {
    choice.issues.contains { issue in
      choice.parties.contains { party in
        choice.positions(on: issue, of: party).contains { page.site.record.stance(of: $0) != nil }
      }
    }
  }

  func write(into output: inout HTML) {
    output.raw("<div class=\"view view-")
    output.escaped(view.kind.rawValue)
    output.raw("\">\n")
    if let date = view.asOf {
      output.raw("<p class=\"view-note\">")
      words.write(.asOf, into: &output) { words.dates.time(date, into: &$0) }
      output.raw("</p>\n")
    }
    if choice.issues.isEmpty || choice.parties.isEmpty {
      nothing(into: &output)
    } else {
      switch view.kind {
      case .matrix: matrix(into: &output)
      case .history: lists(into: &output) { history($0) }
      case .positions: lists(into: &output) { standing(of: $0) }
      }
    }
    output.raw("</div>\n")
  }

  private func matrix(into output: inout HTML) {
    let rows = max(1, page.site.settings.limits[.viewCells] / choice.parties.count)
    let issues = choice.issues.prefix(rows)
    let writer = MatrixWriter(page: page, choice: choice, issues: issues)
    if writer.isDense {
      // The text may be shown on another page, so it names the style sheet itself.
      output.raw("<link rel=\"stylesheet\" href=\"")
      output.escaped(page.root)
      output.escaped(page.site.matrixSheet)
      output.raw("\">\n")
    }
    writer.write(into: &output)
    let left = choice.issues.count - issues.count
    if left > 0 { further(left, .furtherIssues, into: &output) }
  }

  /// The positions of a party on an issue, newest first.
  private struct Pair {
    let issue: ID<Issue>
    let party: ID<Party>
    let positions: [RecordedPosition]
  }

  /// Writes the positions of each pair that `pick` selects.
  private func lists(into output: inout HTML, pick: (Pair) -> [Entry]) {
    let limit = page.site.settings.limits[.viewPositions]
    var room = limit
    var left = 0
    for issue in choice.issues {
      for party in choice.parties {
        let picked = pick(
          Pair(issue: issue, party: party, positions: choice.positions(on: issue, of: party)))
        if picked.isEmpty { continue }
        let shown = picked.prefix(room)
        left += picked.count - shown.count
        room -= shown.count
        if !shown.isEmpty { list(shown, issue, party, into: &output) }
      }
    }
    if room == limit {
      nothing(into: &output)
    }
    if left > 0 { further(left, .furtherPositions, into: &output) }
  }

  private func list(
    _ entries: ArraySlice<Entry>, _ issue: ID<Issue>, _ party: ID<Party>,
    into output: inout HTML
  ) {
    output.raw("<p class=\"view-title\">")
    page.positionNames(party, on: issue, into: &output)
    output.raw("</p>\n")
    let writer = StandingWriter(page: page)
    if view.kind == .positions {
      writer.held(until: choice.end(of: party), into: &output)
      writer.note(
        entries.compactMap { if case .statement(let statement) = $0.content { statement } else { nil } },
        into: &output)
    }
    output.raw("<ol class=\"")
    output.raw(view.kind == .history ? "earlier" : "latest")
    output.raw("\">\n")
    for entry in entries { write(entry, on: issue, into: &output) }
    output.raw("</ol>\n")
    if view.kind == .history { writer.held(until: choice.end(of: party), into: &output) }
  }

  private func write(_ entry: Entry, on issue: ID<Issue>, into output: inout HTML) {
    let step = { (output: inout HTML) in
      guard let step = entry.step else { return }
      let graph = page.site.graph
      let splits = EarlierPositions.areDivided(graph.positionsOfIssue[issue], in: graph)
      StepWriter(page: page, issue: issue, splitsByYear: splits).write(step, into: &output)
    }
    switch entry.content {
    case .statement(let statement):
      PositionWriter(page: page).entry(statement, subject: nil, into: &output, rest: step)
    case .remembered(let remembered):
      RememberedWriter(page: page)
        .entry(remembered, in: page.site.record.report(of: remembered), into: &output, rest: step)
    }
  }

  /// The positions of a pair with what changed at each, oldest first.
  private func history(_ pair: Pair) -> [Entry] {
    let positions = pair.positions
    guard page.site.settings.pageKinds[.history], positions.count > 1 else {
      return positions.reversed().map { Entry($0, step: nil) }
    }
    return zip(positions, page.site.record.steps(of: positions, on: pair.issue)).reversed()
      .map { Entry($0, step: $1) }
  }

  /// What the positions of a pair come to: those of the site, then those that only editions remember.
  private func standing(of pair: Pair) -> [Entry] {
    let standing = choice.standing(of: pair.positions, of: pair.party, on: pair.issue)
    let present = standing.compactMap { if case .present(let id) = $0 { id } else { nil } }
    let remembered = standing.filter { if case .remembered = $0 { true } else { false } }
    return page.site.graph.statements(of: present).map { Entry($0) }
      + remembered.map { Entry($0, step: nil) }
  }

  private func nothing(into output: inout HTML) {
    output.raw("<p class=\"view-note\">")
    words.write(.noPositionFits, into: &output)
    output.raw("</p>\n")
  }

  private func further(_ count: Int, _ word: StringKey, into output: inout HTML) {
    output.raw("<p class=\"further\">")
    words.write(word, count: count, into: &output)
    output.raw("</p>\n")
  }
}

extension DocumentWriter {
  /// Writes the live view that a code block asks for; other code is written as usual.
  func writeView(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    guard let view = links.views.first(where: { $0.node == index }) else { return .standard }
    let writer = LiveViewWriter(view, on: page)
    writeLegend(if: { writer.hasStance }, into: &renderer.output)
    writer.write(into: &renderer.output)
    return .done
  }
}
