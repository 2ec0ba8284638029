import Content
import Diagnostics
import Testing

@Suite("Problems that a file has very often")
struct RepeatedDiagnosticTests {
  @Test(
    "each is listed for a hundred places, and the last one counts the rest",
    arguments: [
      ("<b> ", DiagnosticID.rawHTML), ("<p>\n\n", .rawHTML), ("[a](javascript:b) ", .unsafeLink),
      ("<!-- standpoint: nothing -->\n\n", .unknownDirective), ("> [!tension]\n> a\n\n", .invalidTension),
      ("[^1] ", .undefinedFootnote), ("[@a] ", .unknownSource), ("| a |\n|---|\n| b | c |\n\n", .raggedRow),
    ])
  func cause(problem: String, id: DiagnosticID) {
    let found = Reading(String(repeating: problem, count: 250)).diagnostics.filter { $0.id == id }
    #expect(found.count == 100)
    #expect(found.map(\.furtherCount) == Array(repeating: 0, count: 99) + [150])
  }

  @Test("different ones of a kind are listed for a thousand places, and the last one counts the rest")
  func kind() {
    let found = Reading((0..<1_500).map { "<b class=\"c\($0)\"> " }.joined()).diagnostics
    #expect(found.map(\.id) == Array(repeating: .rawHTML, count: 1_000))
    #expect(found.map(\.furtherCount) == Array(repeating: 0, count: 999) + [500])
  }

  @Test("in a table, one diagnostic stands for all, with the first others as notes")
  func table() {
    let rows = (0..<1_500).map { "| a\($0) | <b class=\"c\($0)\"> | c |\n" }.joined()
    let found = Reading("| Aspect | North | South |\n|---|---|---|\n\(rows)").diagnostics
    #expect(found.map(\.id) == [.rawHTML])
    #expect(found.first?.message.hasSuffix("(and 1499 more like it in this table)") == true)
    #expect(found.first?.notes.count == 100)
  }

  @Test("the front matter of a file lists a thousand different ones of a kind")
  func frontMatter() {
    let keys = (0..<1_500).map { "key\($0): a\n" }.joined()
    let found = Reading("---\n\(keys)---\n\nText.\n").diagnostics
    #expect(found.map(\.id) == Array(repeating: .unknownKey, count: 1_000))
    #expect(found.last?.furtherCount == 500)
  }
}
