/// What pages of sources write.
extension StringKey {
  static let author = StringKey("author")
  static let publisher = StringKey("publisher")
  static let accessed = StringKey("accessed")
  static let citeAs = StringKey("cite-as")

  /// All of them.
  static let sourceTexts: [StringKey] = [
    .author, .publisher, .accessed, .citeAs,
  ]
}
