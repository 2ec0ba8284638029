import Foundation
import TestSupport
import Testing

@testable import Diagnostics

@Suite("The guide's table of limits")
struct LimitTableTests {
  private static let chapter = packageRoot.appending(path: "Guide/scaling.md")
  private static let head = "| What | Limit | Beyond it | Key below `limits:` |\n|---|---|---|---|\n"

  private static var rows: String {
    Limit.all.map { limit in
      let effect =
        limit.diagnostic.map { diagnostic in
          let kind =
            switch diagnostic.severity {
            case .error: "an error"
            case .warning: "a warning"
            case .note: "a note"
            }
          return "\(limit.effect): [\(kind)](diagnostics.md#\(diagnostic.rawValue))"
        } ?? limit.effect
      return
        "| \(limit.summary) | \(limit.shown) | \(effect) | \(limit.range == nil ? "" : "`\(limit.name)`") |"
    }.joined(separator: "\n")
  }

  @Test func `the table is identical to the list of limits`() throws {
    let chapter = try String(contentsOf: Self.chapter, encoding: .utf8)
    let start = try #require(chapter.range(of: Self.head)).upperBound
    let end = try #require(chapter.range(of: "\n\n", range: start..<chapter.endIndex)).lowerBound
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      try Data(chapter.replacingCharacters(in: start..<end, with: Self.rows).utf8).write(to: Self.chapter)
      Testing.Issue.record(
        "Guide/scaling.md was recorded: look at the changes, then run the tests again without STANDPOINT_RECORD"
      )
      return
    }
    #expect(chapter[start..<end] == Self.rows)
  }

  @Test func `every limit has its own name, and a limit that can be changed may keep its number`() {
    #expect(Set(Limit.all.map(\.name)).count == Limit.all.count)
    for limit in Limits.settable { #expect(limit.range?.contains(limit.value) == true, "\(limit.name)") }
    // A note that is only linked to loses nothing, nor do pages without an entry in the menu, nor positions that stand on the
    // page of who holds them; everything else that a limit leaves out is an error.
    let severities: [DiagnosticID: Severity] = [
      .nestedEmbed: .warning, .longActingChain: .warning, .pagesNotInMenu: .note,
    ]
    for diagnostic in Limit.all.compactMap(\.diagnostic) {
      #expect(diagnostic.severity == severities[diagnostic] ?? .error, "\(diagnostic.rawValue)")
    }
  }
}
