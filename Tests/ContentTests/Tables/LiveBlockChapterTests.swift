import Foundation
import TestSupport
import Testing

@testable import Content

@Suite("The guide's chapter on live blocks")
struct LiveBlockChapterTests {
  private let chapter: String

  init() throws {
    chapter = try String(contentsOf: packageRoot.appending(path: "Guide/live-blocks.md"), encoding: .utf8)
  }

  @Test("has a row for each key, in order, and no others")
  func keys() {
    let rows = chapter.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.map { $0.split(separator: "`")[1] } == ViewReader.keys.map { Substring($0) })
  }

  @Test("explains each view", arguments: AuthoredView.Kind.allCases)
  func views(kind: AuthoredView.Kind) {
    #expect(chapter.contains("\n- **\(kind.rawValue)**:"))
  }

  @Test("gives an example that works")
  func example() throws {
    let start = try #require(chapter.range(of: "````markdown\n"))
    let end = try #require(chapter.range(of: "````\n", range: start.upperBound..<chapter.endIndex))
    let reading = Reading(String(chapter[start.upperBound..<end.lowerBound]))
    #expect(reading.printed == "")
    #expect(reading.header.views.first?.issues?.count == 2)
  }
}
