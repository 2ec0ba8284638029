import Diagnostics

/// A sheet whose table is part of a report.
///
/// The ranges of its nodes begin after the end of the report, so that each range tells which file it belongs to.
package struct ReportSheet: Sendable, Hashable {
  /// Below the content folder.
  package let path: String
  /// As messages print it.
  package let sourcePath: String
  /// The offset of the sheet's first byte in the ranges of the report.
  let base: Int
  /// The number of the sheet's bytes.
  let count: Int

  /// The range in the sheet; nil if it belongs to another file.
  func own(_ range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= base, range.lowerBound <= base + count else { return nil }
    return range.lowerBound - base..<min(range.upperBound, base + count) - base
  }
}

/// Finds the places of tables that reports read from sheets.
package struct SheetPlaces: Sendable {
  /// By the path of the report, as messages print it.
  private let sheets: [String: [ReportSheet]]

  package init(_ reports: some Sequence<Report>) {
    var sheets: [String: [ReportSheet]] = [:]
    for report in reports where !report.sheets.isEmpty { sheets[report.header.sourcePath] = report.sheets }
    self.sheets = sheets
  }

  init(path: String, _ sheets: [ReportSheet]) { self.sheets = sheets.isEmpty ? [:] : [path: sheets] }

  /// The same diagnostics, at the places in the sheets.
  package func moved(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    sheets.isEmpty ? diagnostics : diagnostics.map(moved)
  }

  /// The place in the sheet if a range of a report belongs to one; otherwise the same place.
  package func place(_ place: Place) -> Place {
    guard let range = place.range else { return place }
    for sheet in sheets[place.path] ?? [] {
      if let own = sheet.own(range) { return Place(path: sheet.sourcePath, range: own) }
    }
    return place
  }

  private func moved(_ diagnostic: Diagnostic) -> Diagnostic {
    let place = diagnostic.place.map(place)
    let notes = diagnostic.notes.map { Note($0.message, at: $0.place.map(self.place)) }
    guard place != diagnostic.place || notes != diagnostic.notes else { return diagnostic }
    // A replacement is Markdown, and a cell of a sheet is not.
    let suggestion =
      place == diagnostic.place ? diagnostic.suggestion : diagnostic.suggestion?.wordsOnly
    return diagnostic.replacing(place: place, notes: notes, suggestion: suggestion)
  }
}
