/// Finds governments named after a person, such as “Trump Administration”, and the state that stands in their
/// place in other tables.
struct StandIns {
  /// A government and the state for which it acts.
  struct Found {
    let pair: MemberPair
    let government: Int
    let score: Double
    let evidence: [SuggestionEvidence]
  }

  /// Words for a government that follow the name of a person.
  private static let governments: Set<String> = [
    "administration", "cabinet", "government", "presidency", "regime",
  ]
  /// Words before them that are not names.
  private static let qualities: Set<String> = [
    "central", "city", "civil", "coalition", "district", "elected", "local", "military", "municipal",
    "opposition",
    "provincial", "provisional", "regional", "rival", "state",
  ]

  private let graph: IssueGraph
  private let names: MemberNames
  /// By table: the parties in its headings.
  private let parties: [[Int]]
  private let states: [Int]

  init(_ graph: IssueGraph, _ names: MemberNames) {
    self.graph = graph
    self.names = names
    parties = graph.comparisons.map { comparison in
      (comparison.columns + comparison.rows).compactMap {
        if case .party(let id) = $0 { id.index } else { nil }
      }
    }
    states = names.forms.indices.filter { member in
      names.forms[member].contains { $0.state != nil || ($0.principal == nil && $0.rest?.state != nil) }
    }
  }

  /// In ascending order of the governments.
  func found() -> [Found] {
    if states.isEmpty { return [] }
    return names.forms.indices.compactMap { member in
      guard isNamedAfterPerson(member), graph.parties[member].actsFor == nil else { return nil }
      let beside = neighbours(of: member)
      let candidates = states.filter { state in
        state != member && !beside.contains(state) && !neighbours(of: state).isDisjoint(with: beside)
      }
      guard candidates.count == 1, let state = candidates.first else { return nil }
      return found(member, state, shared: neighbours(of: state).intersection(beside))
    }
  }

  private func found(_ government: Int, _ state: Int, shared: Set<Int>) -> Found {
    var evidence = shared.min().map { [SuggestionEvidence.sameOpponent(names.name($0))] } ?? []
    var score = 0.62
    let issues = Set(graph.positionsOfParty[ID(government)].map { graph.positions[$0.index].issue.index })
    let others = Set(graph.positionsOfParty[ID(state)].map { graph.positions[$0.index].issue.index })
    if let issue = issues.intersection(others).min() {
      evidence.append(.sameIssue(graph.issues[issue].name))
      score += 0.1
    }
    let words = names.forms[government].flatMap { $0.principal?.dropped ?? [] }
    evidence.append(.acting(Array(words.prefix(1))))
    return Found(
      pair: MemberPair(Int32(government), Int32(state)), government: government, score: score,
      evidence: evidence)
  }

  private func isNamedAfterPerson(_ member: Int) -> Bool {
    names.forms[member].contains { form in
      guard form.content.count == 2, let principal = form.principal, principal.state == nil else {
        return false
      }
      let name = form.content[0]
      return Self.governments.contains(form.content[1]) && principal.dropped == [form.content[1]]
        && !Self.qualities.contains(name) && name.allSatisfy(\.isLetter)
    }
  }

  /// The parties that are in a table with a member.
  private func neighbours(of member: Int) -> Set<Int> {
    var result: Set<Int> = []
    for table in names.standing.tables(of: member) { result.formUnion(parties[table.index]) }
    result.remove(member)
    return result
  }
}
