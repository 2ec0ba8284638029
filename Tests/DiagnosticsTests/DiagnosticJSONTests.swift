import Diagnostics
import Foundation
import Testing

@Suite("Diagnostics as JSON")
struct DiagnosticJSONTests {
  private func document(_ diagnostics: [Diagnostic], source: String = "") -> String {
    DiagnosticJSON { _ in Array(source.utf8) }.text(DiagnosticPolicy().apply(to: diagnostics))
  }

  @Test("every fact is in the document, with the keys in a fixed order")
  func wholeDocument() {
    let diagnostic = Diagnostic(
      .unknownName, at: Place(path: "a.md", range: 3..<5), "unknown name “ä”",
      notes: [Note("see there", at: Place(path: "b.md"))],
      suggestion: Suggestion("did you mean “a”?", replacement: "a"))
    #expect(
      document([diagnostic], source: "x\n\"ä\"") == """
        {"version":1,"errors":1,"warnings":0,"notes":0,"diagnostics":[
        {"id":"unknown-name","severity":"error","file":"a.md","start":{"line":2,"column":2},\
        "end":{"line":2,"column":3},"message":"unknown name “ä”","notes":[{"message":"see there",\
        "file":"b.md","start":null,"end":null}],"suggestion":"did you mean “a”?","replacement":"a",\
        "excerpt":"\\"ä\\"","further":0}
        ]}

        """)
  }

  @Test("an empty list gives a document, too")
  func empty() {
    #expect(document([]) == "{\"version\":1,\"errors\":0,\"warnings\":0,\"notes\":0,\"diagnostics\":[]}\n")
  }

  @Test("an independent reader reads any text back unchanged")
  func escapes() throws {
    let text =
      (0...0x200).compactMap(Unicode.Scalar.init).map { String($0) }.joined() + "\u{2028}\u{2029}😀\"\\/"
    let read = try JSONSerialization.jsonObject(
      with: Data(
        document([Diagnostic(.unknownName, at: nil, text), Diagnostic(.rawHTML, at: nil, "b")]).utf8))
    let diagnostics = try #require((read as? [String: Any])?["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["message"] as? String } == ["b", text])
    #expect(diagnostics[0]["file"] is NSNull)
  }
}
