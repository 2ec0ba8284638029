import Content
import Text

/// Finds the issues and parties of a graph by any of their names, for settings and the command line.
///
/// Names and aliases come first, then the names of parties without a generic last word, then slugs.
package struct SubjectNames: Sendable {
  private var parties: [NameKey: ID<Party>] = [:]
  private var issues: [NameKey: ID<Issue>] = [:]
  private let words: HeaderWords
  private let partyNames: [String]
  private let issueNames: [String]

  package init(_ graph: IssueGraph) {
    words = HeaderWords.of(graph.settings.words)
    partyNames = graph.parties.flatMap { [$0.name] + $0.aliases }
    issueNames = graph.issues.flatMap { [$0.name] + $0.aliases }
    for party in graph.parties {
      for name in [party.name] + party.aliases { parties[NameKey(name)] = party.id }
    }
    for party in graph.parties {
      for name in [party.name] + party.aliases {
        let key = words.partyName(name).key
        if parties[key] == nil { parties[key] = party.id }
      }
    }
    for party in graph.parties where parties[NameKey(party.slug)] == nil {
      parties[NameKey(party.slug)] = party.id
    }
    for issue in graph.issues {
      for name in [issue.name] + issue.aliases { issues[NameKey(name)] = issue.id }
    }
    for issue in graph.issues where issues[NameKey(issue.slug)] == nil {
      issues[NameKey(issue.slug)] = issue.id
    }
  }

  /// nil: no party has this name.
  package func party(_ name: String) -> ID<Party>? {
    parties[NameKey(name)] ?? parties[words.partyName(name).key]
  }

  /// nil: no issue has this name.
  package func issue(_ name: String) -> ID<Issue>? { issues[NameKey(name)] }

  /// The party's name or alias that the author probably meant; nil: none is similar enough.
  package func partyName(near name: String) -> String? { NearestName.match(name, among: partyNames) }

  /// The same for an issue.
  package func issueName(near name: String) -> String? { NearestName.match(name, among: issueNames) }
}
