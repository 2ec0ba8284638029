/// A relation between two issues or two parties that an author may want to declare; never applied
/// automatically.
package struct NameSuggestion: Sendable, Hashable {
  /// What is suggested.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Both names mean the same issue.
    case mergeIssues = "merge-issues"
    /// Both names mean the same party.
    case mergeParties = "merge-parties"
    /// The first party acts for the second.
    case actsFor = "acts-for"
    /// The two issues are related.
    case related

    /// Whether both names mean the same.
    var isMerge: Bool { self == .mergeIssues || self == .mergeParties }
  }

  package let kind: Kind
  /// The one that becomes an alias, acts for the other, or names the other as related.
  package let from: MentionSubject
  /// The one that keeps its name and address, is acted for, or is named as related.
  package let to: MentionSubject
  /// From 0 to 100: hundredths of a score between 0 and 1.
  let percent: Int
  /// The evidence for it, the strongest first, then the evidence against it.
  package let evidence: [SuggestionEvidence]

  /// From 0 to 1.
  package var score: Double { Double(percent) / 100 }
}

extension NameSuggestion {
  /// The lowest score that is shown and written by default.
  package static let usualMinimum = 0.7
}
