import Diagnostics
import Markdown
import Testing

@testable import Site

@Suite("The sentence around a name") struct SentenceTests {
  @Test(
    "is cut at the ends of sentences",
    arguments: [
      ("One here. The Lake is deep. Last one.", "The Lake is deep."),
      ("The Lake is deep", "The Lake is deep"),
      ("Why? The Lake! So what.", "The Lake!"),
      ("The U.S. Lake policy stands. Next.", "The U.S. Lake policy stands."),
      ("About 3.5 m, say approx. the Lake is deep. Next.", "About 3.5 m, say approx. the Lake is deep."),
      ("“Odd.” The Lake is deep.” Next.", "The Lake is deep.”"),
      ("Broken\nover Lake lines. Next", "Broken over Lake lines."),
      ("Some *emphasis. On* the Lake `code.` Here", "On the Lake code."),
    ])
  func cut(text: String, expected: String) throws {
    let sentence = try sentence(around: "Lake", in: text)
    #expect(String(decoding: sentence.text, as: UTF8.self) == expected)
    #expect(String(decoding: sentence.text[sentence.name], as: UTF8.self) == "Lake")
  }

  @Test("is shortened at word boundaries if it is long") func long() throws {
    let words = Array(repeating: "word", count: 100).joined(separator: " ")
    let sentence = try sentence(around: "Lake", in: "\(words) Lake \(words)")
    #expect(sentence.isCutBefore && sentence.isCutAfter)
    let text = String(decoding: sentence.text, as: UTF8.self)
    #expect(text.hasPrefix("word word") && text.hasSuffix("word word") && text.utf8.count < 420)
    #expect(String(decoding: sentence.text[sentence.name], as: UTF8.self) == "Lake")
  }

  @Test("stays within its paragraph, entry or cell") func block() throws {
    let text = "Before\n\n- first\n- the Lake entry\n\nAfter"
    #expect(try String(decoding: sentence(around: "Lake", in: text).text, as: UTF8.self) == "the Lake entry")
  }

  @Test("names a linked position in readable form") func position() throws {
    let document = MarkdownParser(profile: .site).parse(
      SourceText(path: "a.md", text: "So. What [[Water#North]] says. Then.")
    ).document
    let node = try #require(document.nodes.firstIndex { $0.kind == .wikilink })
    let sentence = SentenceFinder(document: document).sentence(
      around: node, name: document.nodes[node].text.range)
    #expect(String(decoding: sentence.text, as: UTF8.self) == "What Water: North says.")
    #expect(String(decoding: sentence.text[sentence.name], as: UTF8.self) == "Water: North")
  }

  private func sentence(around name: String, in text: String) throws -> SentenceFinder.Sentence {
    let parser = MarkdownParser(profile: .site)
    let document = parser.parse(SourceText(path: "a.md", text: text)).document
    for (index, node) in document.nodes.enumerated() where node.kind == .text {
      let bytes = document.text[node.text.range]
      guard let found = bytes.firstRange(of: Array(name.utf8)) else { continue }
      return SentenceFinder(document: document).sentence(
        around: index, name: found.lowerBound..<found.upperBound)
    }
    throw MissingName()
  }

  private struct MissingName: Error {}
}
