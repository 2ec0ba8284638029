import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Documents with invalid bytes")
struct HostileBytesTests {
  private static let words = [
    "| a | b |\n", "|---|---|\n", "| [+] x {as-of=2025} |\n", ": c {#a}\n", "[[a|b]]", "[[", "]]", "[^1]",
    "[^1]: x\n",
    "> [!note] ", "~~a~~", "~", "`", "```\n", "# ", "- ", "1. ", "<!--", "-->", "<div>", "https://a.b",
    "a@b.c", "![](", ")",
    "\\", "- [ ] ", "[a]: /u\n", "    ", "&#65534;",
  ]

  @Test("are rendered as valid UTF-8, and their diagnostics are printed", arguments: 0..<16)
  func rendered(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: Self.words)
    for _ in 0..<15 {
      let bytes = files.file(length: 30)
      for profile in [MarkdownProfile.plain, .site] {
        let source = SourceText(path: "a.md", bytes: bytes)
        let (document, diagnostics) = MarkdownParser(profile: profile).parse(source)
        var renderer = HTMLRenderer(document)
        renderer.render(0)
        #expect(String(validating: renderer.output.bytes, as: UTF8.self) != nil)
        let list = DiagnosticPolicy().apply(to: diagnostics)
        #expect(DiagnosticPrinter { _ in bytes }.text(list).isEmpty == diagnostics.isEmpty)
        for node in document.nodes {
          #expect(node.source.range.upperBound <= bytes.count, "\(bytes): \(node.kind)")
        }
      }
    }
  }
}
