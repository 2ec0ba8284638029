import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Citations over several lines") struct CitationLineTests {
  private func document(_ text: String) -> Document {
    MarkdownParser(profile: .site, sources: ["key": "The plan."]).parse(SourceText(path: "a.md", text: text))
      .document
  }

  @Test(
    "cite a source if the lines are of one paragraph",
    arguments: [
      "See [@key,\np. 4].", "> See [@key,\n> p. 4].", "> See [@key,\np. 4].", "- See [@key,\n  p. 4].",
      "See [@key,\r\n*p*. 4].", "[^1]: See [@key,\n  p. 4].\n\nA.[^1]",
    ])
  func oneParagraph(text: String) {
    let document = document(text)
    #expect(document.footnotes.contains { document.string($0.label).contains("key") }, "\(text)")
    #expect(!document.nodes.contains { $0.kind == .text && document.string($0.text).contains("@") })
  }

  @Test(
    "are text where the paragraph ends before them",
    arguments: [
      "See [@key,\n\np. 4].", "- See [@key,\n- p. 4].", "> See [@key,\n\n> p. 4].", "See [@key,\n> p. 4].",
      "See [@key,\n---\np. 4].", "See [@key,\n# p. 4].", "1. See [@key,\n2. p. 4].",
      "> See [@key,\n>\n> p. 4].",
      "See [@key,\r\rp. 4].", "A | B\n--|--\n[@key, | b\np. 4] | d", "See [@key,\n<!-- a -->\np. 4].",
      "[^1]: See [@key,\n\np. 4] A.[^1]",
    ])
  func severalBlocks(text: String) {
    let document = document(text)
    #expect(!document.footnotes.contains { document.string($0.label).contains("key") }, "\(text)")
  }

  @Test("change no block of a document, whatever it holds")
  func generated() {
    var random = SeededGenerator(seed: 18)
    let parts = [
      "[@key", "[see @key, p. 4]", "]", ", p. 4", "; @key", "\n", "\n\n", "\n- ", "\n> ", "\n  ", "\n1. ",
      "a", "\r\n", "\n---\n",
      "\n# ", "| ", "\n|---|---|\n", "[^1]", "\n[^1]: ", "^[b]", "<!-- c -->", "`", "\n```\n", "[[Tolls]]",
      "*",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      #expect(blocks(of: text) == blocks(of: text.replacing("@", with: "a")), "\(text.debugDescription)")
    }
  }

  /// The kinds of the blocks of a document without its footnotes, in order.
  private func blocks(of text: String) -> [NodeKind] {
    let document = document(text)
    let end = document.nodes.firstIndex { $0.kind == .footnoteDefinition } ?? document.nodes.count
    return document.nodes[..<end].map(\.kind).filter { $0 < .text }
  }
}
