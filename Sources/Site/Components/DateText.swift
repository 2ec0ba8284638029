import Content

extension [UInt8] {
  /// Appends `<time>2025-03</time>`, the month of a date for narrow places; `2025` where the month is open.
  mutating func monthTime(_ date: PartialDate) {
    raw("<time>")
    machineDate(PartialDate(year: date.year, month: date.month))
    raw("</time>")
  }

  /// Appends a date as ISO 8601 has it: `2025-03-02`, `2025-03` or `2025`.
  mutating func machineDate(_ date: PartialDate) {
    let year = String(date.year)
    raw(String(repeating: "0", count: Swift.max(0, 4 - year.utf8.count)))
    raw(year)
    guard let month = date.month else { return }
    raw("-")
    twoDigits(month)
    guard let day = date.day else { return }
    raw("-")
    twoDigits(day)
  }
}
