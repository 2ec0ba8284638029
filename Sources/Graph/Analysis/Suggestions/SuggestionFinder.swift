/// Finds suggestions about names: which mean the same, who acts for whom, which are related.
///
/// The names give candidates and a first score; where the names are used, and what their cells contain,
/// changes the score.
struct SuggestionFinder {
  /// Two issues that share this many rare words are candidates regardless of their names.
  static let enoughWords = 3

  private let names: MemberNames
  private let comparer: NameComparer
  private let cells: CellWords
  private let graph: IssueGraph
  private let states: StateTable
  private var drafts: [Draft] = []

  /// A suggestion whose score is not final yet.
  struct Draft {
    let pair: MemberPair
    let relation: Likeness.Relation
    var score: Double
    var reasons: [SuggestionEvidence]
    var objections: [SuggestionEvidence] = []
    var spelling: Likeness.Spelling?
    /// The member with a word that occurs nowhere else, which may be misspelt.
    var strange: Int?

    var isMerge: Bool { relation == .same }

    /// Moves the score towards 1, by a share of the remaining distance.
    mutating func raise(by share: Double) { score += (1 - score) * share }
  }

  init(_ graph: IssueGraph, names: MemberNames, states: StateTable) {
    self.graph = graph
    self.states = states
    self.names = names
    comparer = NameComparer(isParty: names.isParty, states: states)
    let isParty = names.isParty
    cells = CellWords(graph, count: names.forms.count) {
      isParty ? ($0.party.index, $0.issue.index) : ($0.issue.index, $0.party.index)
    }
  }

  /// All suggestions, in no particular order.
  mutating func find() -> [NameSuggestion] {
    draftByNames()
    weighSpellings()
    for index in drafts.indices { weighStanding(of: &drafts[index]) }
    if names.isParty {
      draftByOpponents()
    } else {
      draftByCells()
      draftByNamesInCells()
    }
    weighRivals()
    return SuggestionChoice(names: names, drafts: drafts).suggestions()
  }

  private mutating func draftByNames() {
    var index = CandidateIndex(isParty: names.isParty)
    for (member, forms) in names.forms.enumerated() {
      for form in forms { index.add(form, member: member) }
    }
    index.forEachPair { pair in
      guard !names.related.contains(pair),
        let likeness = comparer.strongest(names.forms[pair.first], names.forms[pair.second])
      else { return }
      drafts.append(
        Draft(
          pair: pair, relation: likeness.relation, score: likeness.score, reasons: likeness.evidence,
          spelling: likeness.spelling))
    }
  }

  /// A misspelt word appears in a single name and nowhere in the texts; a correct word usually appears
  /// elsewhere.
  private mutating func weighSpellings() {
    let words = Set(drafts.compactMap(\.spelling).flatMap { [$0.first, $0.second] })
    guard !words.isEmpty else { return }
    let counts = WordCounts(of: words, in: graph)
    var owners: [String: Int] = [:]
    for forms in names.forms {
      for word in Set(forms.flatMap(\.words)).intersection(words) { owners[word, default: 0] += 1 }
    }
    for index in drafts.indices {
      guard let spelling = drafts[index].spelling else { continue }
      let pair = drafts[index].pair
      func isStrange(_ word: String, _ member: Int) -> Bool {
        owners[word] == 1 && counts[word] <= names.standing.count(of: member)
      }
      let first = isStrange(spelling.first, pair.first)
      let second = isStrange(spelling.second, pair.second)
      if first != second {
        drafts[index].reasons.append(.strangeWord(first ? spelling.first : spelling.second))
        drafts[index].strange = first ? pair.first : pair.second
      } else {
        let isSlip = spelling.isSlip && owners[spelling.first] == 1 && owners[spelling.second] == 1
        drafts[index].score *= isSlip ? 0.9 : first ? 0.75 : 0.4
      }
    }
  }

  private func weighStanding(of draft: inout Draft) {
    let (one, other) = (draft.pair.first, draft.pair.second)
    let words = cells.shared(one, other)
    if !words.isEmpty {
      draft.reasons.append(.sharedWords(Array(words.prefix(5)), count: words.count))
      draft.raise(by: 0.1 * Double(min(words.count, 4)))
    }
    guard draft.isMerge else { return }
    let together = names.standing.sideBySide(one, other)
    let expected = names.standing.expected(one, other)
    if together > 0 {
      draft.objections.append(.sideBySide(tables: together))
      draft.score *= 0.2
    } else if expected >= 1 {
      draft.reasons.append(.neverTogether(expected: Int(expected.rounded())))
      draft.raise(by: expected >= 3 ? 0.4 : 0.2)
    }
    if names.hasFile[one], names.hasFile[other] {
      draft.objections.append(.ownFiles)
      draft.score *= 0.6
    }
  }

