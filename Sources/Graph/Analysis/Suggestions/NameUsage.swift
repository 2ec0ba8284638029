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
      var rows: [Int]?
      for (headings, isRow) in [(comparison.columns, false), (comparison.rows, true)] {
        for (number, heading) in headings.enumerated() {
          guard let subject = heading.subject, let known = seen[subject], inTable.insert(subject).inserted
          else {
            continue
          }
          var places = known.places
          if places.count < Self.shownPlaces {
            let found = isRow ? rows ?? firstCells(ofRowsIn: comparison) : []
            if isRow { rows = found }
            places.append(place(of: number, isRow ? found : nil, in: comparison))
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
  ///
  /// - Parameter rows: the first cells of the body rows; nil: the heading is that of a column.
  private func place(of number: Int, _ rows: [Int]?, in comparison: Comparison) -> Place {
    let report = reports[comparison.report.index].report
    let document = report.header.document
    let table = report.tables[comparison.table]
    var range: Range<Int>?
    if let rows {
      let cell = rows.indices.contains(number) ? rows[number] : table.node
      range = document.nodes[cell].source.range
    } else if table.header.indices.contains(number) {
      range = table.header[number].range
    }
    return SheetPlaces([report]).place(Place(path: report.header.sourcePath, range: range))
  }

  /// The first cell of each body row of a comparison; of a row without cells, the row.
  private func firstCells(ofRowsIn comparison: Comparison) -> [Int] {
    let report = reports[comparison.report.index].report
    let document = report.header.document
    return document.children(of: report.tables[comparison.table].node).filter {
      document.nodes[$0].kind == .tableRow && document.nodes[$0].detail > 0
    }.map { row in document.children(of: row).first { _ in true } ?? row }
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
