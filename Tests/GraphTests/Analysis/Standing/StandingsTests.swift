import Content
import Graph
import SampleArchives
import Testing

@Suite("The standing of a party on an issue")
struct StandingsTests {
  /// A report with one table of what Red holds on Tolls, a row a cell.
  static func report(
    _ name: String, _ matter: String = "", _ cells: String..., directive: String = ""
  ) -> (String, String) {
    let rows = cells.map { "| Tolls | \($0) | |\n" }.joined()
    let table = "| Aspect | Red | Blue |\n|---|---|---|\n" + rows
    return ("reports/\(name).md", "---\ntitle: \(name)\n\(matter)---\n\n\(directive)\(table)")
  }

  private static func asOf(_ date: String) -> String { "<!-- standpoint: as-of=\(date) -->\n" }

  /// The words of Red's standing on Tolls, those that say the same once.
  private static func standing(_ files: [(String, String)], today: PartialDate? = nil) throws -> [String] {
    let graph = SampleSite(files, today: today).graph
    let red = try #require(graph.parties.first { $0.name == "Red" })
    guard let standing = graph.standings[ID(0), red.id] else { return [] }
    return graph.statements(of: standing.positions).map { statement in
      let stance = graph.positions[statement.first.index].stance.map { "\($0.rawValue) " } ?? ""
      let sources = statement.positions.count > 1 ? " ×\(statement.positions.count)" : ""
      return stance + graph.text(of: statement.first) + sources
    }
  }

