import Content
import Diagnostics

/// How often a name is used, and where: what an author needs to judge a suggestion.
struct NameUsage: Sendable, Hashable {
  let name: String
  let slug: String
  /// The path of its file, as messages print it; nil if it has none.
  let file: String?
  /// The number of positions of the issue or party.
  let positions: Int
  /// The number of tables in which it is a row or column.
  let tables: Int
  /// Its first headings, at most `IssueGraph.shownPlaces`, by report, then table.
  let places: [Place]
}

extension IssueGraph {
  /// The largest number of headings in `places`.
  static let shownPlaces = 3

  /// The usage of each issue and party in the suggestions.
  func standings(of suggestions: [NameSuggestion]) -> [MentionSubject: NameUsage] {
    var seen: [MentionSubject: (tables: Int, places: [Place])] = [:]
    for suggestion in suggestions {
      if let from = suggestion.from { seen[from] = (0, []) }
      seen[suggestion.to] = (0, [])
    }
    for comparison in comparisons {
      var inTable: Set<MentionSubject> = []
      for (headings, isRow) in [(comparison.columns, false), (comparison.rows, true)] {
        for (number, heading) in headings.enumerated() {
          guard let subject = heading.subject, let known = seen[subject], inTable.insert(subject).inserted
          else {
            continue
          }
          var places = known.places
          if places.count < Self.shownPlaces {
            places.append(place(of: number, isRow: isRow, in: comparison))
          }
          seen[subject] = (known.tables + 1, places)
        }
      }
    }
    return seen.reduce(into: [:]) { $0[$1.key] = standing(of: $1.key, $1.value.tables, $1.value.places) }
  }

  private func standing(of subject: MentionSubject, _ tables: Int, _ places: [Place]) -> NameUsage {
    switch subject {
    case .issue(let id):
      let issue = issues[id.index]
      return NameUsage(
        name: issue.name, slug: issue.slug, file: issue.file?.header.sourcePath,
        positions: positionsOfIssue[id].count, tables: tables, places: places)
    case .party(let id):
      let party = parties[id.index]
      return NameUsage(
        name: party.name, slug: party.slug, file: party.file?.header.sourcePath,
        positions: positionsOfParty[id].count, tables: tables, places: places)
    }
  }

  /// The place of the heading of a column or body row (both 0-based).
  private func place(of number: Int, isRow: Bool, in comparison: Comparison) -> Place {
    let report = reports[comparison.report.index].report
    return SheetPlaces([report]).place(place(of: number, isRow: isRow, in: report, comparison))
  }

  private func place(of number: Int, isRow: Bool, in report: Report, _ comparison: Comparison) -> Place {
    let document = report.header.document
    let table = report.tables[comparison.table]
    if !isRow {
      let range = table.header.indices.contains(number) ? table.header[number].range : nil
      return Place(path: report.header.sourcePath, range: range)
    }
    var row = -1
    for node in document.children(of: table.node) where document.nodes[node].kind == .tableRow {
      guard document.nodes[node].detail > 0 else { continue }
      row += 1
      guard row == number else { continue }
      let cell = document.children(of: node).first { _ in true } ?? node
      return Place(path: report.header.sourcePath, range: document.nodes[cell].source.range)
    }
    return Place(path: report.header.sourcePath, range: document.nodes[table.node].source.range)
  }
}

extension Comparison.Heading {
  /// The issue or party; nil for other headings.
  var subject: MentionSubject? {
    switch self {
    case .issue(let id): .issue(id)
    case .party(let id): .party(id)
    case .other: nil
    }
  }
}
