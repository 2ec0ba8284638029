import Content
import Editions
import Graph

/// Cells with what a party holds though no report of the site has it any more: newer silence has replaced it, and an edition
/// remembers it.
extension MatrixWriter {
  /// Writes the cell of a party without a standing in the site.
  func remembered(_ issue: ID<Issue>, _ party: ID<Party>, into output: inout HTML) {
    remembered(record?.rememberedStanding(issue, of: party) ?? [], issue, party, into: &output)
  }

  func remembered(
    _ positions: [RememberedPosition], _ issue: ID<Issue>, _ party: ID<Party>, into output: inout HTML
  ) {
    if positions.isEmpty { return emptyCell(of: party, into: &output) }
    let isSingle = positions.count == 1
    let isEnded = choice == nil && page.site.graph.lifetimes.end(of: party) != nil
    openCell(
      isSingle ? positions[0].position.stance : nil, isSingle: isSingle,
      mark: isEnded ? "ended" : "remembered",
      isComparable: positions.allSatisfy { isComparable($0, on: issue) },
      attributes: { output in
        if choice == nil { Self.evidence(positions.map(\.position.evidence), into: &output) }
        label(party, into: &output)
      }, into: &output)
    for position in positions {
      if isSingle {
        link(to: position, on: issue, of: party, into: &output)
      } else {
        part(position, on: issue, of: party, into: &output)
      }
    }
    output.raw("</td>")
  }

  /// Writes one of several positions of a cell.
  func part(
    _ position: RememberedPosition, on issue: ID<Issue>, of party: ID<Party>, into output: inout HTML
  ) {
    output.raw("<span class=\"")
    output.raw(position.position.stance?.styleClass ?? "unrated")
    output.raw(" remembered\">")
    link(to: position, on: issue, of: party, into: &output)
    output.raw("</span>")
  }

  func isComparable(_ position: RememberedPosition, on issue: ID<Issue>) -> Bool {
    let stance = DatedStance(stance: position.position.stance, interval: position.dates.held)
    return page.site.graph.answersPresentQuestion(stance, on: issue)
  }

  private func link(
    to position: RememberedPosition, on issue: ID<Issue>, of party: ID<Party>, into output: inout HTML
  ) {
    output.raw("<a href=\"")
    if choice == nil {
      page.issue(issue, into: &output)
      output.raw("#")
      output.append(page.site.partySlugs, party.index)
    } else {
      page.remembered(position, on: issue, into: &output)
    }
    output.raw("\" aria-label=\"")
    name(of: position, on: issue, of: party, into: &output)
    output.raw("\">")
    writeStance(position.position.stance, into: &output)
    if let date = position.position.date { time(date, into: &output) }
    if let end = page.site.graph.lifetimes.end(of: party), choice == nil { held(until: end, into: &output) }
    output.raw(" <small>")
    page.site.words.write(originOf: position, into: &output)
    output.raw("</small></a>")
  }

  /// Writes what the link of a cell says on its own.
  private func name(
    of position: RememberedPosition, on issue: ID<Issue>, of party: ID<Party>, into output: inout HTML
  ) {
    let words = page.site.words
    words.write(.labelled, into: &output) {
      page.plainPositionNames(party, on: issue, into: &$0)
    } _: {
      writeStance(position.position.stance, into: &$0)
      if let date = position.position.date {
        words.write(.comma, into: &$0)
        words.dates.readable(PartialDate(year: date.year, month: date.month), into: &$0)
      }
      words.write(.comma, into: &$0)
      words.write(originOf: position, into: &$0)
    }
  }
}
