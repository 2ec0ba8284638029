import Content
import Editions
import Graph

/// Writes what a party holds on an issue: the different positions of its standing side by side, under what they share.
struct StandingWriter {
  let page: PageLinks

  private var words: LocalizedStrings { page.site.words }

  /// Writes a paragraph such as “2 positions of 10 January 2025”; nothing when all positions say the same.
  func note(_ statements: [Statement], into output: inout HTML) {
    guard statements.count > 1 else { return }
    output.raw("<p class=\"standing-note\">")
    label(statements, into: &output)
    output.raw("</p>\n")
  }

  /// Writes how many different positions there are, and the date that they share.
  func label(_ statements: [Statement], into output: inout HTML) {
    let count = statements.count
    switch page.site.graph.sharedDate(of: statements.lazy.flatMap(\.positions)) {
    case .undated: words.write(.positionsUndated, count: count, into: &output)
    case .none: words.write(.positionsTogether, count: count, into: &output)
    case .date(let date):
      let key: StringKey =
        date.day != nil ? .positionsOfDay : date.month != nil ? .positionsOfMonth : .positionsOfYear
      words.write(key, count: count, into: &output) { words.dates.time(date, into: &$1) }
    }
  }

  /// Writes a paragraph with the date until which positions of a party that has ended were held; nil: nothing.
  func held(until end: PartialDate?, into output: inout HTML) {
    guard let end else { return }
    output.raw("<p class=\"held-note\">")
    words.write(.heldUntil, into: &output) { words.dates.time(end, into: &$0) }
    output.raw("</p>\n")
  }

  /// Writes that a newer report does not address the issue; nothing unless there is one.
  func silence(after standing: Standing, into output: inout HTML) {
    guard let id = standing.silence else { return }
    silence(in: page.site.graph.silentCells[id.index], into: &output)
  }

  /// Writes which report does not address the issue of a party that the site has no standing of; nothing unless there is one.
  func silence(of party: ID<Party>, on issue: ID<Issue>, into output: inout HTML) {
    if let cell = page.site.record.newestSilence(of: party, on: issue) { silence(in: cell, into: &output) }
  }

  private func silence(in cell: SilentCell, into output: inout HTML) {
    output.raw("<p class=\"silence-note\">")
    words.write(.notAddressedIn, into: &output) {
      page.reportLink(cell.report, into: &$0)
      guard let date = cell.date else { return }
      words.write(.comma, into: &$0)
      words.dates.time(date, into: &$0)
    }
    output.raw("</p>\n")
  }

  /// Writes a standing: until when it was held, its different positions, and a newer report that does not address the
  /// issue.
  func full(_ standing: Standing, into output: inout HTML) {
    held(until: standing.heldUntil, into: &output)
    full(standing.positions, into: &output)
    silence(after: standing, into: &output)
  }

  /// Writes the different positions as paragraphs, those that editions remember after those of the site.
  func full(_ positions: [RecordedPosition], into output: inout HTML) {
    let (present, remembered) = page.site.record.divided(positions)
    full(present, into: &output)
    let writer = RememberedWriter(page: page)
    for position in remembered {
      writer.text(
        position, in: page.site.record.report(of: position), showsStance: true, into: &output)
    }
  }

  /// Writes the different positions as paragraphs, each with its stance, its words and its sources.
  func full(_ positions: some Collection<ID<Position>>, into output: inout HTML) {
    let statements = page.site.graph.statements(of: positions)
    let writer = PositionWriter(page: page)
    note(statements, into: &output)
    for statement in statements { writer.full(statement, subject: nil, into: &output) }
  }
}
