import Diagnostics

/// Checks the dates of a file against each other and against the build's day.
///
/// A `date` after the build's day is not checked: it withholds the file, which the build reports.
struct DateChecks {
  let file: InputFile
  let matter: FrontMatter
  let today: PartialDate

  /// Diagnostics: `future-date`, `updated-before-date`.
  func diagnostics(_ entries: [YAMLEntry]) -> [Diagnostic] {
    let own = FileDate.of(file, matter).date.map { DayInterval($0) }
    if let own, isFuture(own) { return [] }
    var diagnostics: [Diagnostic] = []
    for (key, date) in [("updated", matter.updated), ("reviewed", matter.reviewed)] {
      guard let date, let entry = entries.first(where: { $0.key == key }) else { continue }
      let place = Place(path: file.source.path, range: entry.value.range)
      if isFuture(DayInterval(date)) {
        diagnostics.append(
          Diagnostic(
            .futureDate, at: place, "“\(key)” is \(date), which is after today (\(today))",
            suggestion: Suggestion("correct the date")))
      } else if key == "updated", let own, DayInterval(date).isBefore(own) {
        diagnostics.append(
          Diagnostic(
            .updatedBeforeDate, at: place,
            "“updated” is \(date), which is before the date of this file (\(ownDate))",
            suggestion: Suggestion("correct one of the two dates, or remove “updated”")))
      }
    }
    return diagnostics
  }

  private var ownDate: String { FileDate.of(file, matter).date?.description ?? "" }

  private func isFuture(_ days: DayInterval) -> Bool { days.first > DayInterval(today).last }
}
