/// Turns drafts into suggestions: which name stays, and which suggestions say nothing new.
struct SuggestionChoice {
  let names: MemberNames
  let drafts: [SuggestionFinder.Draft]

  func suggestions() -> [NameSuggestion] {
    drafts.map { draft in
      let (from, to) = direction(of: draft)
      return NameSuggestion(
        kind: kind(of: draft), from: names.subject(from), to: names.subject(to),
        percent: Int((min(max(draft.score, 0), 1) * 100).rounded()),
        evidence: draft.reasons + draft.objections)
    }
  }

  private func kind(of draft: SuggestionFinder.Draft) -> NameSuggestion.Kind {
    switch draft.relation {
    case .same: names.isParty ? .mergeParties : .mergeIssues
    case .actsFor, .actedForBy: .actsFor
    case .holds, .heldBy, .akin: .related
    }
  }

  private func direction(of draft: SuggestionFinder.Draft) -> (from: Int, to: Int) {
    let (one, other) = (draft.pair.first, draft.pair.second)
    switch draft.relation {
    case .actsFor, .holds: return (one, other)
    case .actedForBy, .heldBy: return (other, one)
    case .same, .akin: return names.precedes(one, other) ? (other, one) : (one, other)
    }
  }

  /// Where several names come to one, only the suggestions that lead to its best name stay, and what a merge says
  /// already is not said of an alias again.
  static func withoutRepetition(_ suggestions: [NameSuggestion]) -> [NameSuggestion] {
    var targets: [MentionSubject: Set<MentionSubject>] = [:]
    for suggestion in suggestions where suggestion.kind.isMerge {
      targets[suggestion.from, default: []].insert(suggestion.to)
    }
    return suggestions.filter { suggestion in
      let ways = targets[suggestion.from] ?? []
      switch suggestion.kind {
      case .mergeIssues, .mergeParties:
        let further = targets[suggestion.to] ?? []
        return ways.isDisjoint(with: further)
      case .actsFor, .related:
        let further = targets[suggestion.to] ?? []
        return ways.isEmpty && further.isEmpty
      }
    }
  }
}
