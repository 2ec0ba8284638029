import Content

/// The time axis of a timeline: its lines, and the labels below them.
struct TimeAxis {
  private let timeline: Timeline
  private let dates: LocalizedDates

  /// The smallest period, in days, for which the axis shows years.
  private static let longSpan = 730

  init(_ timeline: Timeline, _ dates: LocalizedDates) {
    self.timeline = timeline
    self.dates = dates
  }

  /// The horizontal place of a day, given as a day number, in tenths of a percent.
  static func place(of day: Int, in timeline: Timeline) -> Int {
    let (first, last) = (timeline.days.lowerBound, timeline.days.upperBound)
    return last > first ? 30 + 940 * (day - first) / (last - first) : 500
  }

  /// - Parameter height: the distance from the top to the labels, in pixels.
  func write(height: Int, into output: inout HTML) {
    let span = timeline.days.upperBound - timeline.days.lowerBound
    if span >= Self.longSpan { years(height, into: &output) } else { ends(height, into: &output) }
  }

  /// Labels for both ends, and a line at the start of each month.
  private func ends(_ height: Int, into output: inout HTML) {
    var (year, month) = (timeline.first.year, timeline.first.month ?? 1)
    while true {
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
      let start = PartialDate(year: year, month: month)
      if start.dayNumber > timeline.days.upperBound { break }
      let x = Self.place(of: start.dayNumber, in: timeline)
      output.line("tick", from: (x, 0), to: (x, height))
    }
    for (date, style, x) in [(timeline.first, "time at-start", 0), (timeline.last, "time at-end", 1000)]
      as [(PartialDate, StaticString, Int)]
    {
      output.label(style, at: (x, height + 16)) { dates.readable(date, into: &$0) }
    }
  }

  /// One line per year, of which at most six have a label.
  private func years(_ height: Int, into output: inout HTML) {
    let years = Array(timeline.first.year...timeline.last.year)
    let stride = (years.count + 5) / 6
    for (place, year) in years.enumerated() where place.isMultiple(of: stride) {
      let start = PartialDate(year: year)
      let isBefore = start.dayNumber < timeline.days.lowerBound
      let x = isBefore ? 0 : Self.place(of: start.dayNumber, in: timeline)
      if isBefore, years.count > 1, Self.place(of: PartialDate(year: year + 1).dayNumber, in: timeline) < 150
      {
        continue
      }
      if !isBefore { output.line("tick", from: (x, 0), to: (x, height)) }
      let style: StaticString = x < 60 ? "time at-start" : x > 940 ? "time at-end" : "time"
      output.label(style, at: (x, height + 16)) { $0.number(year) }
    }
  }
}
