import Content
import Diagnostics
import TestSupport
import Testing

@Suite("Files with invalid bytes")
struct HostileBytesTests {
  private static let words = [
    "---\n", "---\r\n", "title: ", "date: 2025-03", "aliases: [", "]", "- ", "\"", "'", ": ", "|", "|---|",
    "\n| Aspect | A | B |\n",
    "[+] ", "[x] ", "{as-of=2025}", "{as-of=x}", "<!-- standpoint: positions id=a -->", "<!-- ", "-->",
    "[[a#b|c]]", "[[",
    "[^1]", "[^1]: ", "> [!tension] [[a#b]]", "# ", "```\n", "base-url: ", "nav:\n", "quiet: [x]",
    "page-kinds: {x: no}",
  ]

  private static let paths = ["reports/a.md", "issues/a.md", "parties/a.md", "pages/a.md", "index.md"]

  private static func printed(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) -> String {
    DiagnosticPrinter { _ in bytes }.text(DiagnosticPolicy().apply(to: diagnostics))
  }

  @Test("an invalid byte after CRLF is reported with its line")
  func strayByteBehindCRLF() {
    let bytes: [UInt8] = Array("---\r\ntitle: A\r\n---\r\n".utf8) + [0x93, 0x71, 0x94, 0x0D, 0x0A]
    let reading = Reading(bytes: bytes)
    #expect(Self.printed(reading.diagnostics, bytes).hasPrefix("Content/reports/a.md:4:1: error: "))
  }

  @Test("of every role are read, and their diagnostics are printed", arguments: 0..<12)
  func everyRole(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: Self.words)
    for _ in 0..<15 {
      let bytes = files.file(length: 30)
      for path in Self.paths {
        let diagnostics = Reading(bytes: bytes, path: path).diagnostics
        #expect(Self.printed(diagnostics, bytes).isEmpty == diagnostics.isEmpty)
      }
    }
  }

  @Test("as site.yml are read, and their diagnostics are printed", arguments: 0..<12)
  func settings(seed: UInt64) {
    var files = HostileBytes(seed: seed, words: Self.words)
    for _ in 0..<15 {
      let bytes = files.file(length: 30)
      let source = SourceText(path: "Content/site.yml", bytes: bytes)
      let diagnostics = ContentReader.readSettings(
        InputFile(path: "site.yml", role: .settings, source: source), switches: [PageSwitch("x", "")]
      ).diagnostics
      #expect(Self.printed(diagnostics, bytes).isEmpty == diagnostics.isEmpty)
    }
  }
}
