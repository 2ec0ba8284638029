import Content

/// The issues or the parties of a graph, prepared for suggestions.
struct MemberNames {
  let isParty: Bool
  /// By member: its name, followed by its aliases.
  let forms: [[NameForm]]
  let standing: TableCooccurrence
  /// By member: whether it has a file.
  let hasFile: [Bool]
  /// By member: the number of its positions.
  let positions: [Int]
  /// Pairs for which an author has declared a relation.
  let related: Set<MemberPair>

  static func issues(of graph: IssueGraph, states: StateTable) -> MemberNames {
    let forms = graph.issues.map { issue in
      ([issue.name] + issue.aliases).map { NameForm($0, isParty: false, states: states) }
    }
    let standing = TableCooccurrence(graph, count: graph.issues.count) {
      if case .issue(let id) = $0 { id.index } else { nil }
    }
    var related: Set<MemberPair> = []
    for issue in graph.issues {
      for other in issue.related + issue.broader {
        related.insert(MemberPair(issue.id.rawValue, other.rawValue))
      }
    }
    return MemberNames(
      isParty: false, forms: forms, standing: standing, hasFile: graph.issues.map { $0.file != nil },
      positions: graph.issues.map { graph.positionsOfIssue[$0.id].count }, related: related)
  }

  static func parties(of graph: IssueGraph, states: StateTable) -> MemberNames {
    let forms = graph.parties.map { party in
      ([party.name] + party.aliases).map { NameForm($0, isParty: true, states: states) }
    }
    let standing = TableCooccurrence(graph, count: graph.parties.count) {
      if case .party(let id) = $0 { id.index } else { nil }
    }
    var related: Set<MemberPair> = []
    for party in graph.parties {
      for other in party.blocs + [party.actsFor, party.predecessor].compactMap(\.self) {
        related.insert(MemberPair(party.id.rawValue, other.rawValue))
      }
    }
    return MemberNames(
      isParty: true, forms: forms, standing: standing, hasFile: graph.parties.map { $0.file != nil },
      positions: graph.parties.map { graph.positionsOfParty[$0.id].count }, related: related)
  }

  func subject(_ member: Int) -> MentionSubject { isParty ? .party(ID(member)) : .issue(ID(member)) }

  func name(_ member: Int) -> String { forms[member][0].text }

  /// Whether the first member should keep its name rather than the second: it has a file, more positions, or
  /// a longer name.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    if hasFile[one] != hasFile[other] { return hasFile[one] }
    if positions[one] != positions[other] { return positions[one] > positions[other] }
    let lengths = (name(one).unicodeScalars.count, name(other).unicodeScalars.count)
    return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : one < other
  }

  /// Whether both or neither have a file, and both have the same number of positions.
  func areEquallyKnown(_ one: Int, _ other: Int) -> Bool {
    hasFile[one] == hasFile[other] && positions[one] == positions[other]
  }
}
