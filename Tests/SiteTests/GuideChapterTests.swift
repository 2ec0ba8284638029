import Content
import Diagnostics
import Foundation
import Graph
import Testing

@testable import Site

@Suite("The guide’s chapters on history and comparing") struct GuideChapterTests {
  private static func chapter(_ name: String) throws -> String {
    try String(contentsOf: Package.root.appending(path: "Guide/\(name).md"), encoding: .utf8)
  }

  @Test(
    "name every origin of a date in the words of the pages",
    arguments: [DateOrigin.cell, .comparison, .frontMatter, .fileName, .firstCommit, .none])
  func origins(origin: DateOrigin) throws {
    let words = Theme().words
    let shown = origin.remark.map { "(\(words.text($0)))" } ?? words.text(.undated)
    #expect(try Self.chapter("history").contains(shown + " |"))
  }

  @Test(
    "name every change of stance in the words of the pages",
    arguments: ["Hardened", "Softened", "Reversed", "Stance unchanged", "Changed, from", "No stance marked"])
  func changes(word: String) throws {
    #expect(try Self.chapter("history").contains("\n  | \(word)"))
  }

  @Test("name every section of the page of a pair, in order") func sections() throws {
    let template = String(decoding: Theme.builtIn["partials/pair-tables.mustache"] ?? [], as: UTF8.self)
    let catalog = StringCatalog(language: "en", theme: Theme.builtIn)
    let headings = template.split(separator: "\n").filter { $0.hasPrefix("<h2>{{word.") }
      .map {
        catalog.translations[String($0.dropFirst(11).dropLast(7))]?.text(nil)?.filled { _ in nil } ?? ""
      }
    let rows = try Self.chapter("comparing").split(separator: "\n")
      .compactMap { $0.hasPrefix("| ") ? $0.split(separator: "|").first : nil }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(headings.count == 6)
    #expect(rows.dropFirst() == headings[...])
  }

  @Test("give an example of pairs that is valid, and the correct number of parties") func pairs() throws {
    let chapter = try Self.chapter("comparing")
    let start = try #require(chapter.range(of: "```yaml\n")).upperBound
    let end = try #require(chapter.range(of: "```\n", range: start..<chapter.endIndex)).lowerBound
    let (settings, faults) = ContentReader.readSettings(
      InputFile(
        path: "site.yml", role: .settings,
        source: SourceText(path: "site.yml", text: String(chapter[start..<end]))),
      switches: PageRegistry.switches)
    #expect(faults == [] && settings.pairs?.count == 2)
    #expect(PartyPairs.mostParties == 12 && chapter.contains("at most twelve parties"))
    #expect(PairComparison.mostStepsForAgreement == 1 && chapter.contains("at most one step apart"))
  }
}
