import Diagnostics
import Foundation
import Testing

@Suite("The guide's chapter on diagnostics")
struct GuideTests {
  private let chapter: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    chapter = try String(contentsOf: root.appending(path: "Guide/diagnostics.md"), encoding: .utf8)
  }

  @Test("has an entry for each diagnostic, with its weight and a cure", arguments: DiagnosticID.allCases)
  func entry(_ id: DiagnosticID) throws {
    let heading = try #require(chapter.range(of: "\n### \(id.rawValue)\n"), "no entry for \(id.rawValue)")
    let rest = chapter[heading.upperBound...]
    let entry = rest[..<(rest.range(of: "\n#")?.lowerBound ?? rest.endIndex)]
    #expect(entry.lowercased().hasPrefix("*\(id.severity.rawValue).*"))
    #expect(entry.contains("**Cure:**"))
  }

  @Test("has no entry for a diagnostic that does not exist")
  func noMore() {
    let headings = chapter.split(separator: "\n").filter { $0.hasPrefix("### ") }.map {
      String($0.dropFirst(4))
    }
    #expect(headings.filter { DiagnosticID(rawValue: $0) == nil } == [])
  }
}
