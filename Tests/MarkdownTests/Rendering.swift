import Diagnostics
import Markdown

/// The document and the diagnostics of a text.
func parsed(_ text: String, _ profile: MarkdownProfile = .site, limits: Limits = Limits()) -> (
  document: Document, diagnostics: [Diagnostic]
) {
  MarkdownParser(profile: profile, limits: limits).parse(SourceText(path: "a.md", text: text))
}

/// The HTML of a text.
func html(_ text: String, _ profile: MarkdownProfile = .plain, trusted: Bool = true) -> String {
  html(of: parsed(text, profile).document, trusted: trusted)
}

/// The HTML of a document.
func html(of document: Document, trusted: Bool = true) -> String {
  var renderer = HTMLRenderer(document, trustsHTML: trusted, trustsLinks: trusted)
  renderer.render(0)
  return renderer.output.text
}

extension Document {
  /// The nodes of a kind, in order.
  func nodes(_ kind: NodeKind) -> [Node] { nodes.filter { $0.kind == kind } }
}

extension ByteRange {
  /// The text at a range in a file.
  func text(of source: String) -> String { String(decoding: Array(source.utf8)[range], as: UTF8.self) }
}
