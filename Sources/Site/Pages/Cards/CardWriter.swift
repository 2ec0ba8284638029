import Content
import Graph
import Text

/// Writes the card of a position: its text, party, exact place and evidence.
struct CardWriter {
  let page: PageLinks

  private var writer: PositionWriter { PositionWriter(page: page) }
  private var words: LocalizedStrings { page.site.words }

  /// Writes a card for each different position into the text of a page, under what they share.
  func embed(_ positions: [ID<Position>], into output: inout [UInt8]) {
    let statements = page.site.graph.statements(of: positions)
    StandingWriter(page: page).note(statements, into: &output)
    for statement in statements { embed(statement, into: &output) }
  }

  private func embed(_ statement: Statement, into output: inout [UInt8]) {
    output.raw("<figure class=\"card\">\n<blockquote>\n")
    writer.text(page.site.graph.positions[statement.first.index], into: &output)
    output.raw("</blockquote>\n<figcaption>\n")
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

  /// Writes each different position within a line of text.
  func inline(_ positions: [ID<Position>], into output: inout [UInt8]) {
    for (place, statement) in page.site.graph.statements(of: positions).enumerated() {
      if place > 0 { output.raw("; ") }
      inline(statement.first, into: &output)
    }
  }

  private func inline(_ id: ID<Position>, into output: inout [UInt8]) {
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

  /// Writes the facts that the citations of a report’s positions share, for the script.
  func sharedFacts(_ shared: SharedCitationFacts, into output: inout [UInt8]) {
    var writer = JSONWriter(insideHTML: true)
    writer.beginObject()
    shared.write(into: &writer)
    writer.endObject()
    output.raw("<script type=\"application/json\" class=\"citation-facts\">")
    output.append(contentsOf: writer.bytes)
    output.raw("</script>\n")
  }

  /// Writes the card on the citation page of its report.
  ///
  /// - Parameter shared: the facts of its citation that the page gives once.
  func whole(_ id: ID<Position>, besides shared: SharedCitationFacts, into output: inout [UInt8]) {
    let position = page.site.graph.positions[id.index]
    output.raw("<section class=\"card\" id=\"")
    page.cellAnchor(position, into: &output)
    output.raw("\">\n")
    FormerAnchorWriter(page: page).write(id, on: .report, into: &output)
    output.raw("<h2>")
    page.positionNames(position, into: &output)
    output.raw(" <a class=\"permalink\" href=\"#")
    page.cellAnchor(position, into: &output)
    output.raw("\" aria-label=\"")
    words.write(.linkToCard, into: &output)
    output.raw("\">#</a></h2>\n<blockquote>\n")
    writer.text(position, into: &output)
    output.raw("</blockquote>\n")
    writer.answered(id, into: &output)
    CardFacts(page: page, position: position).write(into: &output)
    let citation = Citation(position, in: page.site.graph, words: words)
    citations(citation, title: .cite, besides: shared, into: &output)
    output.raw("</section>\n")
  }

  private func namesAndPlace(_ position: Position, into output: inout [UInt8]) {
    words.write(.labelled, into: &output) {
      page.positionNames(position, into: &$0)
    } _: {
      writer.place(of: position, into: &$0)
      writer.held(position, into: &$0)
    }
  }

  /// Writes the forms of a citation under a title that opens them; a script makes those for other programs from the facts.
  ///
  /// - Parameter shared: the facts that the page gives once; nil: none.
  func citations(
    _ citation: Citation, title: StringKey, besides shared: SharedCitationFacts? = nil,
    into output: inout [UInt8]
  ) {
    var writer = JSONWriter()
    writer.beginObject()
    citation.facts.write(besides: shared, into: &writer)
    writer.endObject()
    output.raw("<details class=\"citations\" data-cite=\"")
    output.escaped(String(decoding: writer.bytes, as: UTF8.self))
    output.raw("\">\n<summary>")
    words.write(title, into: &output)
    output.raw("</summary>\n<dl>\n<div><dt>")
    words.write(.link, into: &output)
    self.citation(citation.link, "code", .copyLink, into: &output)
    output.raw("<div><dt>")
    words.write(.text, into: &output)
    self.citation(citation.text, "span", .copyText, into: &output)
    output.raw("</dl>\n</details>\n")
  }

  /// Writes a citation below its name, in an element to which a script adds a copy button.
  private func citation(
    _ text: String, _ element: StaticString, _ label: StringKey, into output: inout [UInt8]
  ) {
    output.raw("</dt><dd><")
    output.raw(element)
    output.raw(" data-copy=\"")
    words.write(label, into: &output)
    output.raw("\">")
    output.escaped(text)
    output.raw("</")
    output.raw(element)
    output.raw("></dd></div>\n")
  }
}
