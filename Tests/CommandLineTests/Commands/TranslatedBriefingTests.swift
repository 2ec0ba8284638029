import Foundation
import TestSupport
import Testing

/// The pasted briefing in four languages.
@Suite("A briefing in other languages")
struct TranslatedBriefingTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/briefings")

  /// The graph without its names: issues and parties are numbered in order of appearance.
  private struct Shape: Equatable {
    var positions: [[String]] = []
    var coreIssues = 0
    var headings: [Int] = []
  }

  private static func shape(_ language: String) throws -> Shape {
    let folder = try TestFolder()
    try folder.write("Content/site.yml", "title: Site\nlanguage: \(language)\n")
    try FileManager.default.copyItem(
      at: fixtures.appending(path: language + ".txt"), to: folder.url.appending(path: "briefing.txt"))
    let imported = try Tool(folder: folder).run("import", "briefing.txt")
    #expect(imported.exitCode == 0 && !imported.errors.contains("warning:"), "\(imported.errors)")
    let built = try Tool(folder: folder).run("build")
    #expect(built.exitCode == 0, "\(built.errors)")
    let path = try #require(imported.output.split(separator: "\n").last.map(String.init))
    let report = try folder.text(path)
    var shape = Shape()
    shape.coreIssues = report.split(separator: "\n").count { $0.hasPrefix("  - ") }
    shape.headings = report.split(separator: "\n").filter { $0.hasPrefix("#") }.map {
      $0.prefix { $0 == "#" }.count
    }
    shape.positions = positions(try folder.text("Public/positions.csv"))
    return shape
  }

  private static func positions(_ csv: String) -> [[String]] {
    var rows = csv.split(whereSeparator: \.isNewline).map { fields(String($0)) }
    let header = rows.removeFirst()
    var numbers: [String: [String: Int]] = [:]
    return rows.map { row in
      ["issue", "party", "date", "date_origin", "stance", "comparison", "row", "column"].map { name in
        guard let column = header.firstIndex(of: name), column < row.count else { return "no \(name)" }
        let value = row[column]
        guard ["issue", "party", "comparison"].contains(name) else { return value }
        let next = numbers[name]?.count ?? 0
        let number = numbers[name]?[value] ?? next
        numbers[name, default: [:]][value] = number
        return String(number)
      }
    }
  }

  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test("imports and builds to the same graph", arguments: ["de", "fr", "uk"])
  func graph(language: String) throws {
    let (english, translated) = (try Self.shape("en"), try Self.shape(language))
    #expect(english.positions.count == 12 && english.coreIssues == 4 && english.headings.count == 8)
    #expect(translated.positions == english.positions)
    #expect(translated.coreIssues == english.coreIssues)
    #expect(translated.headings == english.headings)
  }
}
