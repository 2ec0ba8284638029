import Foundation
import TestSupport
import Testing

@testable import Diagnostics

@Suite("The guide's chapter on diagnostics")
struct GuideTests {
  private static let chapter = packageRoot.appending(path: "Guide/diagnostics.md")

  @Test("is identical to the catalog of diagnostics, byte for byte")
  func chapter() throws {
    let expected = DiagnosticsChapter.markdown
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      try Data(expected.utf8).write(to: Self.chapter)
      Testing.Issue.record(
        "Guide/diagnostics.md was recorded: look at the changes, then run the tests again without STANDPOINT_RECORD"
      )
      return
    }
    let written = try String(contentsOf: Self.chapter, encoding: .utf8)
    // Showing two whole chapters would hide the line that differs.
    let lines = zip(written.split(separator: "\n"), expected.split(separator: "\n"))
    let different = lines.first { $0 != $1 }
    #expect(
      written == expected,
      "\(different?.0 ?? "(end)") should be: \(different?.1 ?? "(end)"); run `make record` to write it")
  }

  @Test("every entry is a full sentence and says how to fix the problem", arguments: DiagnosticID.allCases)
  func sentences(id: DiagnosticID) {
    for text in [id.summary, id.cause, id.fix] {
      #expect(text.hasSuffix(".") || text.hasSuffix("`."), "\(id.rawValue): \(text)")
      #expect(!text.contains("\n") && !text.contains("  "))
    }
    #expect(id.summary.utf8.count <= 120, "the summary of \(id.rawValue) is too long for one line")
  }
}
