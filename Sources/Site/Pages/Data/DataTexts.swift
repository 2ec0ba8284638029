/// What the page about the data writes.
extension StringKey {
  static let citeData = StringKey("cite-data")

  /// All of them.
  static let dataTexts: [StringKey] = [
    .citeData
  ]
}
