import Text

/// Writes the citation of a report, an edition or the data, in a list that a title opens.
struct CitationWriter {
  /// The interface texts of the script that makes the other forms.
  static let texts = ScriptTexts(
    script: "assets/cite.js",
    labels: [.copy, .copied, .copyByHand, .copyBibTeX, .copyRIS, .copyCSLJSON])

  let words: LocalizedStrings

  /// Writes the forms of a citation under a title that opens them; a script makes those for other programs from the facts.
  func write(_ citation: Citation, title: StringKey, into output: inout HTML) {
    output.raw("<details class=\"citations\" data-cite=")
    output.attribute(
      ScriptJSON { writer in
        writer.beginObject()
        citation.facts.write(into: &writer)
        writer.endObject()
      })
    output.raw(">\n<summary>")
    words.write(title, into: &output)
    output.raw("</summary>\n<dl>\n<div><dt>")
    words.write(.link, into: &output)
    form(citation.link, "code", .copyLink, into: &output)
    output.raw("<div><dt>")
    words.write(.text, into: &output)
    form(citation.text, "span", .copyText, into: &output)
    output.raw("</dl>\n</details>\n")
  }

  /// Writes a citation below its name, in an element to which a script adds a copy button.
  private func form(
    _ text: String, _ element: StaticString, _ label: StringKey, into output: inout HTML
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