  /// Issues whose cells share rare words are related, regardless of their names.
  private mutating func draftByCells() {
    let known = Set(drafts.map(\.pair))
    for pair in cells.pairs(sharing: Self.enoughWords)
    where !known.contains(pair) && !names.related.contains(pair) {
      let words = cells.shared(pair.first, pair.second)
      guard words.count >= Self.enoughWords else { continue }
      drafts.append(
        Draft(
          pair: pair, relation: .akin, score: min(0.9, 0.46 + 0.08 * Double(words.count)),
          reasons: [.sharedWords(Array(words.prefix(5)), count: words.count)]))
    }
  }

  /// Issues are related if the cells of one name the other, and a rare word is in the cells of both.
  private mutating func draftByNamesInCells() {
    let known = Set(drafts.map(\.pair))
    for found in NamesInCells(graph, names, states).found()
    where !known.contains(found.pair) && !names.related.contains(found.pair) {
      drafts.append(
        Draft(
          pair: found.pair, relation: .akin, score: min(0.9, 0.64 + 0.08 * Double(found.words.count)),
          reasons: [
            .named(names.name(found.named)),
            .sharedWords(Array(found.words.prefix(5)), count: found.words.count),
          ]))
    }
  }

  /// A government named after a person acts for the one state that stands in its place in other tables.
  private mutating func draftByOpponents() {
    let known = Set(drafts.filter { $0.relation != .same }.map(\.pair))
    for found in StandIns(graph, names).found()
    where !known.contains(found.pair) && !names.related.contains(found.pair) {
      drafts.append(
        Draft(
          pair: found.pair, relation: found.government == found.pair.first ? .actsFor : .actedForBy,
          score: found.score, reasons: found.evidence))
    }
  }

  /// If a name could mean either of two names that certainly differ, the decision is left to the author.
  private mutating func weighRivals() {
    var byMember: [[Int]] = Array(repeating: [], count: names.forms.count)
    for (index, draft) in drafts.enumerated() where draft.isMerge && draft.score >= 0.5 {
      byMember[draft.pair.first].append(index)
      byMember[draft.pair.second].append(index)
    }
    let scores = drafts.map(\.score)
    for (member, list) in byMember.enumerated() where (2...40).contains(list.count) {
      for index in list {
        let own = other(of: member, in: drafts[index])
        let rival = list.first { candidate in
          let third = other(of: member, in: drafts[candidate])
          return third != own && scores[candidate] > scores[index] - 0.1 && areTwo(own, third)
        }
        guard let rival else { continue }
        drafts[index].objections.append(.rival(names.name(other(of: member, in: drafts[rival]))))
        drafts[index].score *= 0.6
      }
    }
  }

  private func other(of member: Int, in draft: Draft) -> Int {
    draft.pair.first == member ? draft.pair.second : draft.pair.first
  }

  private func areTwo(_ one: Int, _ other: Int) -> Bool {
    if names.hasFile[one], names.hasFile[other] { return true }
    return names.standing.sideBySide(one, other) > 0
  }
}

extension IssueGraph {
  /// Suggestions about names, the highest score first; those with the same score by kind, then by names.
  ///
  /// - Parameter minimum: the lowest score, from 0 to 1.
  package func suggestions(minimum: Double = NameSuggestion.usualMinimum) -> [NameSuggestion] {
    let states = StateTable()
    let least = Int((minimum * 100).rounded(.up))
    // One after the other, because the names of a large site take much memory.
    let issues = suggestions(.issues(of: self, states: states), states)
    let parties = MemberNames.parties(of: self, states: states)
    let inProse = ProseNames(self, names: parties, states: states).suggestions()
    let found = (issues + suggestions(parties, states) + inProse).filter { $0.percent >= least }
    return SuggestionChoice.withoutRepetition(found).sorted(by: isBefore)
  }

  private func suggestions(_ names: MemberNames, _ states: StateTable) -> [NameSuggestion] {
    var finder = SuggestionFinder(self, names: names, states: states)
    return finder.find()
  }

  private func isBefore(_ left: NameSuggestion, _ right: NameSuggestion) -> Bool {
    if left.percent != right.percent { return left.percent > right.percent }
    let kinds = NameSuggestion.Kind.allCases
    let (one, other) = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
    if one != other { return one < other }
    let numbers = (left.from?.index ?? -1, right.from?.index ?? -1)
    if (left.to.index, numbers.0) != (right.to.index, numbers.1) {
      return (left.to.index, numbers.0) < (right.to.index, numbers.1)
    }
    return (left.prose?.name ?? "") < (right.prose?.name ?? "")
  }
}

extension MentionSubject {
  /// Its index in the graph's list of issues or parties.
  var index: Int {
    switch self {
    case .issue(let id): id.index
    case .party(let id): id.index
    }
  }
}
