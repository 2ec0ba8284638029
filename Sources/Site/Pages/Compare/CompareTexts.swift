/// What pages of two parties, and the list of them, write.
extension StringKey {
  // Names of things, menu entries and page titles.
  static let partyAgainstParty = StringKey("party-against-party")

  // Comparing two parties.
  static let pairHolds = StringKey("pair-holds", filling: "parties")
  static let issuesSideBySide = StringKey("issues-side-by-side")
  static let redLines = StringKey("red-lines")
  static let furthestApart = StringKey("furthest-apart")
  static let roomForAgreement = StringKey("room-for-agreement")
  static let pairSummary = StringKey("pair-summary", filling: "apart close unclear")
  static let sameWithoutProposition = StringKey("same-without-proposition")
  static let distances = StringKey("distances")
  static let distancesAre = StringKey("distances-are")
  static let sameStancesAre = StringKey("same-stances-are")
  static let unknownDistance = StringKey("unknown-distance")
  static let decimalMark = StringKey("decimal-mark")
  static let onlyParty = StringKey("only-party", filling: "party")
  static let noPositionRecorded = StringKey("no-position-recorded")
  static let stepsApart = StringKey("steps-apart")
  static let stepsApartRange = StringKey("steps-apart-range", filling: "least")
  static let onlyOneHolds = StringKey("only-one-holds")
  static let neitherRated = StringKey("neither-rated")
  static let partyUnrated = StringKey("party-unrated", filling: "party")
  static let bothMixed = StringKey("both-mixed")
  static let partyMixed = StringKey("party-mixed", filling: "party")
  static let partyEnded = StringKey("party-ended", filling: "party")
  static let bothEnded = StringKey("both-ended")
  static let noProposition = StringKey("no-proposition")
  static let differentPropositions = StringKey("different-propositions")
  static let noPositionsActedFor = StringKey("no-positions-acted-for", filling: "party representatives")

  /// All of them.
  static let compareTexts: [StringKey] = [
    .partyAgainstParty, .pairHolds, .issuesSideBySide, .redLines, .furthestApart, .roomForAgreement,
    .pairSummary, .sameWithoutProposition, .distances, .distancesAre, .sameStancesAre, .unknownDistance,
    .decimalMark, .onlyParty, .noPositionRecorded, .stepsApart, .stepsApartRange, .onlyOneHolds,
    .neitherRated, .partyUnrated, .bothMixed, .partyMixed, .partyEnded, .bothEnded, .noProposition,
    .differentPropositions, .noPositionsActedFor,
  ]
}
