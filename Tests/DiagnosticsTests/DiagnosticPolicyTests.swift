import Diagnostics
import Testing

@Suite("Selecting and ordering diagnostics")
struct DiagnosticPolicyTests {
  private func diagnostic(_ id: DiagnosticID, _ path: String, _ start: Int, _ message: String = "m")
    -> Diagnostic
  {
    Diagnostic(id, at: Place(path: path, range: start..<(start + 1)), message)
  }

  @Test("diagnostics are ordered by file, place and identifier, without duplicates")
  func order() {
    let list = DiagnosticPolicy().apply(to: [
      diagnostic(.unknownName, "b.md", 0), diagnostic(.unknownName, "a.md", 10),
      diagnostic(.unknownName, "a.md", 2),
      diagnostic(.brokenLink, "a.md", 10), diagnostic(.unknownName, "a.md", 2),
      Diagnostic(.withoutBaseURL, at: nil, "m"), Diagnostic(.emptySite, at: Place(path: "a.md"), "m"),
    ])
    #expect(
      list.entries.map { "\($0.diagnostic.id.rawValue) \($0.diagnostic.place?.range?.lowerBound ?? -1)" } == [
        "without-base-url -1", "empty-site -1", "unknown-name 2", "broken-link 10", "unknown-name 10",
        "unknown-name 0",
      ])
  }

  @Test("the order of the input does not matter")
  func anyOrder() {
    let all = [
      diagnostic(.unknownName, "a.md", 1, "x"), diagnostic(.unknownName, "a.md", 1, "y"),
      diagnostic(.unknownName, "a.md", 0), diagnostic(.rawHTML, "a.md", 1),
    ]
    #expect(DiagnosticPolicy().apply(to: all) == DiagnosticPolicy().apply(to: all.reversed()))
  }

  @Test("a strict run turns warnings into errors and leaves notes unchanged")
  func strict() {
    let list = DiagnosticPolicy(isStrict: true).apply(to: [
      diagnostic(.raggedRow, "a.md", 0), Diagnostic(.withoutBaseURL, at: nil, "m"),
    ])
    #expect(list.entries.map(\.severity) == [.note, .error])
    #expect(list.hasErrors)
    #expect(DiagnosticPrinter { _ in nil }.text(list).contains("a.md: error: m [ragged-row]"))
  }

  @Test("a silenced warning is not shown, not even in a strict run; an error cannot be silenced")
  func quiet() {
    let policy = DiagnosticPolicy(isStrict: true, quiet: [.raggedRow, .unknownName])
    let list = policy.apply(to: [diagnostic(.raggedRow, "a.md", 0), diagnostic(.unknownName, "a.md", 1)])
    #expect(list.entries.map(\.diagnostic.id) == [.unknownName])
  }

  @Test("the summary gives the counts in words")
  func summary() {
    func summary(_ ids: [DiagnosticID]) -> String {
      DiagnosticPolicy().apply(
        to: ids.enumerated().map { diagnostic($0.element, "a.md", $0.offset) }
      ).summary
    }
    #expect(summary([]) == "no problems found")
    #expect(summary([.unknownName, .brokenLink, .raggedRow]) == "2 errors, 1 warning")
    #expect(summary([.axisWordWithoutParties]) == "1 note")
    #expect(!DiagnosticPolicy().apply(to: [diagnostic(.raggedRow, "a.md", 0)]).hasErrors)
  }
}
