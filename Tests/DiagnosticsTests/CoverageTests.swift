import Diagnostics
import Foundation
import Testing

/// The convention for the tests of every room:
///
/// Each diagnostic that a room reports has a test that compares the **printed** diagnostic, as an author sees it, with text
/// in the test. Print it with `DiagnosticPrinter`, whose source is a closure over the test's own text, so that the
/// expected text contains the headline with its identifier at the end, as in
///
///     Content/reports/a.md:2:1: warning: unknown key “titel” [unknown-key]
///        2 | titel: A
///          | ^~~~~
///          = help: did you mean “title”?
///
/// The first test below reads all test sources and looks for `[identifier]` of every `DiagnosticID`. It fails for
/// an identifier that no test contains. The literal must be in a source (or `.txt` fixture) of another room's tests, and
/// only in expectations; this folder uses identifiers merely as examples and does not count.
@Suite("Every diagnostic is declared once and covered by a test")
struct CoverageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(of folder: String, where isWanted: (URL) -> Bool) throws -> String {
    let url = Self.root.appending(path: folder)
    let files = try #require(FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil))
    var text = ""
    for case let file as URL in files where isWanted(file) {
      text += try String(contentsOf: file, encoding: .utf8)
    }
    return text
  }

  @Test("each identifier is in square brackets in a test")
  func everyDiagnosticIsShown() throws {
    let text = try text(of: "Tests") {
      !$0.path.contains("/DiagnosticsTests/") && $0.pathExtension == "swift" || $0.pathExtension == "txt"
    }
    let missing = DiagnosticID.allCases.map(\.rawValue).filter { !text.contains("[\($0)]") }
    #expect(missing.isEmpty, "no test shows the message of: \(missing.joined(separator: ", "))")
  }

  @Test("each declared diagnostic belongs to one group")
  func everyDiagnosticIsInAGroup() throws {
    let text = try text(of: "Sources/Diagnostics/Catalog") { $0.pathExtension == "swift" }
    let declared = text.matches(of: /= DiagnosticID\(\s*"([^"]+)"/).map { String($0.output.1) }
    #expect(declared.sorted() == DiagnosticID.allCases.map(\.rawValue).sorted())
    #expect(Set(declared).count == declared.count)
  }

  @Test("identifiers are lower-case words with hyphens")
  func identifiersAreWellFormed() {
    for id in DiagnosticID.allCases {
      #expect(id.rawValue.allSatisfy { $0 == "-" || ($0.isASCII && ($0.isLowercase || $0.isNumber)) })
      #expect(!id.rawValue.hasPrefix("-") && !id.rawValue.hasSuffix("-") && !id.rawValue.contains("--"))
      #expect(DiagnosticID(rawValue: id.rawValue) == id)
    }
    #expect(DiagnosticID(rawValue: "no-such-diagnostic") == nil)
  }
}
