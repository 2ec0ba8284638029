/// What the list of moves and its feed write.
extension StringKey {
  static let siteMoves = StringKey("site-moves", filling: "site")
  static let fromPublishedSite = StringKey("from-published-site")
  static let fromEarlierEditions = StringKey("from-earlier-editions")

  /// All of them.
  static let moveTexts: [StringKey] = [
    .siteMoves, .fromPublishedSite, .fromEarlierEditions,
  ]
}
