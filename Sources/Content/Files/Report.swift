import Diagnostics
import Markdown

/// One authored report (schema.org Report); it never changes, and is shared rather than copied when passed on.
package final class Report: Sendable {
  package let header: FileHeader
  /// `date:`, else a date at the start of the file's name, else the day of the file's first commit; nil without any.
  package let date: PartialDate?
  /// Where `date` is from.
  package let dateOrigin: DateOrigin
  package let updated: PartialDate?
  /// `summary:`, one sentence; nil without one.
  package let summary: String?
  package let authors: [String]
  package let tags: [String]
  /// Sorts before the date in lists; lower first, 0 without one.
  package let weight: Int
  /// `core-issues:`, names of issues.
  package let coreIssues: [AuthoredName]
  /// `affects:`, names of parties.
  package let affects: [AuthoredName]
  /// `automatic-links:`; nil: the site's setting holds.
  package let automaticLinks: Bool?
  /// `review-after:`, how long its positions hold before they should be looked at again; nil without one.
  package let reviewAfter: ReviewPeriod?
  /// `reviewed:`, the day they were last looked at; nil without one.
  package let reviewed: PartialDate?
  /// Words of prose, tables included; for reading times.
  package let wordCount: Int
  /// The tables, in order of appearance.
  package let tables: [AuthoredTable]
  /// The `> [!tension]` callouts, in order of appearance.
  package let tensions: [AuthoredTension]

  package init(
    header: FileHeader, date: PartialDate?, dateOrigin: DateOrigin, updated: PartialDate?, summary: String?,
    authors: [String], tags: [String], weight: Int, coreIssues: [AuthoredName], affects: [AuthoredName],
    automaticLinks: Bool?, reviewAfter: ReviewPeriod? = nil, reviewed: PartialDate? = nil, wordCount: Int,
    tables: [AuthoredTable], tensions: [AuthoredTension]
  ) {
    self.header = header
    self.date = date
    self.dateOrigin = dateOrigin
    self.updated = updated
    self.summary = summary
    self.authors = authors
    self.tags = tags
    self.weight = weight
    self.coreIssues = coreIssues
    self.affects = affects
    self.automaticLinks = automaticLinks
    self.reviewAfter = reviewAfter
    self.reviewed = reviewed
    self.wordCount = wordCount
    self.tables = tables
    self.tensions = tensions
  }

  /// The same report, dated by the day of its file's first commit if nothing else dates it.
  package func dated(byFirstCommit day: PartialDate) -> Report {
    guard date == nil else { return self }
    return Report(
      header: header, date: day, dateOrigin: .firstCommit, updated: updated, summary: summary,
      authors: authors,
      tags: tags, weight: weight, coreIssues: coreIssues, affects: affects, automaticLinks: automaticLinks,
      reviewAfter: reviewAfter, reviewed: reviewed, wordCount: wordCount, tables: tables, tensions: tensions)
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
