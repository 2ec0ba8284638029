import Content
import Editions
import Graph
import SampleArchives
import Testing

/// Properties of the editions of random archives, with fixed seeds.
@Suite("Editions of random archives")
struct EditionPropertyTests {
  private static let seeds = 1...UInt64(40)

  private static func edition(_ graph: IssueGraph, _ name: String) -> Edition {
    Edition(freezing: graph, name: name, date: PartialDate(year: 2026))
  }

  @Test("adding a report does not change the address or the text of any other position", arguments: seeds)
  func addresses(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let files = archive.files(reports: 8)
    let before = SampleSite(files).graph
    let after = SampleSite(files + [archive.another()]).graph
    #expect(after.reports.count == before.reports.count + 1)
    #expect(GraphText.anchors(of: before).isSubset(of: GraphText.anchors(of: after)))
    let changes = EditionDifference(from: Self.edition(before, "a"), to: Self.edition(after, "b")).positions
    #expect(changes.allSatisfy { $0.kinds == [.added] })
    #expect(changes.count == after.positions.count - before.positions.count)
  }

  @Test("turning a name into an alias loses no position, whatever the name of the file", arguments: seeds)
  func renaming(seed: UInt64) throws {
    var archive = RandomArchive(seed: seed)
    let files = archive.files(reports: 8)
    let before = SampleSite(files)
    for movesFile in [false, true] {
      let after = SampleSite(
        files.map { path, text in
          switch path {
          case "issues/gas.md":
            (movesFile ? "issues/fuel.md" : path, RandomArchive.file("Fuel", "Gas", "Natural gas"))
          case "parties/ukraine.md":
            (movesFile ? "parties/kyiv.md" : path, RandomArchive.file("Kyiv", "Ukraine"))
          default: (path, text)
          }
        })
      #expect(after.build().diagnostics.map(\.id) == before.build().diagnostics.map(\.id))
      let difference = EditionDifference(
        from: Self.edition(before.graph, "a"), to: Self.edition(after.graph, "b"))
      #expect(difference.positions == [])
      #expect(after.graph.positions.count == before.graph.positions.count)
      #expect(
        difference.subjects.map { $0.before.map(\.name) + $0.after.map(\.name) } == [
          ["Gas", "Fuel"], ["Ukraine", "Kyiv"],
        ])
    }
  }

  @Test("the difference of two archives lists exactly what differs, in both directions", arguments: seeds)
  func differences(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let files = archive.files(reports: 8)
    let changed = files.enumerated().map { index, file in index == 2 ? (file.0, archive.report()) : file }
    let (old, new) = (
      Self.edition(SampleSite(files).graph, "a"), Self.edition(SampleSite(changed).graph, "b")
    )
    #expect(EditionDifference(from: old, to: old.renamed("c")).isEmpty)
    let difference = EditionDifference(from: old, to: new)
    #expect(EditionDifference(from: new, to: old) == difference.reversed)
    let named = Set(difference.positions.compactMap { $0.before?.position })
    let namedNew = Set(difference.positions.compactMap { $0.after?.position })
    #expect(Set(old.positions).subtracting(named) == Set(new.positions).subtracting(namedNew))
    #expect(Set(old.positions).symmetricDifference(new.positions) == named.symmetricDifference(namedNew))
  }
}
