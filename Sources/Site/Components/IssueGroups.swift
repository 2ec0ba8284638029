import Content
import Graph

/// Issues by group.
struct IssueGroups {
  struct Group {
    /// nil: issues without a group.
    let title: String?
    /// In the order in which they were passed.
    let issues: [ID<Issue>]

    /// Writes its title; for issues without a group, that they are others.
    func writeTitle(_ words: LocalizedStrings, into output: inout HTML) {
      if let title { output.escaped(title) } else { words.write(.otherIssues, into: &output) }
    }
  }

  /// Those with an issue that has a place of its own (`order:`) in the order of these issues, the others by title; issues
  /// without a group last.
  let groups: [Group]
  /// Whether any issue has a group, so that headings are useful.
  let areNamed: Bool

  init(_ issues: [ID<Issue>], in graph: IssueGraph) {
    var members: [String: [ID<Issue>]] = [:]
    var others: [ID<Issue>] = []
    for issue in issues {
      if let title = graph.issues[issue.index].file?.group, !title.isEmpty {
        members[title, default: []].append(issue)
      } else {
        others.append(issue)
      }
    }
    let placed = issues.filter { graph.issues[$0.index].isPlaced }.compactMap {
      graph.issues[$0.index].file?.group
    }
    var seen: Set<String> = []
    let titles = (placed + NameOrder(language: graph.settings.language).sorted(members.keys)).filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
    var groups = titles.map { Group(title: $0, issues: members[$0] ?? []) }
    areNamed = !groups.isEmpty
    if !others.isEmpty { groups.append(Group(title: nil, issues: others)) }
    self.groups = groups
  }
}
