import Foundation
import TestSupport
import Testing

@testable import Content

@Suite("The guide's chapters on front matter and settings")
struct KeyChapterTests {
  /// The keys in the tables of a section, in their order.
  private static func keys(_ heading: String, of chapter: String) throws -> [String] {
    let text = try String(contentsOf: packageRoot.appending(path: "Guide/\(chapter).md"), encoding: .utf8)
    let start = try #require(text.range(of: "\n## \(heading)\n"), "no section \(heading)").upperBound
    let rest = text[start...]
    let section = rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
    return section.split(separator: "\n").compactMap {
      $0.hasPrefix("| `") ? String($0.split(separator: "`")[1]) : nil
    }
  }

  @Test(
    "have every key of each kind of file, and no other",
    arguments: [
      ("Reports", FrontMatterKeys.report), ("Issues", FrontMatterKeys.issue),
      ("Parties", FrontMatterKeys.party), ("Pages", FrontMatterKeys.page),
    ])
  func frontMatter(heading: String, keys: [String]) throws {
    #expect(try Self.keys(heading, of: "front-matter").sorted() == keys.sorted())
  }

  @Test("have every key of site.yml, and no other")
  func settings() throws {
    #expect(try Self.keys("site.yml", of: "settings").sorted() == SettingsReader.keys.sorted())
  }
}
