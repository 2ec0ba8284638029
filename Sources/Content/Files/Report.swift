import Diagnostics
import Markdown

/// One authored report (schema.org Report). It never changes, and is shared rather than copied.
@dynamicMemberLookup
package final class Report: Sendable {
  package let header: FileHeader
  /// The front matter as written; `date` below also knows other sources of the date.
  package let matter: FrontMatter
  /// `date:`, or the date at the start of the file name, or the day of the file's first commit; nil without any.
  package let date: PartialDate?
  /// Where `date` comes from.
  package let dateOrigin: DateOrigin
  /// Words of prose, tables included; for reading times.
  package let wordCount: Int
  /// The tables, in order of appearance.
  package let tables: [AuthoredTable]
  /// The `> [!tension]` callouts, in order of appearance.
  package let tensions: [AuthoredTension]

  package init(
    header: FileHeader, matter: FrontMatter, date: PartialDate?, dateOrigin: DateOrigin, wordCount: Int,
    tables: [AuthoredTable], tensions: [AuthoredTension]
  ) {
    self.header = header
    self.matter = matter
    self.date = date
    self.dateOrigin = dateOrigin
    self.wordCount = wordCount
    self.tables = tables
    self.tensions = tensions
  }

  /// What the front matter says, by the name of its property.
  package subscript<Value>(dynamicMember property: KeyPath<FrontMatter, Value>) -> Value {
    matter[keyPath: property]
  }

  /// The same report, dated by the first commit of its file if nothing else dates it.
  package func dated(byFirstCommit day: PartialDate) -> Report {
    guard date == nil else { return self }
    return Report(
      header: header, matter: matter, date: day, dateOrigin: .firstCommit, wordCount: wordCount,
      tables: tables,
      tensions: tensions)
  }
}

/// Where a date was found, from the most particular to none; raw values are the words in data files.
package enum DateOrigin: String, Sendable, Hashable {
  /// `{as-of=…}` at the cell's end.
  case cell
  /// `as-of=` in the table's directive.
  case comparison
  /// `date:` in the report's front matter.
  case frontMatter = "front-matter"
  /// The start of the report's file name.
  case fileName = "file-name"
  /// The day on which git has the report's file first.
  case firstCommit = "first-commit"
  /// Nothing gives a date.
  case none
}

/// A callout in which an author sets a passage against a position, or two positions against each other.
package struct AuthoredTension: Sendable, Hashable {
  /// The callout's node in the report's document.
  package let node: Int
  /// The wikilinks on the marker's line, as written (`Issue#Party`): one or two.
  package let positions: [AuthoredName]

  package init(node: Int, positions: [AuthoredName]) {
    self.node = node
    self.positions = positions
  }
}
