import Content
import Editions
import Testing

@Suite("Reports, issues and parties that changed between two states")
struct SubjectChangeTests {
  private static func edition(
    named name: String = "a", reports: [FrozenReport] = [], issues: [FrozenIssue] = []
  ) -> Edition {
    var records = Edition.Records()
    records.reports = reports
    records.issues = issues
    return Edition(name: name, date: PartialDate(year: 2025), origin: nil, records: records)
  }

  @Test("added and removed aliases are a difference; the old name of a renamed subject is not")
  func aliases() {
    func edition(_ name: String, _ aliases: [String]) -> Edition {
      Self.edition(issues: [FrozenIssue(slug: "gas", name: name, aliases: aliases, proposition: nil)])
    }
    func difference(_ old: Edition, _ new: Edition) -> String {
      DifferenceText.text(RecordDifference(from: old, to: new))
    }
    #expect(
      difference(edition("Gas", []), edition("Gas", ["Natural gas", "LNG"])) == """
        a → a: 1 issue changed

        issue “Gas” was changed
          aliases: none → LNG, Natural gas

        """)
    #expect(
      difference(edition("Gas", ["LNG"]), edition("Natural gas", ["LNG", "Gas"])) == """
        a → a: 1 issue renamed

        issue “Gas” is now called “Natural gas”

        """)
    #expect(difference(edition("Gas", ["LNG", "X"]), edition("Gas", ["x", "LNG"])).contains("nothing"))
  }

  @Test("a report that was moved is the same report; another one with the same title is not")
  func reports() {
    let date = PartialDate(year: 2025, month: 3)
    let old = FrozenReport(slug: "plan", path: "reports/plan.md", title: "The plan", date: date)
    let moved = FrozenReport(
      slug: "the-plan", path: "reports/2025/the-plan.md", title: "The plan", date: date)
    let other = FrozenReport(slug: "later", path: "reports/later.md", title: "The plan", date: nil)
    let redirecting = FrozenReport(
      slug: "spring", path: "reports/spring.md", title: "Spring", date: date, redirects: ["reports/plan"])
    for (report, isSame) in [(moved, true), (other, false), (redirecting, true)] {
      let changes = RecordDifference(
        from: Self.edition(reports: [old]), to: Self.edition(reports: [report])
      ).subjects
      #expect(changes.map(\.isRenamed) == (isSame ? [true] : [false, false]))
    }
  }
}
