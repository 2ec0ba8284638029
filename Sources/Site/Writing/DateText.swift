import Content

/// Dates as pages show them, in English.
extension [UInt8] {
  /// Appends `<time datetime="2025-03-02">2 March 2025</time>`; what is open in the date is left out of both.
  mutating func time(_ date: PartialDate) {
    raw("<time datetime=\"")
    machineDate(date)
    raw("\">")
    readableDate(date)
    raw("</time>")
  }

  /// Appends `<time>2025-03</time>`, the month of a date for narrow places; `2025` where the month is open.
  mutating func monthTime(_ date: PartialDate) {
    raw("<time>")
    machineDate(PartialDate(year: date.year, month: date.month))
    raw("</time>")
  }

  private mutating func machineDate(_ date: PartialDate) {
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

  /// Appends `2 March 2025`, `March 2025` or `2025`.
  mutating func readableDate(_ date: PartialDate) {
    if let month = date.month, (1...12).contains(month) {
      if let day = date.day {
        number(day)
        raw(" ")
      }
      raw(Self.months[month - 1])
      raw(" ")
    }
    number(date.year)
  }

  private static var months: [StaticString] {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
  }
}

extension PartialDate {
  /// As HTML: `<time datetime="2025-03">March 2025</time>`.
  var html: [UInt8] {
    var bytes: [UInt8] = []
    bytes.time(self)
    return bytes
  }
}
