import Content
import Diagnostics
import Markdown
import Testing

@Suite("What a report can know of")
struct ReportIntervalTests {
  private static func report(_ path: String, _ matter: String, committed: String? = nil) throws -> Report {
    let text = "---\ntitle: R\n\(matter)---\n\nText.\n"
    let reader = ContentReader(
      settings: SiteSettings(), today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
    let read = reader.read(
      InputFile(path: path, role: .report, source: SourceText(path: path, text: text)))
    guard case .report(let report) = read.authored else { throw NoReport() }
    guard let day = committed.flatMap({ PartialDate($0) }) else { return report }
    return report.dated(byFirstCommit: day)
  }

  private struct NoReport: Error {}

  private static func isDays(_ days: DayInterval, _ first: String, _ last: String) throws -> Bool {
    let (first, last) = (try #require(PartialDate(first)), try #require(PartialDate(last)))
    return Int(days.first) == first.dayNumber && Int(days.last) == last.dayNumber
  }

  @Test("a report's days are those of its date, its file name or its first commit")
  func ownDays() throws {
    #expect(
      try Self.isDays(#require(Self.report("a.md", "date: 2025\n").interval), "2025-01-01", "2025-12-31"))
    #expect(try Self.isDays(#require(Self.report("2025-03 a.md", "").interval), "2025-03-01", "2025-03-31"))
    let committed = try Self.report("a.md", "", committed: "2025-03-05")
    #expect(try Self.isDays(#require(committed.interval), "2025-03-05", "2025-03-05"))
    #expect(try Self.report("a.md", "").interval == nil)
  }

  @Test(
    "as-of is cut off at the end of the date, else at the end of updated",
    arguments: [
      // Report, front matter, first commit, as-of, its days.
      ("a.md", "date: 2025-03-05\n", nil, "2025-03", "2025-03-01", "2025-03-05", false),
      ("a.md", "date: 2025-03-05\n", nil, "2025", "2025-01-01", "2025-03-05", false),
      ("a.md", "date: 2025-03\n", nil, "2025", "2025-01-01", "2025-03-31", false),
      ("a.md", "date: 2025-03-05\n", nil, "2024", "2024-01-01", "2024-12-31", false),
      ("2025-03-05-a.md", "", nil, "2025-03", "2025-03-01", "2025-03-05", false),
      ("a.md", "date: 2025-03-05\nupdated: 2025-06-10\n", nil, "2025-03", "2025-03-01", "2025-03-05", false),
      ("a.md", "date: 2025-03-05\nupdated: 2025-06-10\n", nil, "2025-06", "2025-06-01", "2025-06-10", false),
      ("a.md", "date: 2025-03-05\nupdated: 2025-06-10\n", nil, "2025-04", "2025-04-01", "2025-04-30", false),
      ("a.md", "date: 2025-03-05\nupdated: 2025-06-10\n", nil, "2025-07", "2025-07-01", "2025-07-31", true),
      ("a.md", "date: 2025-03-05\n", nil, "2025-04", "2025-04-01", "2025-04-30", true),
      ("a.md", "date: 2025-03-05\n", nil, "2099", "2099-01-01", "2099-12-31", true),
      ("a.md", "", "2025-03-05", "2025-06", "2025-06-01", "2025-06-30", false),
      ("a.md", "updated: 2025-06-10\n", "2025-03-05", "2025-06", "2025-06-01", "2025-06-10", false),
      ("a.md", "updated: 2025-06-10\n", "2025-03-05", "2025-07", "2025-07-01", "2025-07-31", true),
      ("a.md", "", nil, "2025-06", "2025-06-01", "2025-06-30", false),
    ] as [(String, String, String?, String, String, String, Bool)])
  func cuts(
    path: String, matter: String, committed: String?, asOf: String, first: String, last: String,
    isTooLate: Bool
  ) throws {
    let report = try Self.report(path, matter, committed: committed)
    let reading = report.interval(asOf: try #require(PartialDate(asOf)))
    #expect(try Self.isDays(reading.days, first, last))
    #expect(reading.isTooLate == isTooLate)
  }
}
