import Content
import Foundation
import Testing

@testable import Workspace

@Suite struct CalendarDayTests {
  @Test("the day is the one that the site's time zone has")
  func day() {
    let moment = Date(timeIntervalSince1970: 1_740_873_600)  // 2025-03-02T00:00:00Z
    #expect(CalendarDay.today(in: "UTC", at: moment) == PartialDate(year: 2025, month: 3, day: 2))
    #expect(
      CalendarDay.today(in: "America/New_York", at: moment) == PartialDate(year: 2025, month: 3, day: 1))
    #expect(CalendarDay.today(in: "Europe/Berlin", at: moment) == PartialDate(year: 2025, month: 3, day: 2))
    #expect(CalendarDay.today(in: "Europe/Berlim", at: moment) == nil)
  }
}
