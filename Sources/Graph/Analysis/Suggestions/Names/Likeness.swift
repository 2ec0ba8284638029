import Text

/// How similar two names are, and why.
struct Likeness: Sendable {
  /// How the first relates to the second.
  enum Relation: Sendable, Hashable {
    case same
    case actsFor
    /// The second acts for the first.
    case actedForBy
    case holds
    /// The second contains all words of the first.
    case heldBy
    /// Their cells are about the same subject.
    case akin
  }

  let relation: Relation
  /// From 0 to 1, based on the names only.
  var score: Double
  var evidence: [SuggestionEvidence]
  /// The word of the first and the word of the second that may be misspelt; nil if the likeness has another
  /// reason.
  var spelling: Spelling?

  struct Spelling: Sendable, Hashable {
    let first: String
    let second: String

    /// Whether a letter was left out, added or swapped with its neighbour, as happens in typing. Two correct
    /// words more often have different letters in the same place.
    var isSlip: Bool {
      guard min(first.count, second.count) >= 5, EditDistance.between(first, second, limit: 1) == 1 else {
        return false
      }
      return first.count != second.count || first.sorted() == second.sorted()
    }
  }

  init(
    _ relation: Relation, _ score: Double, _ evidence: [SuggestionEvidence], spelling: Spelling? = nil
  ) {
    self.relation = relation
    self.score = score
    self.evidence = evidence
    self.spelling = spelling
  }
}
