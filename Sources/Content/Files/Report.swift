import Diagnostics
import Markdown

/// One authored report (a Report in schema.org). Immutable, and passed by reference.
package final class Report: AuthoredFile {
  package let header: FileHeader
  /// `date:`, otherwise the date at the start of the file name, otherwise the day of the file's first commit;
  /// nil if there is none.
  package let date: PartialDate?
  /// The origin of `date`.
  package let dateOrigin: DateOrigin
  /// The days that `date` may mean; nil without a date.
  package let interval: DayInterval?
  /// The number of words of prose, including tables; for reading times.
  package let wordCount: Int
  /// The tables, in order of appearance.
  package let tables: [AuthoredTable]
  /// The `> [!tension]` callouts, in order of appearance.
  package let tensions: [AuthoredTension]
  /// The sheets whose tables are part of the report.
  package let sheets: [ReportSheet]

  package init(
    header: FileHeader, date: PartialDate?, dateOrigin: DateOrigin, wordCount: Int, tables: [AuthoredTable],
    tensions: [AuthoredTension], sheets: [ReportSheet] = []
  ) {
    self.sheets = sheets
    self.header = header
    self.date = date
    self.dateOrigin = dateOrigin
    interval = date.map { DayInterval($0) }
    self.wordCount = wordCount
    self.tables = tables
    self.tensions = tensions
  }

  /// The same report, with the date of the first commit of its file if it has no other date.
  package func dated(byFirstCommit day: PartialDate) -> Report {
    guard date == nil else { return self }
    return Report(
      header: header, date: day, dateOrigin: .firstCommit, wordCount: wordCount, tables: tables,
      tensions: tensions, sheets: sheets)
  }

  /// The same report, left out of the site for a reason.
  package func withheld(for reason: Withholding) -> Report {
    Report(
      header: header.withheld(for: reason), date: date, dateOrigin: dateOrigin, wordCount: wordCount,
      tables: tables, tensions: tensions, sheets: sheets)
  }
}

extension Report {
  /// What the report can mean by `as-of`, since nobody reports the future.
  ///
  /// The date's days are cut off at the end of `date:` or of the file name's date if they begin by then, else at the end
  /// of `updated:`. Without either (git alone dates the report, or nothing does) all of them count.
  ///
  /// - Returns: the days; `isTooLate` if they begin after all that the report could know of, and are whole therefore.
  package func interval(asOf date: PartialDate) -> (days: DayInterval, isTooLate: Bool) {
    let whole = DayInterval(date)
    let own = dateOrigin == .firstCommit ? nil : interval
    let ends = [own, header.matter.updated.map { DayInterval($0) }].compactMap { $0?.last }
    for end in ends {
      if let days = whole.cut(after: end) { return (days, false) }
    }
    return (whole, !ends.isEmpty)
  }

  /// The date that ends what the report can know: the later of `updated:` and its own date, apart from a first commit.
  package var end: PartialDate? {
    [dateOrigin == .firstCommit ? nil : date, header.matter.updated].compactMap(\.self)
      .max { $0.lastDayNumber < $1.lastDayNumber }
  }
}

/// The origin of a date, from the most specific to none; raw values are the words in data files.
package enum DateOrigin: String, Sendable, Hashable {
  /// `{as-of=…}` at the end of the cell.
  case cell
  /// `as-of=` in the table's directive.
  case comparison
  /// `date:` in the report's front matter.
  case frontMatter = "front-matter"
  /// The start of the report's file name.
  case fileName = "file-name"
  /// The day of the first commit that contains the report's file in git.
  case firstCommit = "first-commit"
  /// There is no date.
  case none
}

/// A callout in which an author contrasts a passage with a position, or two positions with each other.
package struct AuthoredTension: Sendable, Hashable {
  /// The callout's node in the report's document.
  package let node: Int
  /// The wikilinks on the line with the marker, as written (`Issue#Party`): one or two.
  package let positions: [AuthoredName]

  package init(node: Int, positions: [AuthoredName]) {
    self.node = node
    self.positions = positions
  }
}
