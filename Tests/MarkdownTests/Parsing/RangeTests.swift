import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Ranges and shape of documents")
struct RangeTests {
  @Test("links, wikilinks and cells have their exact places, in 2,000 generated documents")
  func exactRanges() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var generator = LinkDocumentGenerator(random: random)
      let text = generator.document()
      random = generator.random
      let bytes = Array(text.utf8)
      let document = parsed(text).document
      let found = document.nodes.filter { [.link, .image, .wikilink, .footnoteReference].contains($0.kind) }
        .map { String(decoding: bytes[$0.source.range], as: UTF8.self) }
      try #require(found.sorted() == generator.written.sorted(), "\n\(text)\n\(found)\n\(generator.written)")
    }
  }

  @Test(
    "links over several lines have the right start and end",
    arguments: [
      "a «[b\nc](d)» e\n«[f](g)»\n", "a «[b](c\n\"t\")» d\n«[f](g)» h\n", "> a «[b\n> c](d)» e\n> «[f](g)»\n",
      "- a «[b\n  c](d)» «![x\n  y](z)»\n  «[f](g)»\n", "a «[b `c\nd`](e)» f\n«[g](h)»\n",
      "[x]: /y\n[z]:\n/w\na «[b](c)»\n«[x]» «[z][]»\n",
      "a\\\nb «[f](g)»\nc «[h](i)»\n", "> a\\\n>   b «[f](g)»\\\n>\tc «[h](i)»\n> d «[j](k)»\n",
      "«[x](y)» a\n«[f](g)»\n\u{B}\n", "> «[x](y)» a\\\n> «[f](g)»\n> \u{C}\n",
      "«[x](y)» a\\\n\\\nb «[f](g)»\nc «[h](i)»\n", "- a **b\\\n  c** «[f](g)»\n  «[h\\\n  i](j)» «[k](l)»\n",
      "> a «[b](c\n> \"t\")» d «[e](f)»\n> «[g](h)» «[\n> i](j)»\n", "[z]: /w\n«[x](y)» a\\\nb «[f](g)»\n",
      "«[**b**](c)» **«[d](e)»** «[f \\] g](h)» «[](i)»\n", "«[a](<b c> (t))» «[x](y(z)w)»\n",
    ])
  func wrappedLinks(marked: String) {
    let expected = marked.split(separator: "«", omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: "»").first.map(String.init)
    }
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let found = parsed(text).document.nodes.filter { $0.kind == .link || $0.kind == .image }
    #expect(found.map { $0.source.text(of: text) } == expected)
  }

  @Test("any bytes give a document with well nested nodes within the file")
  func byteSoup() throws {
    var random = SeededGenerator(seed: 11)
    let pieces =
      [
        "|", "-", "|---|", "\n", "\n\n", "> ", "- ", "1. ", "*", "**", "_", "`", "```", "[", "]", "(", ")",
        "![", "[[", "]]", "[^a]", "[^a]: ",
        "~", "~~", "<", ">", "<!--", "-->", "<b>", "&amp;", "&", "\\", "\\|", ":", "www.a.b", "http://", "@",
        "a", "é", "\u{FFFE}", " ", "\t", "    ", "\u{B}", "\u{C}",
        "\r", "\r\n", "[!note]", "{a=b}", "[+]", "#", "===", ": ", "\"", "'", "--", "...", "[ ]", "x",
      ].map { Array($0.utf8) } + [
        [0xFF], [0x00], [0xC3], [0xEF, 0xB7, 0x90], [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91],
        [0xEF, 0xBB, 0xBF],
      ]
    let profiles: [MarkdownProfile] = [
      .plain, .site, MarkdownProfile(gitHubExtensions: true, siteExtensions: true, smartPunctuation: true),
      MarkdownProfile(gitHubExtensions: false, siteExtensions: false, smartPunctuation: false),
    ]
    for round in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<(random.next() % 60) { bytes += random.pick(pieces) }
      let source = SourceText(path: "a.md", bytes: bytes)
      let start = bytes.isEmpty ? 0 : Int(random.next() % UInt64(min(bytes.count, 3)))
      let (document, diagnostics) = MarkdownParser(profile: profiles[round % 4]).parse(source, from: start)
      try check(document, bytes, start)
      for diagnostic in diagnostics {
        let range = try #require(diagnostic.place?.range)
        try #require(range.lowerBound >= start && range.upperBound <= bytes.count, "\(bytes)")
      }
      var renderer = HTMLRenderer(document)
      renderer.render(0)
      try #require(String(validating: renderer.output.bytes, as: UTF8.self) != nil, "\(bytes)")
    }
  }

  private func check(_ document: Document, _ bytes: [UInt8], _ start: Int) throws {
    try #require(String(validating: document.text, as: UTF8.self) != nil, "\(bytes)")
    var open: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      while let last = open.last, last <= index { open.removeLast() }
      try #require(Int(node.end) > index && Int(node.end) <= open.last ?? document.nodes.count, "\(bytes)")
      open.append(Int(node.end))
      for text in [node.text, node.extra] {
        try #require(
          text.start >= 0 && text.start <= text.end && Int(text.end) <= document.text.count, "\(bytes)")
      }
      try #require(node.source.start >= start && node.source.start <= node.source.end, "\(node) \(bytes)")
      try #require(Int(node.source.end) <= bytes.count, "\(node) \(bytes)")
    }
    for (number, footnote) in document.footnotes.enumerated() {
      for reference in footnote.references {
        try #require(document.nodes[Int(reference)].kind == .footnoteReference)
        try #require(Int(document.nodes[Int(reference)].detail) == number + 1)
      }
    }
  }

  @Test("offsets count from the start of the file, including front matter and a byte order mark")
  func offsets() {
    let text = "\u{FEFF}---\nx: y\n---\n[[a]] b\n"
    let start = text.utf8.count - 8
    let source = SourceText(path: "a.md", text: text)
    let document = MarkdownParser(profile: .site).parse(source, from: start).document
    #expect(document.nodes(.wikilink).map { $0.source.text(of: text) } == ["[[a]]"])
    let marked = parsed("\u{FEFF}# [[a]]\n").document
    #expect(marked.nodes(.heading).count == 1)
    #expect(marked.nodes(.wikilink).map(\.source) == [ByteRange(5, 10)])
  }
}
