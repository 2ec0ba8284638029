import Content
import Editions
import Graph
import SampleArchives

/// States of a small record, from the files of a site.
enum RecordedStates {
  /// A report with one table.
  ///
  /// - Parameters:
  ///   - day: its date; nil: it has none.
  ///   - rows: such as `Fish | [+] yes | —`.
  ///   - directive: arguments of the table's directive.
  static func report(
    _ name: String, _ day: String?, directive: String = "", matter: String = "",
    parties: String = "North | South",
    rows: String...
  ) -> (String, String) {
    let date = day.map { "date: \($0)\n" } ?? ""
    let table = rows.map { "| \($0) |\n" }.joined()
    return (
      "reports/\(name).md",
      """
      ---
      title: \(name.prefix(1).uppercased() + name.dropFirst())
      \(date)\(matter)---

      <!-- standpoint: positions \(directive) -->
      | Issue | \(parties) |
      |---|---|---|
      \(table)
      """
    )
  }

  static func edition(
    _ files: [(String, String)], named name: String = "now", on day: PartialDate = PartialDate(year: 2026),
    withheld: [FrozenWithheldReport] = []
  ) -> Edition {
    Edition(
      freezing: SampleSite(files).graph, name: name, date: day,
      origin: Edition.Origin(made: day, includesDrafts: false), withheld: withheld)
  }

  static func difference(_ before: [(String, String)], _ after: [(String, String)]) -> RecordDifference {
    RecordDifference(from: edition(before, named: "one"), to: edition(after))
  }

  /// Each told change as `Party Issue word: before → after`, with the texts of the positions.
  static func lines(_ before: [(String, String)], _ after: [(String, String)]) -> [String] {
    lines(difference(before, after))
  }

  static func lines(_ difference: RecordDifference) -> [String] {
    difference.told.map { change in
      let old = change.before.map { text(of: $0) }.joined(separator: " & ")
      let new = change.after.map { text(of: $0) }.joined(separator: " & ")
      return "\(change.party.name) \(change.issue.name) \(change.word): \(old) → \(new)"
    }
  }

  private static func text(of side: RecordChange.Side) -> String {
    (side.position.stance.map { "[\($0.rawValue)] " } ?? "") + side.position.text
  }
}
