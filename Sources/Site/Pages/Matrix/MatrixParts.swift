import Diagnostics
import Graph

/// The parts of a matrix that is too large for one page: by issue group, otherwise by first letter.
struct MatrixParts: Sendable {
  /// The largest number of cells on one page.
  static let mostCells = Limit.matrixCells.value

  struct Part: Sendable {
    /// Last part of its address.
    let slug: String
    /// nil: issues without a group, or whose name contains no letter.
    let title: String?
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
    parts = order.map { Part(slug: $0, title: titles[$0] ?? nil, issues: members[$0] ?? []) }
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
