/// Turns drafts into suggestions: decides which name stays, and drops suggestions that repeat others.
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
    case .same where names.areEquallyKnown(one, other) && draft.strange != nil:
      return draft.strange == one ? (one, other) : (other, one)
    case .same, .akin: return names.precedes(one, other) ? (other, one) : (one, other)
    }
  }

  /// If several names mean the same, only the suggestions to merge into the best name are kept, and
  /// suggestions about an alias that repeat those about its merged name are dropped.
  static func withoutRepetition(_ suggestions: [NameSuggestion]) -> [NameSuggestion] {
    var targets: [MentionSubject: Set<MentionSubject>] = [:]
    for suggestion in suggestions where suggestion.kind.isMerge {
      if let from = suggestion.from { targets[from, default: []].insert(suggestion.to) }
    }
    return suggestions.filter { suggestion in
      let ways = suggestion.from.flatMap { targets[$0] } ?? []
      switch suggestion.kind {
      case .mergeIssues, .mergeParties:
        let further = targets[suggestion.to] ?? []
        return ways.isDisjoint(with: further)
      case .proseName: return true
      case .actsFor, .related:
        let further = targets[suggestion.to] ?? []
        return ways.isEmpty && further.isEmpty
      }
    }
  }
}
