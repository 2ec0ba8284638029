import Testing

@testable import Diagnostics

struct DiagnosticTallyTests {
  private static func diagnostic(_ message: String, at offset: Int) -> Diagnostic {
    Diagnostic(.unknownName, at: Place(path: "a.md", range: offset..<offset + 1), message)
  }

  /// The list after 5 diagnostics with one message, and 2 with another between them.
  private static var list: [Diagnostic] {
    var list: [Diagnostic] = []
    var tally = DiagnosticTally(limit: 3)
    for offset in 0..<5 {
      tally.add(diagnostic("often", at: offset), to: &list)
      if offset.isMultiple(of: 3) { tally.add(diagnostic("rare", at: offset), to: &list) }
    }
    tally.finish(&list)
    return list
  }

  @Test func `the first diagnostics of a cause are kept in order, and the last of them counts the rest`() {
    #expect(Self.list.map(\.message) == ["often", "rare", "often", "often", "rare"])
    #expect(Self.list.map(\.furtherCount) == [0, 0, 0, 2, 0])
  }

  @Test func `diagnostics that are not listed are part of the counts`() {
    let list = DiagnosticPolicy().apply(to: Self.list)
    #expect(list.entries.count == 5)
    #expect(list.count == 7)
    #expect(list.summary == "7 errors")
  }

  @Test func `the last diagnostic says how many more there are, in every format`() {
    let list = DiagnosticPolicy().apply(to: Self.list)
    let source: DiagnosticPrinter.Source = { _ in Array("abcdefgh".utf8) }
    let note = "2 more places in this file have the same problem"
    let texts = [
      DiagnosticPrinter(source: source).text(list), DiagnosticAnnotations(source: source).text(list),
      DiagnosticSARIF(version: "1", source: source).text(list),
    ]
    for text in texts {
      #expect(text.split(separator: note, omittingEmptySubsequences: false).count == 2, "\(text)")
    }
    let json = DiagnosticJSON(source: source).text(list)
    #expect(json.contains("\"further\":2}") && json.contains("\"errors\":7"), "\(json)")
  }
}
