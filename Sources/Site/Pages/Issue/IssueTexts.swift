/// What pages of issues write.
extension StringKey {
  static let issuesAround = StringKey("issues-around", filling: "issue")
  static let stancesOverTime = StringKey("stances-over-time", filling: "issue from to")
  static let higherIsMoreSupport = StringKey("higher-is-more-support")
  static let ringIsMove = StringKey("ring-is-move")
  static let smallRingIsUnrated = StringKey("small-ring-is-unrated")
  static let lineIsChangeOfGovernment = StringKey("line-is-change-of-government")
  static let furtherPartiesBelow = StringKey("further-parties-below")

  /// All of them.
  static let issueTexts: [StringKey] = [
    .issuesAround, .stancesOverTime, .higherIsMoreSupport, .ringIsMove, .smallRingIsUnrated,
    .lineIsChangeOfGovernment, .furtherPartiesBelow,
  ]
}
