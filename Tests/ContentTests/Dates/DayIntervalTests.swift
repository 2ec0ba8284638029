import Content
import Testing

@Suite("Days that a date may mean")
struct DayIntervalTests {
  private static func days(_ text: String) throws -> DayInterval {
    DayInterval(try #require(PartialDate(text)))
  }

  @Test(
    "a year, a month and a day go from their first to their last day",
    arguments: [
      ("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2025-02", "2025-02-01", "2025-02-28"), ("2025-12", "2025-12-01", "2025-12-31"),
      ("2025-03-02", "2025-03-02", "2025-03-02"), ("1000", "1000-01-01", "1000-12-31"),
      ("9999", "9999-01-01", "9999-12-31"),
    ])
  func ends(date: String, first: String, last: String) throws {
    let days = try Self.days(date)
    #expect(try days.first == Self.days(first).first)
    #expect(try days.last == Self.days(last).last)
  }

  @Test("lengths are those of the calendar")
  func lengths() throws {
    for (date, count) in [("2024", 366), ("2025", 365), ("2024-02", 29), ("2025-04", 30), ("2025-04-01", 1)] {
      let days = try Self.days(date)
      #expect(Int(days.last - days.first) + 1 == count)
    }
  }

  @Test("cutting keeps what begins by then")
  func cuts() throws {
    let year = try Self.days("2025")
    let day = try Self.days("2025-03-05").last
    #expect(try year.cut(after: day) == DayInterval(first: Self.days("2025-01-01").first, last: day))
    #expect(try Self.days("2025-03-06").cut(after: day) == nil)
    #expect(try Self.days("2025-03-05").cut(after: day) == Self.days("2025-03-05"))
    #expect(try Self.days("2025-03-04").isBefore(Self.days("2025-03-05")))
    #expect(try !Self.days("2025-03").isBefore(Self.days("2025-03-05")))
  }
}
