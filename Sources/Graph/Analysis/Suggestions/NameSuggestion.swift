/// Something that an author may want to say about two issues or two parties; never applied by itself.
package struct NameSuggestion: Sendable, Hashable {
  /// What is suggested.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Both names mean one issue.
    case mergeIssues = "merge-issues"
    /// Both names mean one party.
    case mergeParties = "merge-parties"
    /// The first party acts for the second.
    case actsFor = "acts-for"
    /// The two issues are related.
    case related

    /// Both names mean one thing.
    package var isMerge: Bool { self == .mergeIssues || self == .mergeParties }
  }

  package let kind: Kind
  /// Which would become an alias, act for the other, or name the other as related.
  package let from: MentionSubject
  /// Which keeps its name and address, is acted for, or is named as related.
  package let to: MentionSubject
  /// From 0 to 100: hundredths of a score between 0 and 1.
  package let percent: Int
  /// What speaks for it, the strongest first, then what speaks against it.
  package let evidence: [SuggestionEvidence]

  /// From 0 to 1.
  package var score: Double { Double(percent) / 100 }
}

extension NameSuggestion {
  /// The least score that is shown and written unless another is asked for.
  package static let usualMinimum = 0.7
}
