import Content
import Testing

@Suite("Dates that cannot be")
struct DateChecksTests {
  @Test("after the day of the build and before the file's own date are reported where they are")
  func messages() {
    // The build's day of readings is 1 January 2026.
    #expect(
      Reading("---\ndate: 2025-03-05\nupdated: 2099-01\nreviewed: 2031\n---\n\nText.\n").printed == """
        Content/reports/a.md:3:10: warning: “updated” is 2099-01, which is after today (2026-01-01) [future-date]
           3 | updated: 2099-01
             |          ^~~~~~~
             = help: correct the date
        Content/reports/a.md:4:11: warning: “reviewed” is 2031, which is after today (2026-01-01) [future-date]
           4 | reviewed: 2031
             |           ^~~~
             = help: correct the date

        """)
    #expect(
      Reading("---\ndate: 2025-03-05\nupdated: 2025-02\n---\n\nText.\n").printed == """
        Content/reports/a.md:3:10: warning: “updated” is 2025-02, which is before the date of this file (2025-03-05) [updated-before-date]
           3 | updated: 2025-02
             |          ^~~~~~~
             = help: correct one of the two dates, or remove “updated”

        """)
    #expect(
      Reading("---\ndate: 0205-03-05\n---\n\nText.\n").printed == """
        Content/reports/a.md:2:7: error: “0205-03-05” is before the year 1000 [invalid-date]
           2 | date: 0205-03-05
             |       ^~~~~~~~~~
             = help: write a day, a month or a year: 2025-03-02, 2025-03 or 2025

        """)
  }

  @Test(
    "are not those that overlap",
    arguments: [
      "date: 2025-03-05\nupdated: 2025-03\n", "date: 2025-03\nupdated: 2025-03-01\n", "updated: 2025\n",
      "date: 2025-03-05\nupdated: 2025-03-05\nreviewed: 2025-03-06\n",
    ])
  func overlapping(matter: String) {
    #expect(Reading("---\n\(matter)---\n\nText.\n").printed == "")
  }
}
