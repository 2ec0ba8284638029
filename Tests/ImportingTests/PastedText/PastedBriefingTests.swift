import Content
import Diagnostics
import Foundation
import Testing

@testable import Importing

struct PastedBriefingTests {
  @Test func `a news briefing without blank lines becomes a clean report`() throws {
    let report = try Self.report(of: "briefing.txt")
    let expected = try Self.text(of: "briefing.md")
    #expect(report.text == expected, "the report is now:\n\(report.text)")
    #expect(report.slug == "trumps-plan-for-ukraine-and-russias-response-where-the-two-sides-stand")
  }

  @Test func `each decision about the briefing is reported with its line`() throws {
    let report = try Self.report(of: "briefing.txt")
    let reported = report.decisions.map { $0.text(path: "briefing.txt") }.joined(separator: "\n") + "\n"
    let expected = try Self.text(of: "briefing.decisions.txt")
    #expect(reported == expected, "the decisions are now:\n\(reported)")
  }

  @Test func `no word of the briefing is lost`() throws {
    let input = try Self.text(of: "briefing.txt")
    #expect(WordSequence.ofReport(try Self.report(of: "briefing.txt").text) == WordSequence.of(input))
  }

  private static func report(of name: String) throws -> ImportedReport {
    ReportImporter(options: ImportOptions(name: "briefing"))
      .report(fromText: SourceText(path: name, text: try text(of: name)))
  }

  private static func text(of name: String) throws -> String {
    let folder = URL(filePath: #filePath).appending(path: "../../Fixtures").standardized
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
