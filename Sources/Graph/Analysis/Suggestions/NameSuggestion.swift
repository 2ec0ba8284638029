/// A relation between two issues or two parties that an author may want to declare; never applied
/// automatically.
package struct NameSuggestion: Sendable, Hashable {
  /// What is suggested.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Both names mean the same issue.
    case mergeIssues = "merge-issues"
    /// Both names mean the same party.
    case mergeParties = "merge-parties"
    /// Only prose uses the first name; it means the second party.
    case proseName = "prose-name"
    /// The first party acts for the second.
    case actsFor = "acts-for"
    /// The two issues are related.
    case related

    /// Whether both names mean the same.
    var isMerge: Bool { self == .mergeIssues || self == .mergeParties }
  }

  package let kind: Kind
  /// The one that becomes an alias, acts for the other, or names the other as related.
  /// nil: a name that only prose uses; see `prose`.
  package let from: MentionSubject?
  /// The one that keeps its name and address, is acted for, or is named as related.
  package let to: MentionSubject
  /// From 0 to 100: hundredths of a score between 0 and 1.
  let percent: Int
  /// The evidence for it, the strongest first, then the evidence against it.
  package let evidence: [SuggestionEvidence]
  /// The name that becomes an alias although no issue or party has it; nil if there is a `from`.
  package let prose: ProseNames.Use?

  init(
    kind: Kind, from: MentionSubject?, to: MentionSubject, percent: Int, evidence: [SuggestionEvidence],
    prose: ProseNames.Use? = nil
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.percent = percent
    self.evidence = evidence
    self.prose = prose
  }

  /// From 0 to 1.
  package var score: Double { Double(percent) / 100 }
}

extension NameSuggestion {
  /// The lowest score that is shown and written by default.
  package static let usualMinimum = 0.7
}
