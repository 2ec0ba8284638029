import Content
import Testing

@Suite("When a review is due")
struct ReviewDayTests {
  @Test(
    "periods end on days that exist",
    arguments: [
      ("2025-01-31", "1 month", "2025-02-28"), ("2024-02-29", "1 year", "2025-02-28"),
      ("2025", "6 months", "2025-07-01"),
      ("2025-03", "2 weeks", "2025-03-15"), ("2025-12-31", "1 day", "2026-01-01"),
      ("2023-03-01", "366 days", "2024-03-01"),
      ("2025-11-30", "14 months", "2027-01-30"),
    ])
  func end(from: String, period: String, to: String) throws {
    let period = try #require(ReviewPeriod(period))
    #expect(period.end(after: try #require(PartialDate(from))).description == to)
  }

  @Test(
    "days are counted over months, years and leap days",
    arguments: [
      ("2025-01-01", "2025-01-01", 0), ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
      ("2000-01-01", "2025-01-01", 9_132), ("2025", "2024-12-31", -1), ("1999-12-31", "2000-12-31", 366),
    ])
  func days(from: String, to: String, count: Int) throws {
    #expect(try #require(PartialDate(from)).days(until: try #require(PartialDate(to))) == count)
  }

  @Test("the site’s period is a key of site.yml")
  func setting() {
    #expect(SettingsReading("review-after: 6 months\n").settings.reviewAfter == ReviewPeriod("6 months"))
    #expect(
      SettingsReading("review-after: soon\n").printed == """
        Content/site.yml:1:15: error: “soon” is not a length of time [invalid-value]
           1 | review-after: soon
             |               ^~~~
             = help: write a number and days, weeks, months or years, such as “6 months”

        """)
  }
}
