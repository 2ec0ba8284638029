import Diagnostics
import TestSupport
import Testing
import Text

/// CRLF is two bytes and one `Character`; a stray continuation byte does not belong to any character. Excerpts and
/// columns are counted in bytes and scalars, so neither may keep a diagnostic from being printed.
@Suite("Diagnostics about invalid bytes")
struct ByteBoundaryTests {
  private static func diagnostic(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(.invalidUTF8, at: Place(path: "a.md", range: range), "a place")
  }

  @Test("an invalid byte after CRLF is shown on its own line, at its first column")
  func strayByteBehindCRLF() {
    let bytes: [UInt8] = [0x61, 0x0D, 0x0A, 0x93, 0x71, 0x0D, 0x0A]
    let text = DiagnosticPrinter { _ in bytes }.text(Self.diagnostic(3..<4))
    #expect(
      text == """
        a.md:2:1: error: a place [invalid-utf8]
           2 | \u{FFFD}q
             | ^

        """)
  }

  @Test(
    "a place inside a line end is shown at the end of the line",
    arguments: [1..<1, 1..<2, 2..<2, 2..<3, 1..<5])
  func insideLineEnd(_ range: Range<Int>) {
    let text = DiagnosticPrinter { _ in Array("a\r\nbc".utf8) }.text(Self.diagnostic(range))
    #expect(text.hasPrefix("a.md:1:"))
    #expect(text.contains("   1 | a\n     |  ^\n"))
  }

  @Test("every writer prints every place in every file", arguments: 0..<12)
  func everyPlace(seed: UInt64) {
    var files = HostileBytes(seed: seed)
    for _ in 0..<10 {
      let bytes = files.file(length: 8)
      let offsets = -1...bytes.count + 2
      let all = offsets.flatMap { start in (start...bytes.count + 2).map { Self.diagnostic(start..<$0) } }
      let list = DiagnosticPolicy().apply(to: all)
      #expect(!DiagnosticPrinter { _ in bytes }.text(list).isEmpty)
      #expect(!DiagnosticJSON { _ in bytes }.text(list).isEmpty)
      #expect(!DiagnosticSARIF(version: "0") { _ in bytes }.text(list).isEmpty)
      #expect(!DiagnosticAnnotations { _ in bytes }.text(list).isEmpty)
    }
  }

  @Test("a place is on the line that contains its byte", arguments: 0..<12)
  func rightLine(seed: UInt64) {
    var files = HostileBytes(seed: seed)
    for _ in 0..<10 {
      let bytes = files.file(length: 8)
      var lines = LineIndex(bytes)
      for offset in bytes.indices where offset >= (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
        let ends = bytes[..<offset].indices.filter {
          bytes[$0] == 0x0A || bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A
        }
        #expect(lines.location(of: offset).line == ends.count + 1, "\(bytes) at \(offset)")
      }
    }
  }
}
