import Content
import Editions
import Graph
import SampleArchives
import TestSupport
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
  }

  @Test("a state does not differ from itself", arguments: seeds)
  func itself(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let edition = Self.edition(SampleSite(archive.files(reports: 8)).graph, "a")
    let difference = RecordDifference(from: edition, to: edition.renamed("b"))
    #expect(difference.isEmpty)
    #expect(difference.changes.isEmpty)
    #expect(difference.memory.isEmpty)
  }

  @Test("a report dated after all others corrects nothing", arguments: seeds)
  func laterReport(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let files = archive.files(reports: 8)
    var (path, text) = archive.another()
    // Without a date of its own in cells and tables, everything in it is of the report's day.
    text = text.replacing(#/date: .*\n/#, with: "").replacing(#/ ?\{as-of=....\}/#, with: "").replacing(
      #/ as-of=..../#, with: "")
    text =
      text.hasPrefix("---")
      ? text.replacing("---\n", with: "---\ndate: 2026-01-01\n", maxReplacements: 1)
      : "---\ndate: 2026-01-01\n---\n" + text
    path = path.replacing("another", with: "later")
    let difference = RecordDifference(
      from: Self.edition(SampleSite(files).graph, "a"),
      to: Self.edition(SampleSite(files + [(path, text)]).graph, "b"))
    #expect(difference.changes.filter { $0.kind.isOldRecord && $0.kind != .addedToPast } == [])
  }

  @Test(
    "edits that add no report and leave all dates alone tell no move and no confirmation", arguments: seeds)
  func edits(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let files = archive.files(reports: 8)
    var numbers = SeededGenerator(seed: seed)
    let edited = files.map { path, text in
      let stances = ["[+] says", "[-] says", "says", "[--] says", "[~] says"]
      return (
        path,
        text.replacing(#/(\[\S+\] )?says \d+/#) { _ in
          "\(stances[Int.random(in: 0..<stances.count, using: &numbers)]) \(Int.random(in: 0..<99, using: &numbers))"
        }
      )
    }
    let difference = RecordDifference(
      from: Self.edition(SampleSite(files).graph, "a"), to: Self.edition(SampleSite(edited).graph, "b"))
    #expect(difference.changes.filter { !$0.kind.isOldRecord } == [])
    #expect(difference.memory.isEmpty)
  }

  @Test("what a difference tells, applied to the standings before, gives those after", arguments: seeds)
  func applying(seed: UInt64) {
    var archive = RandomArchive(seed: seed)
    let files = archive.files(reports: 8)
    let changed =
      files.enumerated().map { index, file in index == 2 ? (file.0, archive.report()) : file } + [
        archive.another()
      ]
    let (before, after) = (
      Self.edition(SampleSite(files).graph, "a"), Self.edition(SampleSite(changed).graph, "b")
    )
    let difference = RecordDifference(from: before, to: after)
    var positions = Set(before.positions.map(Told.init))
    for change in difference.changes where change.cause == .cell {
      if change.kind.isOldRecord, change.added.isEmpty {
        positions.subtract(change.before.map { Told($0.position) })
      }
    }
    for change in difference.changes where change.cause == .cell {
      if change.kind.isOldRecord { positions.formUnion(change.after.map { Told($0.position) }) }
      positions.formUnion(change.added.map { Told($0.position) })
    }
    let present = Set(after.positions.map(Told.init) + difference.memory.map { Told($0.position) })
    #expect(positions == present)
    #expect(Told.standings(positions, in: after) == Told.standings(present, in: after))
  }

  /// A position without its place, which a difference does not tell.
  private struct Told: Hashable {
    let position: FrozenPosition

    init(_ position: FrozenPosition) {
      // The date of a report is told of the report.
      let dating = position.dating.isOwn ? position.dating : FrozenDate(nil, origin: .none)
      self.position = FrozenPosition(
        issue: position.issue, party: position.party, report: position.report, ordinal: 1,
        text: position.text,
        stance: position.stance, dating: dating, anchor: "", sources: nil)
    }

    /// The standing of each pair.
    static func standings(_ all: Set<Told>, in edition: Edition) -> [String: Set<Told>] {
      let reported = Dictionary(
        uniqueKeysWithValues: edition.reports.map { ($0.slug, $0.date.map { DayInterval($0) }) })
      return Dictionary(grouping: all) { $0.position.issue + "#" + $0.position.party }.mapValues { members in
        let dates = members.map { member in
          let days = reported[member.position.report] ?? nil
          return RecordedDates(held: member.position.dating.interval ?? days, reported: days)
        }
        return Set(RecordedDates.standing(of: dates).map { members[$0] })
      }
    }
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
      let difference = RecordDifference(
        from: Self.edition(before.graph, "a"), to: Self.edition(after.graph, "b"))
      #expect(difference.changes == [])
      #expect(after.graph.positions.count == before.graph.positions.count)
      #expect(
        difference.subjects.map { $0.before.map(\.name) + $0.after.map(\.name) } == [
          ["Gas", "Fuel"], ["Ukraine", "Kyiv"],
        ])
    }
  }
}
