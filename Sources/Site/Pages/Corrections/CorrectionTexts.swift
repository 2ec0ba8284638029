/// What the list of corrections and its feed write.
extension StringKey {
  // Corrections.
  static let correctedOn = StringKey("corrected-on", filling: "date")
  static let siteCorrections = StringKey("site-corrections", filling: "site")

  // Editions.
  static let foundBetweenEditions = StringKey("found-between-editions", filling: "before after")

  /// All of them.
  static let correctionTexts: [StringKey] = [
    .correctedOn, .siteCorrections, .foundBetweenEditions,
  ]
}