  @Test("a table as of March in a report of 5 March is superseded by a report of 28 March")
  func monthOfTable() throws {
    let early = Self.report("early", "date: 2025-03-05\n", "[--] never", directive: Self.asOf("2025-03"))
    #expect(try Self.standing([early, Self.report("late", "date: 2025-03-28\n", "[+] yes")]) == ["+ yes"])
    #expect(
      try Self.standing([early, Self.report("same", "date: 2025-03-05\n", "[+] yes")]) == [
        "+ yes", "-- never",
      ])
  }

  @Test("two rows, two tables or two reports of one day stand side by side")
  func sameDay() throws {
    #expect(
      try Self.standing([Self.report("a", "date: 2025-01-10\n", "[+] yes", "[--] never")])
        == ["+ yes", "-- never"])
    let one = Self.report("a", "date: 2025-01-10\n", "[--] never")
    #expect(
      try Self.standing([one, Self.report("b", "date: 2025-01-10\n", "[+] yes")]) == ["+ yes", "-- never"])
    #expect(try Self.standing([one, Self.report("b", "date: 2025-01-11\n", "[+] yes")]) == ["+ yes"])
  }

  @Test("a year is all of its days, and none of them is said to be the newest")
  func years() throws {
    let year = Self.report("a", "date: 2025\n", "[+] yes")
    #expect(
      try Self.standing([year, Self.report("b", "date: 2025-06-01\n", "[--] never")])
        == ["-- never", "+ yes"])
    #expect(
      try Self.standing([year, Self.report("b", "date: 2024-12-31\n", "[--] never")]) == ["+ yes"])
    #expect(
      try Self.standing([year, Self.report("b", "date: 2026\n", "[--] never")]) == ["-- never"])
  }

  @Test("equal stance and equal words are one, whatever the markup and the white space, with all sources")
  func folding() throws {
    #expect(
      try Self.standing([
        Self.report("a", "date: 2025-01-10\n", "[+] Says  *yes*"),
        Self.report("b", "date: 2025-01-10\n", "[+] Says yes"),
        Self.report("c", "date: 2025-01-10\n", "[++] Says yes"),
      ]) == ["++ Says yes", "+ Says yes ×2"])
  }

  @Test("undated positions are superseded by every dated one")
  func undated() throws {
    let undated = [Self.report("a", "", "[+] yes"), Self.report("b", "", "[--] never")]
    #expect(try Self.standing(undated) == ["-- never", "+ yes"])
    #expect(try Self.standing(undated + [Self.report("c", "date: 1999\n", "[0] perhaps")]) == ["0 perhaps"])
  }

  @Test("what begins after the build's day is not current")
  func future() throws {
    let files = [
      Self.report("a", "date: 2025-01-10\n", "[+] yes"),
      Self.report("b", "updated: 2025-06\ndate: 2025-02-01\n", "[--] never {as-of=2025-06}"),
    ]
    #expect(try Self.standing(files, today: PartialDate("2025-03-01")) == ["+ yes"])
    #expect(try Self.standing(files, today: PartialDate("2025-06-01")) == ["-- never"])
    #expect(try Self.standing(files) == ["-- never"])
    #expect(try Self.standing([files[1]], today: PartialDate("2025-03-01")) == [])
  }

  @Test("positions are named by the day, month or year that they share")
  func sharedDates() {
    func shared(_ files: [(String, String)]) -> SharedDate {
      let graph = SampleSite(files).graph
      return graph.sharedDate(of: graph.positions.map(\.id))
    }
    func dated(_ name: String, _ date: String) -> (String, String) {
      Self.report(name, date.isEmpty ? "" : "date: \(date)\n", "[+] \(name)")
    }
    #expect(
      shared([dated("a", "2025-01-10"), dated("b", "2025-01-10")])
        == .date(PartialDate(year: 2025, month: 1, day: 10)))
    #expect(
      shared([dated("a", "2025-01-10"), dated("b", "2025-01")]) == .date(PartialDate(year: 2025, month: 1)))
    #expect(shared([dated("a", "2025-01-10"), dated("b", "2025")]) == .date(PartialDate(year: 2025)))
    #expect(shared([dated("a", "2025-01-10"), dated("b", "2024-12")]) == .none)
    #expect(shared([dated("a", ""), dated("b", "")]) == .undated)
    #expect(shared([dated("a", ""), dated("b", "2025")]) == .none)
  }

  @Test("a link to a pair leads to all of its report's positions, else to the standing at the report's date")
  func links() throws {
    let graph = SampleSite([
      Self.report("a", "date: 2025-01-10\n", "[+] yes", "[--] never"),
      Self.report("b", "date: 2025-05-01\n", "[0] perhaps"),
      ("reports/march.md", "---\ndate: 2025-03\n---\n\n[[Tolls#Red]]\n"),
      ("reports/may.md", "---\ndate: 2025-05\n---\n\n[[Tolls#Red]]\n"),
      (
        "reports/own.md",
        Self.report("own", "date: 2025-06-01\n", "[+] one", "[-] two").1 + "\n[[Tolls#Red]]\n"
      ),
      ("pages/p.md", "[[Tolls#Red]]\n"),
    ]).graph
    func quotes(_ target: LinkTarget?) -> [String] {
      switch target {
      case .position(let id): [graph.text(of: id)]
      case .positions(let ids): ids.map { graph.text(of: $0) }
      default: []
      }
    }
    func target(_ report: String) -> LinkTarget? {
      graph.reports.first { $0.slug == report }?.links.targets.last?.target
    }
    #expect(quotes(target("march")) == ["yes", "never"])
    #expect(quotes(target("may")) == ["perhaps"])
    #expect(quotes(target("own")) == ["one", "two"])
    #expect(quotes(graph.pages[0].links.targets.first?.target) == ["one", "two"])
  }

  @Test("every position of a standing can be due for review")
  func freshness() {
    let files = [
      Self.report("a", "date: 2025-01-10\nreview-after: 30 days\n", "[+] yes", "[--] never"),
      Self.report("b", "date: 2024-01-10\nreview-after: 30 days\n", "[0] perhaps"),
    ]
    let graph = SampleSite(files).graph
    let stale = Coverage(graph, today: PartialDate(year: 2025, month: 6, day: 1)).stale
    #expect(stale.map { graph.text(of: $0.position) } == ["yes", "never"])
  }

  @Test("opposite positions of one day are a candidate for a tension")
  func tensions() {
    let graph = SampleSite([
      Self.report("a", "date: 2025\n", "[+] yes"), Self.report("b", "date: 2025-06-01\n", "[-] no"),
    ]).graph
    #expect(graph.tensionCandidates(window: 0).map(\.days) == [0])
  }
}
