/// What pages of editions write.
extension StringKey {
  static let editionOf = StringKey("edition-of", filling: "date")
  static let citeEdition = StringKey("cite-edition")

  /// All of them.
  static let editionTexts: [StringKey] = [
    .editionOf, .citeEdition,
  ]
}
