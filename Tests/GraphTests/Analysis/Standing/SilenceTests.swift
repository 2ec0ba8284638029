import Content
import Graph
import SampleArchives
import Testing

@Suite("Silence")
struct SilenceTests {
  private static func report(_ date: String, _ cell: String, name: String? = nil) -> (String, String) {
    (
      "reports/\(name ?? date).md",
      "---\ndate: \(date)\n---\n\n| Issue | Red | Blue |\n|---|---|---|\n| Tolls | \(cell) | b |\n"
    )
  }

  /// The words of Red's standing on Tolls, and the report that is silent since.
  private static func standing(_ files: [(String, String)], settings: SiteSettings = SampleSite.settings)
    -> String
  {
    let graph = SampleSite(files, settings: settings).graph
    guard let red = graph.parties.first(where: { $0.name == "Red" }),
      let standing = graph.standings[ID(0), red.id]
    else { return "" }
    let silent = standing.silence.map { graph.reports[graph.silentCells[$0.index].report.index].slug }
    return standing.positions.map { graph.text(of: $0) }.joined(separator: "; ") + " | " + (silent ?? "")
  }

  @Test(
    "supersedes nothing, and is remembered",
    arguments: [
      "—", "n/a", "Not discussed", "*no position*", "No stated position.", "not mentioned {as-of=2025-05}",
    ])
  func silent(cell: String) {
    let january = Self.report("2025-01-10", "[--] Never")
    #expect(Self.standing([january, Self.report("2025-05-01", cell)]) == "Never | 2025-05-01")
    if !cell.contains("as-of") {
      #expect(Self.standing([january, Self.report("2025-01-10", cell, name: "b")]) == "Never | ")
    }
    let earlier = Self.report("2024-05-01", cell.replacing("2025", with: "2024"))
    #expect(Self.standing([january, earlier]) == "Never | ")
  }

  @Test("notes do not matter")
  func notes() {
    let may = Self.report("2025-05-01", "Not discussed[^1]")
    #expect(
      Self.standing([Self.report("2025-01-10", "[--] Never"), (may.0, may.1 + "\n[^1]: See there.\n")])
        == "Never | 2025-05-01")
  }

  @Test("the newest silence counts, until a position follows")
  func newest() {
    let files = [
      Self.report("2025-01-10", "[--] Never"), Self.report("2025-03-01", "—"), Self.report("2025-05-01", "—"),
    ]
    #expect(Self.standing(files) == "Never | 2025-05-01")
    #expect(Self.standing(files + [Self.report("2025-06-01", "[+] Yes")]) == "Yes | ")
  }

  @Test("an empty cell is not silent, and a cell with a stance mark never is")
  func notSilent() {
    let january = Self.report("2025-01-10", "[--] Never")
    #expect(Self.standing([january, Self.report("2025-05-01", "")]) == "Never | ")
    #expect(Self.standing([january, Self.report("2025-05-01", "[0] No position")]) == "No position | ")
    let site = SampleSite([Self.report("2025-05-01", "[0] No position")])
    #expect(site.messages == "")
  }

  @Test("site.yml extends the words")
  func extended() {
    var settings = SampleSite.settings
    settings.words.silence = ["did not say"]
    let files = [Self.report("2025-01-10", "[--] Never"), Self.report("2025-05-01", "Did not say")]
    #expect(Self.standing(files, settings: settings) == "Never | 2025-05-01")
    #expect(Self.standing(files) == "Did not say | ")
  }
}
