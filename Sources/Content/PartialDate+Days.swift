extension PartialDate {
  /// Days from 1 January of the year 1 to the first day that the date may mean (Gregorian).
  package var dayNumber: Int {
    let past = year - 1
    let leapDays = past / 4 - past / 100 + past / 400
    let months = (1..<max(1, month ?? 1)).reduce(0) { $0 + Self.days(in: $1, of: year) }
    return past * 365 + leapDays + months + (day ?? 1) - 1
  }
}
