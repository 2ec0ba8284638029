import Markdown

/// Footnotes: references in the text, and the notes with their back links at its end.
///
/// Anchors are made from the author's labels, so they survive edits. They contain a colon, so they differ
/// from those of headings and cells; the number of a repeated reference precedes it for the same reason.
extension DocumentWriter {
  /// Writes the number of a footnote as a link to it.
  func writeReference(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    guard !isInsideLink, showsReferences else { return .done }
    let number = Int(document.nodes[index].detail)
    guard document.footnotes.indices.contains(number - 1) else { return .standard }
    let footnote = document.footnotes[number - 1]
    renderer.output.raw("<sup class=\"footnote\"><a href=\"")
    if case .elsewhere(let address, _) = use { page.page(address, into: &renderer.output) }
    renderer.output.raw("#fn:")
    renderer.output.escaped(document.text[footnote.label.range])
    if case .own = use {
      renderer.output.raw("\" id=\"")
      referenceAnchor(footnote, footnote.ordinal(of: index), into: &renderer.output)
    }
    renderer.output.raw("\" aria-label=\"")
    page.site.words.write(.footnoteNumber, into: &renderer.output) { $0.number(number) }
    renderer.output.raw("\">")
    renderer.output.number(number)
    renderer.output.raw("</a></sup>")
    return .done
  }

  /// Writes the references in a subtree whose text is shown without footnotes.
  func writeReferences(in index: Int, _ renderer: inout HTMLRenderer) {
    guard !document.footnotes.isEmpty else { return }
    for inner in index..<Int(document.nodes[index].end) where document.nodes[inner].kind == .footnoteReference
    {
      _ = writeReference(&renderer, inner)
    }
  }

  private func referenceAnchor(_ footnote: FootnoteShape, _ ordinal: Int, into output: inout HTML) {
    output.raw("fnref")
    if ordinal > 1 { output.number(ordinal) }
    output.raw(":")
    output.escaped(document.text[footnote.label.range])
  }

  /// Opens a note. Its back links are at the end of its last paragraph, otherwise at the end of the note.
  func openNote(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let note = document.nodes[index]
    if note.detail == 1 { writeNotesHeading(&renderer) }
    renderer.output.raw("<li id=\"fn:")
    renderer.output.escaped(document.text[note.text.range])
    renderer.output.raw("\">\n")
    var last: Int?
    for child in document.children(of: index) { last = child }
    var closing = HTML()
    if let last, document.nodes[last].kind == .paragraph {
      lastParagraphOfNote = last
    } else {
      writeBackLinks(of: Int(note.detail), into: &closing)
      closing.raw("\n")
    }
    closing.raw("</li>\n")
    return .opened(closing: closing)
  }

  /// Writes a heading into the section that the renderer has just opened, because every section of a page has
  /// one.
  private func writeNotesHeading(_ renderer: inout HTMLRenderer) {
    let list: HTML = "<ol>\n"
    guard renderer.output.ends(with: "<ol>\n") else { return }
    renderer.output.cut(to: renderer.output.count - list.count)
    renderer.output.raw("<h2>")
    page.site.words.write(.notes, into: &renderer.output)
    renderer.output.raw("</h2>\n<ol>\n")
  }

  /// Opens a paragraph that ends in back links; others are written as usual.
  func openParagraph(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    guard index == lastParagraphOfNote else { return writeEmbeds(&renderer, aloneIn: index) }
    let note = document.nodes[..<index].last { $0.kind == .footnoteDefinition }
    renderer.output.raw("<p")
    renderer.writeDirection(of: index)
    renderer.output.raw(">")
    var closing = HTML()
    writeBackLinks(of: Int(note?.detail ?? 0), into: &closing)
    closing.raw("</p>\n")
    return .opened(closing: closing)
  }

  private func writeBackLinks(of number: Int, into output: inout HTML) {
    guard document.footnotes.indices.contains(number - 1) else { return }
    let footnote = document.footnotes[number - 1]
    for ordinal in 1..<footnote.references.count + 1 {
      output.raw(" <a class=\"back\" href=\"#")
      referenceAnchor(footnote, ordinal, into: &output)
      output.raw("\" aria-label=\"")
      page.site.words.write(.backToReference, into: &output) { output in
        output.number(number)
        if footnote.references.count > 1 {
          output.raw("-")
          output.number(ordinal)
        }
      }
      output.raw("\">↩")
      if footnote.references.count > 1 {
        output.raw("<sup>")
        output.number(ordinal)
        output.raw("</sup>")
      }
      output.raw("</a>")
    }
  }
}
