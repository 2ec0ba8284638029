import Content
import Graph

/// Writes the card of a position: what is said, by whom, where exactly, and on what evidence.
struct CardWriter {
  let page: PageLinks

  private var writer: PositionWriter { PositionWriter(page: page) }

  /// Writes a card into the text of a page.
  func embed(_ id: ID<Position>, into output: inout [UInt8]) {
    let position = page.site.graph.positions[id.index]
    output.raw("<figure class=\"card\">\n<blockquote>\n")
    writer.quote(position, into: &output)
    output.raw("</blockquote>\n<figcaption>\n<p class=\"source\">")
    names(position, into: &output)
    output.raw(": ")
    writer.place(of: position, into: &output)
    output.raw("</p>\n")
    writer.evidence(of: position, into: &output)
    output.raw("</figcaption>\n</figure>\n")
  }

  /// Writes a position within a line of text.
  func inline(_ id: ID<Position>, into output: inout [UInt8]) {
    let position = page.site.graph.positions[id.index]
    output.raw("<span class=\"card-inline\">")
    if let stance = position.stance {
      output.raw(stance.html)
      output.raw(" ")
    }
    output.raw("<q>")
    writer.words(of: position, into: &output)
    output.raw("</q> (")
    names(position, into: &output)
    output.raw(": ")
    writer.place(of: position, into: &output)
    output.raw(")</span>")
  }

  /// Writes the card that stands on the page of its report's cards.
  func whole(_ id: ID<Position>, into output: inout [UInt8]) {
    let position = page.site.graph.positions[id.index]
    output.raw("<section class=\"card\" id=\"")
    page.cellAnchor(position, into: &output)
    output.raw("\">\n<h2>")
    names(position, into: &output)
    output.raw(" <a class=\"permalink\" href=\"#")
    page.cellAnchor(position, into: &output)
    output.raw("\" aria-label=\"Link to this card\">#</a></h2>\n<blockquote>\n")
    writer.quote(position, into: &output)
    output.raw("</blockquote>\n")
    CardFacts(page: page, position: position).write(into: &output)
    citations(of: position, into: &output)
    output.raw("</section>\n")
  }

  private func names(_ position: Position, into output: inout [UInt8]) {
    page.partyLink(position.party, into: &output)
    output.raw(" on ")
    page.issueLink(position.issue, into: &output)
  }

  private func citations(of position: Position, into output: inout [UInt8]) {
    let citation = Citation(position, in: page.site.graph)
    output.raw("<details class=\"citations\">\n<summary>Cite</summary>\n<dl>\n")
    output.raw("<div><dt>Link</dt><dd><code data-copy=\"the link\">")
    output.escaped(citation.link)
    output.raw("</code></dd></div>\n<div><dt>Text</dt><dd><span data-copy=\"the text\">")
    output.escaped(citation.text)
    output.raw("</span></dd></div>\n<div><dt>BibTeX</dt><dd><pre data-copy=\"the BibTeX entry\">")
    output.escaped(citation.bibTeX)
    output.raw("</pre></dd></div>\n</dl>\n</details>\n")
  }
}
