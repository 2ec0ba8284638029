import Content
import Testing

@Suite("Dates")
struct PartialDateTests {
  @Test(
    "a day, a month, a year or a timestamp is read",
    arguments: [
      ("2025", PartialDate(year: 2025)), ("2025-03", PartialDate(year: 2025, month: 3)),
      ("2025-03-02", PartialDate(year: 2025, month: 3, day: 2)),
      ("2024-02-29", PartialDate(year: 2024, month: 2, day: 29)),
      ("2000-02-29", PartialDate(year: 2000, month: 2, day: 29)),
      ("2025-03-02T10:00:00Z", PartialDate(year: 2025, month: 3, day: 2)),
      ("2025-03-02 10:00", PartialDate(year: 2025, month: 3, day: 2)),
      ("2025-03-02t10:00:00.25 +01:00", PartialDate(year: 2025, month: 3, day: 2)),
      ("2025-03-02T23:59:60-0500", PartialDate(year: 2025, month: 3, day: 2)),
    ])
  func valid(text: String, date: PartialDate) {
    #expect(PartialDate(text) == date)
  }

  @Test(
    "anything else is not a date",
    arguments: [
      "", "2025-02-30", "2023-02-29", "1900-02-29", "2025-13", "2025-00", "2025-01-00", "2025-1-2",
      "25-01-02",
      "0000-01-01", "0812-01", "0999-12-31", "2025-03-02x", "2025-03T10:00", "2025-03-02T25:00",
      "2025-03-02T10", "2025-03-02T10:61",
      "2025-03-",
      "2025-031", "٢٠٢٥", "2025-04-31", "March 2025", "20250302",
    ])
  func invalid(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("unknown months and days sort first")
  func order() {
    let dates = [
      "2024-12-31", "2025", "2025-01", "2025-01-01", "2025-01-31", "2025-02", "2025-12-31", "2026",
    ]
    #expect(dates.compactMap { PartialDate($0) }.sorted().map(\.description) == dates)
  }

  @Test("are printed as they are written", arguments: ["2025", "2025-03", "2025-03-02", "1812-01"])
  func printed(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(
    "are found at the start of file names",
    arguments: [
      ("2025-03-02-march", "2025-03-02"), ("2025-03-march", "2025-03"), ("2025_plan", "2025"),
      ("2025", "2025"),
      ("2025-03-02", "2025-03-02"), ("2025 plan", "2025"), ("march-2025", nil), ("2025plan", nil),
      ("2025-02-30-plan", nil), ("1500-tanks", nil), ("12345-x", nil), ("", nil),
    ])
  func fileNames(name: String, date: String?) {
    #expect(PartialDate(startOf: name)?.description == date)
  }
}
