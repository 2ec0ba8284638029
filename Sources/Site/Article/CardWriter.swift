import Editions
import Graph

/// Writes the cards of positions that other texts embed: their text, party, place and evidence.
struct CardWriter {
  let page: PageLinks

  private var writer: PositionWriter { PositionWriter(page: page) }
  private var words: LocalizedStrings { page.site.words }

  /// Writes a card for each different position into the text of a page, under what they share.
  func embed(_ positions: [ID<Position>], into output: inout HTML) {
    let statements = page.site.graph.statements(of: positions)
    StandingWriter(page: page).note(statements, into: &output)
    for statement in statements { embed(statement, into: &output) }
  }

  private func embed(_ statement: Statement, into output: inout HTML) {
    output.raw("<figure class=\"card\">\n<div class=\"wording\">\n")
    writer.text(page.site.graph.positions[statement.first.index], into: &output)
    output.raw("</div>\n<figcaption>\n")
    writer.answered(statement.first, into: &output)
    for id in statement.positions {
      let position = page.site.graph.positions[id.index]
      output.raw("<p class=\"source\">")
      namesAndPlace(position, into: &output)
      output.raw("</p>\n")
      writer.evidence(of: position, into: &output)
    }
    output.raw("</figcaption>\n</figure>\n")
  }

  /// Writes a card for each different position of a standing of which editions remember a part.
  func embed(_ standing: [RecordedPosition], of link: StandingLink, into output: inout HTML) {
    let (present, remembered) = page.site.record.divided(standing)
    embed(present, into: &output)
    for position in remembered { embed(position, of: link, into: &output) }
  }

  private func embed(
    _ remembered: RememberedPosition, of link: StandingLink, into output: inout HTML
  ) {
    output.raw("<figure class=\"card\">\n<div class=\"wording\">\n")
    RememberedWriter(page: page).words(remembered, showsStance: true, into: &output)
    output.raw("</div>\n<figcaption>\n")
    RememberedWriter(page: page).answered(remembered, into: &output)
    output.raw("<p class=\"source\">")
    namesAndPlace(remembered, of: link, into: &output)
    output.raw("</p>\n</figcaption>\n</figure>\n")
  }

  /// Writes each different position of a standing of which editions remember a part within a line of text.
  func inline(_ standing: [RecordedPosition], of link: StandingLink, into output: inout HTML) {
    let (present, remembered) = page.site.record.divided(standing)
    inline(present, into: &output)
    for (place, position) in remembered.enumerated() {
      if place > 0 || !present.isEmpty { output.raw("; ") }
      output.raw("<span class=\"card-inline\">")
      if let stance = position.position.stance {
        words.stances.write(stance, into: &output)
        output.raw(" ")
      }
      output.raw("<span class=\"text\">")
      output.escaped(position.position.text)
      output.raw("</span> (")
      namesAndPlace(position, of: link, into: &output)
      output.raw(")</span>")
    }
  }

  private func namesAndPlace(
    _ remembered: RememberedPosition, of link: StandingLink, into output: inout HTML
  ) {
    words.write(.labelled, into: &output) {
      page.positionNames(link.party, on: link.issue, into: &$0)
    } _: {
      RememberedWriter(page: page).place(remembered, in: page.site.record.report(of: remembered), into: &$0)
    }
  }

  /// Writes each different position within a line of text.
  func inline(_ positions: [ID<Position>], into output: inout HTML) {
    for (place, statement) in page.site.graph.statements(of: positions).enumerated() {
      if place > 0 { output.raw("; ") }
      inline(statement.first, into: &output)
    }
  }

  private func inline(_ id: ID<Position>, into output: inout HTML) {
    let position = page.site.graph.positions[id.index]
    output.raw("<span class=\"card-inline\">")
    if let stance = position.stance {
      words.stances.write(stance, into: &output)
      output.raw(" ")
    }
    output.raw("<span class=\"text\">")
    writer.words(of: position, into: &output)
    output.raw("</span> (")
    namesAndPlace(position, into: &output)
    output.raw(")</span>")
  }

  private func namesAndPlace(_ position: Position, into output: inout HTML) {
    words.write(.labelled, into: &output) {
      page.positionNames(position, into: &$0)
    } _: {
      writer.place(of: position, into: &$0)
      writer.held(position, into: &$0)
    }
  }
}
