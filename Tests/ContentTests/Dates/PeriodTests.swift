import Testing

@testable import Content

@Suite("The time from one date to another") struct PeriodTests {
  private static func day(_ text: String) -> Int32? { PartialDate(text).map { DayInterval($0).first } }

  @Test(
    "includes all days of its dates",
    arguments: [
      ("2024-12-31", false), ("2025-01-01", true), ("2025-02-28", true), ("2025-03-01", false),
    ])
  func days(day: String, isInside: Bool) throws {
    let period = Period(from: PartialDate("2025"), to: PartialDate("2025-02"))
    #expect(period.contains(try #require(Self.day(day))) == isInside)
  }

  @Test("has ended after its last day, not on it") func end() throws {
    let period = Period(to: PartialDate("2025-01"))
    #expect(!period.hasEnded(by: try #require(Self.day("2025-01-31"))))
    #expect(period.hasEnded(by: try #require(Self.day("2025-02-01"))))
    #expect(!Period.always.hasEnded(by: .max))
    #expect(Period.always.contains(.min) && Period.always.contains(.max))
  }

  @Test(
    "overlaps what shares a day with it",
    arguments: [("2024", true), ("2024-02", false), ("2024-03", true), ("2025-01", true), ("2025-02", false)])
  func overlaps(date: String, isInside: Bool) throws {
    let period = Period(from: PartialDate("2024-03"), to: PartialDate("2025-01"))
    #expect(period.overlaps(DayInterval(try #require(PartialDate(date)))) == isInside)
  }
}
