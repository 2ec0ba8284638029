import Content
import Testing

@Suite("Lengths of time")
struct ReviewPeriodTests {
  @Test(
    "are a number and a unit, days if none is given",
    arguments: [
      ("90", 90, ReviewPeriod.Unit.days), ("1 day", 1, .days), ("6 months", 6, .months),
      ("2 Weeks", 2, .weeks), ("1 year", 1, .years),
    ])
  func valid(text: String, count: Int, unit: ReviewPeriod.Unit) {
    #expect(ReviewPeriod(text) == ReviewPeriod(count: count, unit: unit))
  }

  @Test(
    "anything else is none",
    arguments: ["", "0", "-1 days", "6 moons", "six months", "1 year 2 days", "10000"])
  func invalid(text: String) {
    #expect(ReviewPeriod(text) == nil)
  }
}
