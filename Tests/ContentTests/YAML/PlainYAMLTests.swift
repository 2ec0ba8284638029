import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Content

@Suite("Plain YAML, which is read without the parser") struct PlainYAMLTests {
  private static func plain(_ text: String) -> [YAMLEntry]? {
    let bytes = Array(text.utf8)
    return PlainYAML.entries(bytes, 0..<bytes.count)
  }

  private static func parsed(_ text: String) -> (entries: [YAMLEntry], diagnostics: [Diagnostic]) {
    let source = SourceText(path: "a.md", bytes: Array(text.utf8))
    return YAMLText.parsed(source, 0..<source.bytes.count, example: "a: b")
  }

  @Test(
    "the usual front matter is read without the parser",
    arguments: [
      "title: The March plan\ndate: 2025-03-02\n",
      "title: \"Fish: a plan\"\nauthors:\n  - Ada\n  - 'B. C.'\ntags: [a, b-c]",
      "# about\n\ntitle: Zölle – ein Plan\nslug: /a/b\nlanguage:\nempty: []\nnone: null\nbase-url: https://a.example/",
      "authors:\n- Ada\n- \"Bob\"\ndraft: true", "", "\n\n",
      "count:\n  one: \"{count} report\"\n  other: \"{count} reports\"\nyes-words: [Yes, 'No']\n",
      "list:\n\n  - a\n  # b\n\n  - c\n\n# d\nnext: x\nnone:\n\n# e\n\nlast: y\n",
      "summary: >-\n  Two lines,\n  one text: “x”\ntitle: a\n", "summary: >-\n # one",
      "comma: \"，\"\ntitle: （计划）\n",
    ])
  func usual(text: String) throws {
    let entries = try #require(Self.plain(text), "\(text)")
    let expected = Self.parsed(text)
    #expect(expected.diagnostics.isEmpty)
    #expect(entries == expected.entries, "\(text)")
  }

  @Test("whatever is read without the parser has the entries and places that the parser gives")
  func differential() {
    let pieces = [
      "title", "date", "a-b", "k2", ":", ": ", ":  ", "\n", "\n", "\n", "  ", " ", "- ", "  - ", "-", "[",
      "]", ", ", ",",
      "\"", "'", "#", " # x", "null", "~", "2025-03-02", "The plan", "Zölle", "“x”", "x", "…", "|", ">", "&a",
      "*a", "!t",
      "{", "}", "\\", "\t", "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "?", "%", "@", "`", "...",
      "---", "<<",
      "https://a.example/#x", "true", "[a, b]", "\"a\"", "'b'", "\n  c", "🙂", "\u{FFFE}", "\u{A0}", "（计划）",
      "\u{FFFD}",
    ]
    let starts = [
      "title: ", "tags: [", "authors:\n  - ", "authors:\n- ", "a: \"", "b: '", "", "k:\n  one: ",
      "k:\n\n  # x\n  one: ", "  two: ",
      "   c: ", "s: >-\n  ", "s: >-\n  a\n  ",
    ]
    var generator = SeededGenerator(seed: 7)
    var read = 0
    for _ in 0..<120_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        text += starts.randomElement(using: &generator) ?? ""
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
          text += pieces.randomElement(using: &generator) ?? ""
        }
        text += Bool.random(using: &generator) ? "\n" : ""
      }
      guard let entries = Self.plain(text) else { continue }
      read += 1
      let expected = Self.parsed(text)
      #expect(entries == expected.entries && expected.diagnostics.isEmpty, "\(text.debugDescription)")
    }
    #expect(read > 4_000, "\(read)")
  }

  @Test("the languages of the interface are read without the parser, like by it") func languages() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Templates/languages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count > 8)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let plain = try #require(Self.plain(text), "\(name)")
      let parsed = Self.parsed(text).entries
      #expect(plain.count == parsed.count, "\(name)")
      let different = zip(plain, parsed).filter { $0 != $1 }.map(\.0.key)
      #expect(different.isEmpty, "\(name)")
    }
  }
}
