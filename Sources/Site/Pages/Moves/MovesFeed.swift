import Content
import Editions
import Graph

/// The feed of moves, the newest first.
struct MovesFeed {
  private let moves: SiteMoves
  private let record: RecordHistory
  private let words: LocalizedStrings

  init(_ moves: SiteMoves, record: RecordHistory, words: LocalizedStrings) {
    self.moves = moves
    self.record = record
    self.words = words
  }

  var bytes: [UInt8] {
    let settings = record.graph.settings
    return AtomFeed(
      words.text(.siteMoves, settings.title), of: MoveListPage.address, at: DataFile.movesFeed.path, settings,
      entries: moves.list.moves.prefix(ReportFeed.mostEntries).map(entry)
    ).bytes
  }

  private func entry(_ move: Move) -> AtomFeed.Entry {
    let graph = record.graph
    let (party, issue) = (graph.parties[move.party.index], graph.issues[move.issue.index])
    let subject = words.text(.partyOnIssue, party.name, issue.name)
    let settings = graph.settings
    return AtomFeed.Entry(
      title: words.text(.labelled, subject, words.text(move.direction.label)), address: address(of: move),
      updated: move.date, content: FeedText(record: record, words: words).move(move),
      categories: [
        AtomFeed.Category(scheme: settings.fullAddress("issues/"), term: issue.slug, label: issue.name),
        AtomFeed.Category(scheme: settings.fullAddress("parties/"), term: party.slug, label: party.name),
      ])
  }

  /// The cell that shows the move, or the issue's page if only an edition remembers it.
  private func address(of move: Move) -> String {
    let graph = record.graph
    for recorded in move.added.reversed() {
      switch recorded {
      case .present(let id):
        let report = graph.reports[graph.positions[id.index].report.index]
        return (graph.settings.fullAddress(ofPage: report.address) ?? "") + "#" + graph.anchor(of: id)
      case .remembered(let old):
        // It stands beneath its table under the anchor that it had, so the address of the entry stays.
        guard let report = record.report(of: old) else { continue }
        return (graph.settings.fullAddress(ofPage: graph.reports[report.index].address) ?? "") + "#"
          + old.position.anchor
      }
    }
    let issue = graph.issues[move.issue.index]
    return (graph.settings.fullAddress(ofPage: issue.address) ?? "") + "#"
      + graph.parties[move.party.index].slug
  }
}

/// Readable HTML in the entries of feeds, without links that depend on a page.
struct FeedText {
  let record: RecordHistory
  let words: LocalizedStrings

  /// What a party holds now on an issue, and what it held before.
  func move(_ move: Move) -> HTML {
    var output = HTML()
    for recorded in move.added { paragraph(recorded, label: nil, into: &output) }
    for recorded in move.before { paragraph(recorded, label: .before, into: &output) }
    return output
  }

  /// The positions of a report, as a list; those that show a move with what the party held before.
  ///
  /// - Parameter limit: the largest number of positions; the rest is in the report.
  func positions(of report: ID<ReportEntry>, moves: [Move], limit: Int) -> HTML {
    let graph = record.graph
    let ids = graph.comparisonsOfReport[report].lazy.flatMap { graph.positionsOfComparison[$0] }
    var output = HTML()
    for id in ids.prefix(limit) {
      let position = graph.positions[id.index]
      output.raw(output.isEmpty ? "<ul>\n<li>" : "<li>")
      output.escaped(
        words.text(
          .labelled,
          words.text(
            .partyOnIssue, graph.parties[position.party.index].name, graph.issues[position.issue.index].name),
          text(.present(id))))
      for move in moves where move.added.contains(.present(id)) {
        let before = move.before.map(text).joined(separator: "; ")
        output.raw(" (")
        output.escaped(words.text(.labelled, words.text(.before), before))
        output.raw(")")
      }
      output.raw("</li>\n")
    }
    if !output.isEmpty { output.raw("</ul>\n") }
    return output
  }

  private func paragraph(_ recorded: RecordedPosition, label: StringKey?, into output: inout HTML) {
    output.raw("<p>")
    let text = text(recorded)
    output.escaped(label.map { words.text(.labelled, words.text($0), text) } ?? text)
    if let date = record.date(of: recorded) {
      output.raw(" (")
      output.escaped(words.dates.text(date))
      output.raw(")")
    }
    output.raw("</p>\n")
  }

  /// The stance and the words of a position.
  private func text(_ recorded: RecordedPosition) -> String {
    let said = record.words(of: recorded)
    let stance = record.stance(of: recorded).map { words.stances.name($0) } ?? words.text(.unrated)
    return said.isEmpty ? stance : "\(stance) – \(said)"
  }
}
