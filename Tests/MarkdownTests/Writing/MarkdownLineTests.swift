import Foundation
import TestSupport
import Testing
import Text

@testable import Markdown

@Suite("Text in Markdown that Standpoint writes")
struct MarkdownLineTests {
  /// What means something to some reader of Markdown.
  private static let parts = [
    "a", "b", "word", "é", "日", " ", " ", ".", ",", "\\", "\\\\", "`", "``", "*", "**", "_", "__", "[", "]",
    "[[", "]]",
    "(", ")", "](", "](x)", "[^1]", "^[", "^", "!", "![", "<", ">", "<b>", "</b>", "<!--", "-->", "<?",
    "<x@y.z>", "&",
    "&amp;", "&#35;", ";", "~", "~~", "~~~", "==", "=", "%%", "%", "$", "$$", "|", "||", "\\|", "|---|", ":",
    ": ", ":smile:",
    "#", "# ", "## ", " #", "+", "+ ", "-", "- ", "---", "* ", "1.", "1. ", "2)", "2) ", "12345678901. ", "{",
    "}",
    "{#id}", "{as-of=2025}", "{.c}", "\"", "'", "Table: ", "[x] ", "[ ] ", "[a]: b", "[a]: <b>", "[!note]",
    "[+]", "[--] ",
    "```", "=== ", "::: ", "@key", "[@key]", "#5", "GH-1", "<br>", "\u{a0}", "“", "”", "…", "\t",
  ]

  /// Without addresses of e-mail, which readers link to themselves.
  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...7, using: &random)).map { _ in random.pick(parts) }.joined()
    }
    .filter { $0.firstMatch(of: /@[^ ]*\./) == nil }
  }

  /// The text as readers have it back: without white space at its ends, which Markdown does not keep.
  private static func shown(_ text: String) -> String {
    let words = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    var output = HTML()
    output.escaped(String(words.map { $0 == "\t" ? " " : $0 }))
    return output.text
  }

  /// Every place in which a text can stand.
  ///
  /// - Parameter gap: between a text and a link after it.
  private static func document(_ text: String, gap: MarkdownLine = "") -> [MarkdownBlock] {
    let line: MarkdownLine = "\(text)"
    var linked = MarkdownLine()
    linked.escaped(text, isInLink: true)
    let link = MarkdownLine.link(linked, to: "https://x.example/(a b)?c=|d")
    return [
      .heading(2, line), .paragraph(line), .list([[.paragraph(line)]]), .quote([.paragraph(line)]),
      .list([[.paragraph(line)]], start: 3), .entries([.entry(line, [line])]), .paragraph(line + gap + link),
      .paragraph("**\(line)**"),
      .table(header: [line, link], rows: [[link, line], [.code(text), line]]), .paragraph("c " + .code(text)),
    ]
  }

  private static func expected(_ text: String, gap: String = "") -> String {
    let shown = shown(text)
    let link = "<a href=\"https://x.example/%28a%20b%29?c=%7Cd\">\(shown)</a>"
    let code = shownCode(text)
    let cell = text.contains { "|\\".contains($0) } ? shown : code
    return """
      <h2>\(shown)</h2>
      <p>\(shown)</p>
      <ul>
      <li>\(shown)</li>
      </ul>
      <blockquote>
      <p>\(shown)</p>
      </blockquote>
      <ol start="3">
      <li>\(shown)</li>
      </ol>
      <ul>
      <li>\(shown)
      <ul>
      <li>\(shown)</li>
      </ul>
      </li>
      </ul>
      <p>\(shown)\(gap)\(link)</p>
      <p><strong>\(shown)</strong></p>
      <table>
      <thead>
      <tr>
      <th>\(shown)</th>
      <th>\(link)</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>\(link)</td>
      <td>\(shown)</td>
      </tr>
      <tr>
      <td>\(cell)</td>
      <td>\(shown)</td>
      </tr>
      </tbody>
      </table>
      <p>c \(code)</p>

      """
  }

  private static func shownCode(_ text: String) -> String {
    var output = HTML()
    output.escaped(String(text.map { $0 == "\t" ? " " : $0 }))
    return "<code>\(output.text)</code>"
  }

  @Test("comes back as it was, in every place, and begins nothing", arguments: 0..<2 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let texts = Self.texts(250, seed: seed).map { "a" + $0 + "z" }
    for text in texts {
      let document = Self.document(text).document + "\n"
      #expect(html(document, .plain) == Self.expected(text), "\(text)\n\(document)")
    }
  }

  @Test("starts no block, whatever it begins or ends with", arguments: 4..<6 as Range<UInt64>)
  func starts(seed: UInt64) {
    for text in Self.texts(250, seed: seed) {
      let shown = Self.shown(text)
      if shown.isEmpty { continue }
      let line: MarkdownLine = "\(text)"
      for profile in [MarkdownProfile.plain, .site] {
        #expect(html(MarkdownBlock.paragraph(line).text + "\n", profile) == "<p>\(shown)</p>\n", "\(text)")
        #expect(
          html(MarkdownBlock.list([[.paragraph(line)]]).text + "\n", profile)
            == "<ul>\n<li>\(shown)</li>\n</ul>\n",
          "\(text)")
      }
      #expect(html(MarkdownBlock.heading(1, line).text + "\n", .plain) == "<h1>\(shown)</h1>\n", "\(text)")
    }
  }

  @Test("comes back as it was from cmark-gfm")
  func gitHub() async throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm") else {
      print("skipped: cmark-gfm is not installed")
      return
    }
    let texts = Self.texts(300, seed: 9).map { "a" + $0 + "z" }
    let documents = texts.map { Self.document($0).document + "\n" }
    let found = try await CommandSession.outputs(
      of: "cmark-gfm --unsafe -e table -e strikethrough -e footnotes -e tasklist", for: documents)
    for (text, found) in zip(texts, found) { #expect(found == Self.expected(text), "\(text)") }
  }

  @Test(
    "that is an address is at most a link to itself",
    arguments: [
      "a@b.example", "see https://x.example/a_b_c?d=1&e=2*3", "www.x_y.example and www.example.org",
      "<a@b.example>",
      "https://x.example", "http://a|b", "(https://x.example/~a)",
    ])
  func addresses(text: String) async throws {
    let document = Self.document(text, gap: " ").document + "\n"
    let expected = Self.expected(text, gap: " ").replacing(/<a[^>]*>|<\/a>/, with: "")
    #expect(html(document, .plain).replacing(/<a[^>]*>|<\/a>/, with: "") == expected)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm") else { return }
    let found = try await CommandSession.outputs(
      of: "cmark-gfm -e table -e strikethrough -e autolink", for: [document])
    #expect(found.first?.replacing(/<a[^>]*>|<\/a>/, with: "") == expected)
  }
}
