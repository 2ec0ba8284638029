import Content
import Testing

@Suite("Review periods")
struct ReviewPeriodTests {
  @Test(
    "are a number and a unit, or a number of days",
    arguments: [
      ("90", 90, ReviewPeriod.Unit.days), ("1 day", 1, .days), ("6 months", 6, .months),
      ("2 Weeks", 2, .weeks), ("1 year", 1, .years),
    ])
  func valid(text: String, count: Int, unit: ReviewPeriod.Unit) {
    #expect(ReviewPeriod(text) == ReviewPeriod(count: count, unit: unit))
  }

  @Test(
    "anything else is invalid",
    arguments: ["", "0", "-1 days", "6 moons", "six months", "1 year 2 days", "10000"])
  func invalid(text: String) {
    #expect(ReviewPeriod(text) == nil)
  }
}
