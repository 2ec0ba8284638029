import Diagnostics
import Markdown

/// The HTML of a text.
func html(_ text: String, _ profile: MarkdownProfile = .plain, trusted: Bool = true) -> String {
  let document = MarkdownParser(profile: profile).parse(SourceText(path: "a.md", text: text)).document
  var renderer = HTMLRenderer(document, trustsHTML: trusted, trustsLinks: trusted)
  renderer.render(0)
  return String(decoding: renderer.output, as: UTF8.self)
}
