/// The kind of evidence on which a position rests, only ever as an author gave it.
package enum Evidence: String, Sendable, Hashable, CaseIterable {
  /// The party's own words: a speech, a statement, an interview.
  case ownStatement = "own-statement"
  /// A law, a programme, a treaty.
  case document
  /// How it voted.
  case vote
  /// What it did.
  case act
  /// What others report, such as newspapers.
  case reported
  /// What experts conclude.
  case assessment
  /// The author does not know on what it rests.
  case unknown

  /// A kind as authors write it, with a hyphen or a space and in any case; nil for anything else.
  package init?(written text: some StringProtocol) {
    self.init(rawValue: text.lowercased().replacing(" ", with: "-"))
  }
}
