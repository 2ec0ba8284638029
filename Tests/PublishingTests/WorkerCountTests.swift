import TestSites
import TestSupport
import Testing
import Workspace

@testable import Publishing

@Suite("Numbers of workers") struct WorkerCountTests {
  private static let parties = ["North", "South", "East", "West"]

  /// A report with a table, a footnote, mentions, and a link to the report before it.
  private static func report(_ number: Int, _ random: inout SeededGenerator) -> String {
    let month = String(number % 12 + 1)
    let stances = ["[+]", "[-]", "[++]", "[--]", "[~]", ""]
    var text = """
      ---
      title: Round \(number)
      date: 20\(10 + number / 12)-\(month.count == 1 ? "0" : "")\(month)-02
      tags: [t\(number % 7)]
      ---

      Talks on Issue \(Int.random(in: 0..<20, using: &random)), after [[Round \(max(0, number - 1))]].

      | Issue | \(parties.joined(separator: " | ")) |
      |---|---|---|---|---|

      """
    for row in 0..<4 {
      let cells = parties.map { _ in
        "\(stances.randomElement(using: &random) ?? "") word\(Int.random(in: 0..<99, using: &random))"
      }
      text += "| Issue \((number * 3 + row) % 20) | \(cells.joined(separator: "[^1] | ")) |\n"
    }
    return text + "\n[^1]: [Minutes](https://minutes.example/\(number % 5)).\n"
  }

  @Test("one, two and eight workers write the same bytes", arguments: [3, 17])
  func output(seed: UInt64) async throws {
    let scratch = try ScratchFolder()
    try scratch.write("site/Content/site.yml", "title: Test\nsearch: off\nbase-url: https://site.example/\n")
    var random = SeededGenerator(seed: seed)
    // More than a worker gets at once.
    for number in 0..<90 {
      try scratch.write("site/Content/reports/r\(number).md", Self.report(number, &random))
    }
    var expected: [String: String] = [:]
    for count in [1, 2, 8] {
      let output = "out-\(count)"
      let folders = try scratch.folders(site: "site", output: output)
      let outcome = try await Workers.$count.withValue(count) {
        try await SiteBuild(SitePipeline(folders)).run()
      }
      try #require(outcome.report != nil, "\(outcome.site.diagnostics.summary)")
      let written = try scratch.tree(output)
      if expected.isEmpty { expected = written }
      #expect(written.count > 150 && written.keys == expected.keys)
      let different = written.filter { $0.value != expected[$0.key] }.keys.sorted()
      #expect(different.isEmpty, "with \(count) workers")
    }
  }
}
