import Diagnostics
import Foundation
import Testing

/// The convention that every room's tests follow:
///
/// Each diagnostic a room emits has a test that compares the **printed** complaint, as an author sees it, with text
/// written out in the test. Print it with `DiagnosticPrinter` (in tests: `printer.text(diagnostic)`, the source
/// given by a closure over the test's own text), so that the expected text holds the headline with its rule at
/// the end, as in
///
///     Content/reports/a.md:2:1: warning: unknown key “titel” [unknown-key]
///        2 | titel: A
///          | ^~~~~
///          = help: did you mean “title”?
///
/// The test below reads all test sources and looks for `[raw-value]` of every `DiagnosticID`. A rule that nobody
/// shows makes it fail and is named. So: the literal `[id]` must stand in a source (or `.txt` fixture) of the room's
/// own tests, and only in expectations; this folder, which uses rules as mere examples, does not count.
@Suite("Every rule is shown in a test")
struct CoverageTests {
  @Test("each diagnostic id stands in square brackets in some test")
  func everyRuleIsShown() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let files = try #require(FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
    var text = ""
    for case let file as URL in files
    where !file.path.contains("/DiagnosticsTests/") && file.pathExtension == "swift"
      || file.pathExtension == "txt"
    {
      text += try String(contentsOf: file, encoding: .utf8)
    }
    let missing = DiagnosticID.allCases.map(\.rawValue).filter { !text.contains("[\($0)]") }
    #expect(missing.isEmpty, "no test shows the message of: \(missing.joined(separator: ", "))")
  }

  @Test("ids are unique, lower-case words with hyphens")
  func idsAreWellFormed() {
    for id in DiagnosticID.allCases {
      #expect(id.rawValue.allSatisfy { $0 == "-" || ($0.isASCII && ($0.isLowercase || $0.isNumber)) })
      #expect(!id.rawValue.hasPrefix("-") && !id.rawValue.hasSuffix("-") && !id.rawValue.contains("--"))
    }
  }
}
