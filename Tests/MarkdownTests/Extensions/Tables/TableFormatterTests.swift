import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@Suite struct TableFormatterTests {
  private static func formatted(_ text: String) -> String {
    let source = SourceText(path: "a.md", bytes: Array(text.utf8))
    return String(decoding: TableFormatter.formatted(source, from: 0), as: UTF8.self)
  }

  private static func html(_ text: String) -> String {
    let (document, _) = MarkdownParser(profile: .plain).parse(
      SourceText(path: "a.md", bytes: Array(text.utf8)))
    var renderer = HTMLRenderer(document)
    renderer.render(0)
    return renderer.output.text
  }

  @Test("columns are aligned by display width, and cells stand where their column is aligned")
  func aligned() {
    let text = """
      # A table

      |Issue|日本|n|
      |-|:-:|--:|
      |Caf\u{65}\u{301}|一二三|1
      | a \\| b || 1234 |

      Text | with pipes
      """
    #expect(
      Self.formatted(text) == """
        # A table

        | Issue  |  日本  |    n |
        |--------|:------:|-----:|
        | Caf\u{65}\u{301}   | 一二三 |    1 |
        | a \\| b |        | 1234 |

        Text | with pipes
        """)
  }

  @Test("a caption or a text directly below a table stays as it is, so that its message does, too")
  func glued() {
    #expect(
      Self.formatted("|a|b|\n|-|-|\n|1|2|\nTable: What they say {#core}\n")
        == "| a   | b   |\n|-----|-----|\n| 1   | 2   |\nTable: What they say {#core}\n")
  }

  @Test("tables in quotes and lists keep what stands before their lines; line ends stay as they are")
  func nested() {
    let text =
      "> [!note]\r\n> a|b\r\n> -|-\r\n> long cell|c\r\n\r\n- | x | y |\r\n  |--|--|\r\n  | 1 | 2 |\r\n"
    #expect(
      Self.formatted(text)
        == "> [!note]\r\n> | a         | b   |\r\n> |-----------|-----|\r\n> | long cell | c   |\r\n\r\n"
        + "- | x   | y   |\r\n  |-----|-----|\r\n  | 1   | 2   |\r\n")
  }

  @Test(
    "what only looks like a table stays as it is",
    arguments: [
      "```\n|a|b|\n|-|-|\n```\n", "    |a|b|\n    |-|-|\n", "|a|b|\n|-|\n", "a|b\nc|d\n",
      "<!-- standpoint: positions list -->\n- Fish\n  - North: [+] yes\n  - South: no\n",
      "<pre>\n|a|b|\n|-|-|\n</pre>\n",
    ])
  func others(_ text: String) { #expect(Self.formatted(text) == text) }

  private static var delimiterRow: Regex<Substring> { /(?m)^[> ]*\|?:?-+:?(?: *\|:?-+:?)*\|?$/ }

  private static let cells = [
    "", "a", "[+] Supports it", "日本語の立場", "e\u{301}e\u{301}", "`a \\| b`", "**x**", "[l](u \"t\")", "a \\| b",
    "👩‍👩‍👧", "—",
    "نص", "\\", "c\\", "[^1]", "{as-of=2025}", "<br>", "::", "---",
  ]

  /// A document of random blocks, with tables of random shapes between them.
  private static func document(_ random: inout SeededGenerator) -> String {
    let prefixes = ["", "> ", "  ", "> > "]
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let prefix = prefixes.randomElement(using: &random) ?? ""
      guard Int.random(in: 0..<3, using: &random) > 0 else {
        let block =
          ["Text", "# Heading | a", "```\n| a |\n|---|\n```", "- item | b", "a | b"].randomElement(
            using: &random)
          ?? ""
        return (block.hasPrefix("`") ? "" : prefix) + block
      }
      let columns = Int.random(in: 1...4, using: &random)
      var rows = [[String]]()
      for _ in 0...Int.random(in: 0...4, using: &random) {
        let count = max(1, columns + (rows.isEmpty ? 0 : Int.random(in: -1...1, using: &random)))
        rows.append((0..<count).map { _ in cells.randomElement(using: &random) ?? "" })
      }
      let marks = (0..<columns).map { _ in ["-", ":--", "--:", ":-:"].randomElement(using: &random) ?? "-" }
      rows.insert(marks, at: 1)
      let isOpen = columns > 1 && Bool.random(using: &random)
      return rows.map {
        prefix + (isOpen ? $0.joined(separator: "|") : "|" + $0.joined(separator: " |") + "|")
      }
      .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  @Test("nothing outside tables and no cell changes, and a second run changes nothing", arguments: 0..<400)
  func property(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = Self.document(&random)
    let new = Self.formatted(text)
    #expect(Self.html(new) == Self.html(text), "\(text)\n\n\(new)")
    #expect(Self.formatted(new) == new, "\(text)\n\n\(new)")
    // Blocks have no empty lines, so both texts have the same ones.
    let (old, blocks) = (text.components(separatedBy: "\n\n"), new.components(separatedBy: "\n\n"))
    #expect(old.count == blocks.count)
    for (before, after) in zip(old, blocks)
    where !before.contains(Self.delimiterRow) || before.contains("```") {
      #expect(before == after)
    }
  }
}
