import Diagnostics

/// Checks the dates of a file against each other and against the build's day.
///
/// The other dates of a file whose `date` is after the build's day are not checked against that day: the build reports
/// that the file is withheld.
struct DateChecks {
  let file: InputFile
  let matter: FrontMatter
  let today: PartialDate

  /// Diagnostics: `future-date`, `updated-before-date`, and `invalid-value` for a correction that is older than its report.
  func diagnostics(_ entries: [YAMLEntry]) -> [Diagnostic] {
    let own = FileDate.of(file, matter).date
    var diagnostics = corrections(before: own) + futureCorrections
    diagnostics += futurePropositions(entries)
    if let own, isFuture(own) { return diagnostics }
    for (key, date) in [("updated", matter.updated), ("reviewed", matter.reviewed)] {
      guard let date, let entry = entries.first(where: { $0.key == key }) else { continue }
      if isFuture(date) {
        diagnostics.append(
          Diagnostic(
            .futureDate, at: place(entry.value.range), "“\(key)” is \(date), which is after today (\(today))",
            suggestion: Suggestion("correct the date")))
      } else if key == "updated", let own, isBefore(date, own) {
        diagnostics.append(
          Diagnostic(
            .updatedBeforeDate, at: place(entry.value.range),
            "“updated” is \(date), which is before the date of this file (\(own))",
            suggestion: Suggestion("correct one of the two dates, or remove “updated”")))
      }
    }
    return diagnostics
  }

  private func corrections(before own: PartialDate?) -> [Diagnostic] {
    guard let own else { return [] }
    return matter.corrections.filter { isBefore($0.date, own) }.map {
      Diagnostic(
        .invalidValue, at: place($0.dateRange),
        "the correction (\($0.date)) is dated before the report (\(own))")
    }
  }

  private var futureCorrections: [Diagnostic] {
    matter.corrections.filter { isFuture($0.date) }.map {
      Diagnostic(
        .futureDate, at: place($0.dateRange),
        "the date of the correction is \($0.date), which is after today (\(today))",
        suggestion: Suggestion("give the day on which the report was corrected"))
    }
  }

  /// Earlier propositions that have not ended yet.
  private func futurePropositions(_ entries: [YAMLEntry]) -> [Diagnostic] {
    guard matter.propositionHistory.contains(where: { isFuture($0.until) }),
      case .list(let values)? = entries.first(where: { $0.key == "proposition-history" })?.value.content
    else { return [] }
    return values.compactMap { value -> Diagnostic? in
      guard case .map(let fields) = value.content,
        let until = fields.first(where: { $0.key == "until" })?.value, case .text(let text) = until.content,
        let date = PartialDate(text.trimmingWhitespace), isFuture(date)
      else { return nil }
      return Diagnostic(
        .futureDate, at: place(until.range), "“until” is \(date), which is after today (\(today))",
        suggestion: Suggestion("give the last day on which positions answered this proposition"))
    }
  }

  private func place(_ range: Range<Int>) -> Place { Place(path: file.source.path, range: range) }

  private func isBefore(_ date: PartialDate, _ other: PartialDate) -> Bool {
    DayInterval(date).isBefore(DayInterval(other))
  }

  private func isFuture(_ date: PartialDate) -> Bool { isBefore(today, date) }
}
