import Diagnostics
import Testing

@testable import Markdown

/// Inputs so large that recursion, or more than linear time, would fail.
@Suite("Hostile input", .timeLimit(.minutes(60)))
struct HostileInputTests {
  /// The sizes are chosen for a debug build.
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static let inputs: [String] = [
    times(26666, "![[]()"), times(16666, "![") + times(16666, "[]()") + times(16666, "]()"),
    times(800, times(100, "![[]()") + "\n"),
    times(16666, "["), times(16666, "[[a") + times(16666, "]]"), times(16666, "[[a]]"),
    times(13333, "![[a|b]]"), times(16666, "[^a]") + "\n\n[^a]: x\n",
    times(10000, "[^a]: x\n"), "[^" + times(66666, "a"), times(33333, "> ") + "a", times(33333, "- ") + "a",
    times(6666, "- ") + "a\n" + times(6666, "\n"),
    times(6666, "*a **a "), times(16666, "*_") + "a", times(16666, "~~a "), times(13333, "~a~~b"),
    times(16666, "\\~") + "~~a~~", times(16666, "www."),
    times(16666, "www._"), times(13333, "http://_"), times(13333, "http://a.b"), times(16666, "a@"),
    times(66666, "a") + "@", times(16666, "@a.b"),
    times(16666, "<!--"), "<div>\n" + times(16666, "<!--"), times(16666, "<a "), times(26666, "&a"),
    times(16667, "`a"), times(33333, "|-|\n"),
    "|a|b|\n|-|-|\n" + times(33333, "|[+] x {a=b}|\n"), times(6666, "a\n|-|\n    x\n"),
    times(3333, "|a|\n|-|\n2. x\n"), times(10000, "|a|\n|-|-|\n"),
    times(6666, "a\n|-|\nb\n===\n"), "> a\n" + times(33333, "b\n"),
    times(1000, "> ") + "a\n" + times(6666, "|-|\n"), times(3333, "> [!note] T\n> x\n\n"),
    times(3333, "|a|\n|-|\n|b|\n\n: c\n\n"),
    times(3000, "|a") + "|\n" + times(3000, "|-") + "|\n" + times(21666, "|x\n"), times(10000, "[a]: /u\n"),
    times(26666, "![["), times(20000, "![[a|"), times(20000, "[^1]"), times(10000, "a <![CDATA[ "),
    times(6666, "a[^b]\n") + (0..<3333).map { "[^d\($0)]: x\n" }.joined(),
    (0..<6666).map { "text[^u\($0)]\n" }.joined() + (0..<3333).map { "[^d\($0)]: x\n" }.joined(),
    "a[^0]\n\n" + (0..<6666).map { "[^\($0)]: see[^\($0 + 1)]\n" }.joined(),
    times(6666, "[a](b\n\"t\") "), times(33333, "\u{0}"), times(33333, "a\r"), times(33333, "\\") + "[[a]]",
  ]

  @Test("is parsed and rendered in time and without a crash", arguments: inputs.indices)
  func staysLinear(index: Int) {
    for profile in [MarkdownProfile.plain, .site] {
      let document = parsed(Self.inputs[index], profile).document
      var renderer = HTMLRenderer(document)
      renderer.render(0)
      // Every byte of the text is stored a few times at most, however it is put together.
      #expect(document.text.count <= 8 * Self.inputs[index].utf8.count)
      #expect(Int(document.nodes[0].end) == document.nodes.count)
    }
  }

  @Test("a footnote that is missing a thousand times is listed a hundred times, and the rest is counted")
  func repeatedDiagnostics() {
    let (document, diagnostics) = parsed(Self.times(1000, "a[^1] ") + "\n\n" + Self.times(3, "b[^2] "))
    #expect(diagnostics.map(\.id) == Array(repeating: .undefinedFootnote, count: 103))
    #expect(diagnostics.prefix(99).allSatisfy { $0.furtherCount == 0 })
    #expect(diagnostics[99].furtherCount == 900 && diagnostics[102].furtherCount == 0)
    #expect(document.plainText(of: 1).contains("[^1]"))
  }

  @Test("a similar name is searched for a limited number of missing footnotes, once for each")
  func searchedNames() {
    let missing = (0..<200).map { "a[^budget-of-energy\($0)]\n\n" }.joined()
    let text =
      Self.times(3, "a[^nott] ") + "\n\n" + missing
      + "b[^note] [^budget-of-energy]\n\n[^note]: c\n\n[^budget-of-energy]: d\n"
    let diagnostics = parsed(text).diagnostics
    #expect(diagnostics.count == 203)
    #expect(diagnostics.prefix(3).allSatisfy { $0.suggestion?.replacement == "[^note]" })
    #expect(diagnostics.count { $0.suggestion != nil } == Limit.searchedNames.value + 2)
  }

  @Test("image brackets beyond the limit are shown as text")
  func imageBrackets() {
    let text = Self.times(1000, "![[]()") + " ![a](b)"
    let output = html(text)
    #expect(output.contains("<img src=\"b\" alt=\"a\" />"))
    #expect(output.components(separatedBy: "![").count == 1001)
    #expect(output.components(separatedBy: "<a href=\"\"></a>").count == 1001)
    #expect(html(Self.times(1000, "![a](b)\n")).components(separatedBy: "<img").count == 1001)
  }
}
