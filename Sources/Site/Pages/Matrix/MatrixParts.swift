import Diagnostics
import Graph

/// The parts of a matrix that is too large for one page: by issue group, otherwise by first letter. A group that is too large
/// for one page has several.
struct MatrixParts: Sendable {
  /// The largest number of cells on one page, unless a single issue has more.
  static let mostCells = Limit.matrixCells.value

  struct Part: Sendable, Equatable {
    /// The rest of its address, which has no part of its own for the first page of a group.
    let slug: String
    /// nil: issues without a group, or whose name contains no letter.
    let title: String?
    /// Which page of its group or letter it is, from 1 on.
    let number: Int
    let issues: [ID<Issue>]
  }

  /// The issues on which a party holds a position, in the graph's order.
  let issues: [ID<Issue>]
  /// In the order of the issues; empty if one page shows all.
  let parts: [Part]

  init(_ graph: IssueGraph) {
    let issues = graph.issues.map(\.id).filter { graph.standings.isHeld($0) }
    self.issues = issues
    let parties = graph.parties.count { !graph.positionsOfParty[$0.id].isEmpty }
    guard issues.count * parties > Self.mostCells else {
      parts = []
      return
    }
    let hasGroups = issues.contains { graph.issues[$0.index].file?.group != nil }
    var order: [String] = []
    var titles: [String: String?] = [:]
    var members: [String: [ID<Issue>]] = [:]
    for id in issues {
      let title =
        hasGroups ? graph.issues[id.index].file?.group : Self.letter(graph.issues[id.index])
      let slug = Self.slug(title ?? "")
      if members[slug] == nil {
        order.append(slug)
        titles[slug] = title
      }
      members[slug, default: []].append(id)
    }
    parts = order.flatMap { slug in
      Self.divided(members[slug] ?? [], in: graph).enumerated().map { index, issues in
        Part(
          slug: PageNumbers.address(of: slug, page: index + 1), title: titles[slug] ?? nil, number: index + 1,
          issues: issues)
      }
    }
  }

  /// Divides issues, in their order. The table of each part has a column for each party with a position on its issues.
  private static func divided(_ issues: [ID<Issue>], in graph: IssueGraph) -> [[ID<Issue>]] {
    var parts: [[ID<Issue>]] = []
    var part: [ID<Issue>] = []
    var columns: Set<ID<Party>> = []
    for issue in issues {
      let parties = graph.standings[issue].map(\.party) + graph.standings.rememberedParties(on: issue)
      columns.formUnion(parties)
      if !part.isEmpty, (part.count + 1) * columns.count > mostCells {
        parts.append(part)
        (part, columns) = ([], Set(parties))
      }
      part.append(issue)
    }
    return parts + [part]
  }

  private static func letter(_ issue: Issue) -> String? {
    issue.name.first(where: \.isLetter)?.uppercased()
  }

  /// Lower-case letters and digits, with hyphens for everything else.
  private static func slug(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "other" : words.joined(separator: "-")
  }
}
