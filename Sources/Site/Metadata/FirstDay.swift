import Content
import Graph

extension PartialDate {
  /// The day itself; what is open in the date is its beginning.
  var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1) }
}

extension Report {
  /// The day of the last change that the author tells of, else of the report; nil for an undated one. Never the clock's,
  /// and never before the report itself: `updated: 2025-03` of a report of 10 March is that day.
  var lastChange: PartialDate? { [self.updated, date].compactMap(\.?.firstDay).max() }
}
