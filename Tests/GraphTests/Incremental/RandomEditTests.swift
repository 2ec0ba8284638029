import Content
import Diagnostics
import Graph
import SampleArchives
import TestSupport
import Testing

/// Compares incremental linking with linking everything.
@Suite("After random edits of one file")
struct RandomEditTests {
  private static let editsPerArchive = 6

  private static func everything(_ linked: LinkedGraph) -> [String] {
    let graph = DeepText.of(linked.graph).split(separator: "\n").map(String.init)
    return graph + linked.diagnostics.map { DeepText.of($0) }.sorted()
  }

  /// An archive whose pages and home page link to its reports.
  private static func site(seed: UInt64) -> SampleSite {
    var archive = RandomArchive(seed: seed)
    var files = archive.files(reports: 4)
    files.append(
      (
        "pages/about.md",
        "# About\n\nGas and [[Gas#Ukraine]], [a](../reports/r1.md#a-report), [[r2#gas--kyiv]].\n"
      ))
    files.append(
      ("index.md", "Welcome. [[Grain#Washington]]\n\n```standpoint\nview: positions\nissues: [Gas]\n```\n"))
    return SampleSite(files)
  }

  @Test("the graph and its diagnostics are the same as those of a new graph", arguments: 1...UInt64(60))
  func sameAsFromNothing(seed: UInt64) throws {
    var site = Self.site(seed: seed)
    var numbers = SeededGenerator(seed: seed &* 7919)
    var linked = site.linked()
    for step in 0..<Self.editsPerArchive {
      let index = Int.random(in: 0..<site.files.count, using: &numbers)
      let old = site.files[index]
      var edits = RandomEdits(seed: seed &* 100 &+ UInt64(step))
      let text = edits.edited(String(decoding: old.source.bytes, as: UTF8.self))
      site = site.replacing(index, with: text)
      let whole = site.linked()
      guard let (next, extent) = linked.replacing(site.authored(index)) else {
        linked = whole
        continue
      }
      let (found, expected) = (Self.everything(next), Self.everything(whole))
      let difference = zip(found, expected).first { $0 != $1 }
      #expect(
        found == expected,
        "seed \(seed), step \(step), \(old.path): \(difference.map { "\($0)" } ?? "other length")\n\(text)")
      if extent == .text { Self.expectSamePlaces(linked.graph, next.graph) }
      linked = next
    }
  }

  /// Only the text of one report and the mentions may differ.
  private static func expectSamePlaces(_ old: IssueGraph, _ new: IssueGraph) {
    #expect(old.reports.map(\.address) == new.reports.map(\.address))
    #expect(old.positions.map(\.date) == new.positions.map(\.date))
    #expect(
      old.positions.map { [$0.issue.index, $0.party.index, $0.report.index, $0.ordinal] }
        == new.positions.map { [$0.issue.index, $0.party.index, $0.report.index, $0.ordinal] })
    #expect(old.options.map(\.name) == new.options.map(\.name))
  }

  @Test("most edits are linked without linking other files")
  func share() {
    var (incremental, all) = (0, 0)
    for seed in 1...UInt64(20) {
      let site = Self.site(seed: seed)
      let linked = site.linked()
      for index in site.files.indices {
        var edits = RandomEdits(seed: seed &* 31 &+ UInt64(index))
        let text = edits.edited(String(decoding: site.files[index].source.bytes, as: UTF8.self))
        all += 1
        if linked.replacing(site.replacing(index, with: text).authored(index)) != nil { incremental += 1 }
      }
    }
    #expect(incremental * 5 > all, "\(incremental) of \(all)")
  }
}
