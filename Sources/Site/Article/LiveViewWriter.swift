import Content
import Graph
import Markdown

/// Writes a live view of the graph into a text.
struct LiveViewWriter {
  /// The largest number of positions that a view shows; the others are counted.
  static let mostPositions = 200

  /// An entry of a list, and what changed since the position before it.
  private struct Entry {
    let statement: Statement
    let step: PositionStep?
  }

  let page: PageLinks
  let view: LiveView
  private let choice: PositionChoice

  private var words: LocalizedStrings { page.site.words }

  init(_ view: LiveView, on page: PageLinks) {
    self.page = page
    self.view = view
    choice = PositionChoice(view, in: page.site.graph)
  }

  /// The positions that the view selects from its issues and parties.
  var allPositions: some Sequence<ID<Position>> {
    choice.issues.lazy.flatMap { issue in
      choice.parties.lazy.flatMap { choice.positions(on: issue, of: $0) }
    }
  }

  /// Whether the view is a matrix with signs instead of words.
  var isDense: Bool { view.kind == .matrix && choice.parties.count > MatrixWriter.mostPartiesWithWords }

  func write(into output: inout [UInt8]) {
    output.raw("<div class=\"view view-")
    output.raw(view.kind.rawValue)
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

  private func matrix(into output: inout [UInt8]) {
    let rows = max(1, MatrixParts.mostCells / choice.parties.count)
    let issues = choice.issues.prefix(rows)
    MatrixWriter(page: page, choice: choice, issues: issues).write(into: &output)
    let left = choice.issues.count - issues.count
    if left > 0 { further(left, .furtherIssues, into: &output) }
  }

  /// Writes the positions of each pair that `pick` selects; it gets the positions of the pair, newest first.
  private func lists(into output: inout [UInt8], pick: ([ID<Position>]) -> [Entry]) {
    var room = Self.mostPositions
    var left = 0
    for issue in choice.issues {
      for party in choice.parties {
        let picked = pick(choice.positions(on: issue, of: party))
        if picked.isEmpty { continue }
        let shown = picked.prefix(room)
        left += picked.count - shown.count
        room -= shown.count
        if !shown.isEmpty { list(shown, issue, party, into: &output) }
      }
    }
    if room == Self.mostPositions {
      nothing(into: &output)
    }
    if left > 0 { further(left, .furtherPositions, into: &output) }
  }

  private func list(
    _ entries: ArraySlice<Entry>, _ issue: ID<Issue>, _ party: ID<Party>,
    into output: inout [UInt8]
  ) {
    output.raw("<p class=\"view-title\">")
    words.write(.partyOnIssue, into: &output) {
      page.partyLink(party, into: &$0)
    } _: {
      page.issueLink(issue, into: &$0)
    }
    output.raw("</p>\n")
    let writer = StandingWriter(page: page)
    if view.kind == .positions {
      writer.held(until: choice.end(of: party), into: &output)
      writer.note(entries.map(\.statement), into: &output)
    }
    output.raw("<ol class=\"")
    output.raw(view.kind == .history ? "earlier" : "latest")
    output.raw("\">\n")
    for entry in entries { write(entry, into: &output) }
    output.raw("</ol>\n")
    if view.kind == .history { writer.held(until: choice.end(of: party), into: &output) }
  }

  private func write(_ entry: Entry, into output: inout [UInt8]) {
    PositionWriter(page: page).entry(entry.statement, subject: nil, into: &output) { output in
      guard let step = entry.step else { return }
      let graph = page.site.graph
      let issue = graph.positions[entry.statement.first.index].issue
      let splits = graph.positionsOfIssue[issue].count > graph.settings.positionsPerPage
      StepWriter(page: page, splitsByYear: splits).write(step, into: &output)
    }
  }

  /// The positions of a pair with what changed at each, oldest first.
  private func history(_ positions: [ID<Position>]) -> [Entry] {
    let graph = page.site.graph
    guard graph.settings.pageKinds[.history], positions.count > 1 else {
      return positions.reversed().map { Entry(statement: Statement($0), step: nil) }
    }
    return zip(positions, graph.steps(of: positions)).reversed().map {
      Entry(statement: Statement($0), step: $1)
    }
  }

  /// What the positions of a pair come to.
  private func standing(of positions: [ID<Position>]) -> [Entry] {
    page.site.graph.statements(of: choice.standing(of: positions)).map { Entry(statement: $0, step: nil) }
  }

  private func nothing(into output: inout [UInt8]) {
    output.raw("<p class=\"view-note\">")
    words.write(.noPositionFits, into: &output)
    output.raw("</p>\n")
  }

  private func further(_ count: Int, _ word: StringKey, into output: inout [UInt8]) {
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
    writeLegend(writer.allPositions, into: &renderer.output)
    writer.write(into: &renderer.output)
    return .done
  }
}
