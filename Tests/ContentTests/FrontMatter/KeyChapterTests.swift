import Foundation
import TestSupport
import Testing

@testable import Content

@Suite("The guide's chapters on front matter and settings", .serialized)
struct KeyChapterTests {
  @Test("are generated from the keys of each kind of file", arguments: FrontMatterKey.Kind.allCases)
  func frontMatter(kind: FrontMatterKey.Kind) throws {
    let heading = ["report": "Reports", "issue": "Issues", "party": "Parties", "page": "Pages"][kind.rawValue]
    try compare(FrontMatterKey.guideTable(kind), below: try #require(heading), of: "front-matter")
  }

  @Test("are generated from the keys of site.yml")
  func settings() throws { try compare(SettingsKey.guideTable, below: "site.yml", of: "settings") }

  /// Compares the first table below a heading, or records it on request.
  private func compare(_ table: String, below heading: String, of name: String) throws {
    let file = packageRoot.appending(path: "Guide/\(name).md")
    let chapter = try String(contentsOf: file, encoding: .utf8)
    let section = try #require(chapter.range(of: "\n## \(heading)\n")).upperBound
    let mark = try #require(chapter.range(of: "\n| Key |", range: section..<chapter.endIndex)).lowerBound
    let start = chapter.index(after: mark)
    let end = chapter.range(of: "\n\n", range: start..<chapter.endIndex)?.lowerBound ?? chapter.endIndex
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] == "1" {
      let new = chapter[..<start] + table.dropLast() + chapter[end...]
      try Data((new.hasSuffix("\n") ? new : new + "\n").utf8).write(to: file)
      Testing.Issue.record("the table below “\(heading)” was recorded: look at the changes")
      return
    }
    #expect(chapter[start..<end].split(separator: "\n") == table.split(separator: "\n"))
  }
}
