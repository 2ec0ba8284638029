import Content
import Graph
import SampleArchives
import Testing

@Suite("Dates that a report cannot know")
struct AsOfTests {
  private static func table(_ cell: String) -> String {
    "| Issue | Red | Blue |\n|---|---|---|\n| Tolls | \(cell) | Some |\n"
  }

  @Test("as-of after the end of the report is an error in the cell")
  func cell() {
    let site = SampleSite([
      ("reports/a.md", "---\ndate: 2025-03-05\n---\n\n" + Self.table("None {as-of=2099}"))
    ])
    #expect(
      site.messages == """
        Content/reports/a.md:7:11: error: “as-of” is 2099, which is after the last date of this report (2025-03-05) [as-of-after-report]
           7 | | Tolls | None {as-of=2099} | Some |
             |           ^~~~~~~~~~~~~~~~~
             = help: correct the date, or set “updated:” to the day on which you added the position

        """)
  }

  @Test("the same in a table is reported once, at the directive")
  func table() {
    let text = "---\ndate: 2025-03\nupdated: 2025-04-02\n---\n\n<!-- standpoint: as-of=2025-05 -->\n"
    #expect(
      SampleSite([("reports/a.md", text + Self.table("None"))]).messages == """
        Content/reports/a.md:6:18: error: “as-of” is 2025-05, which is after the last date of this report (2025-04-02) [as-of-after-report]
           6 | <!-- standpoint: as-of=2025-05 -->
             |                  ^~~~~~~~~~~~~
             = help: correct the date, or set “updated:” to the day on which you added the position

        """)
  }

  @Test("as-of that overlaps the report, or follows updated, is fine")
  func fine() {
    for matter in ["date: 2025-03-05\nupdated: 2025-06-01\n", "date: 2025-06\n", "date: 2025\n", ""] {
      let text = "---\ntitle: A\n\(matter)---\n\n" + Self.table("None {as-of=2025-06}")
      #expect(SampleSite([("reports/a.md", text)]).messages == "")
    }
  }

  @Test("as-of after the day of the build is a warning where no date ends the report")
  func future() {
    let site = SampleSite(
      [("reports/a.md", Self.table("None {as-of=2025-06}"))], today: PartialDate("2025-03-01"))
    #expect(
      site.messages == """
        Content/reports/a.md:3:11: warning: “as-of” is 2025-06, which is after today (2025-03-01), so this position is not current yet [future-date]
           3 | | Tolls | None {as-of=2025-06} | Some |
             |           ^~~~~~~~~~~~~~~~~~~~
             = help: correct the date

        """)
  }
}
