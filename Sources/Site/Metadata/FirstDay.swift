import Content
import Graph

extension PartialDate {
  /// The day itself; what is open in the date is its beginning.
  var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1) }
}

extension Report {
  /// The day of the last change that the author tells of, else of the report; nil for an undated one. Never the clock's.
  var lastChange: PartialDate? { (updated ?? date)?.firstDay }
}
