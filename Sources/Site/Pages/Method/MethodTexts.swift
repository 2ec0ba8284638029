/// What the page about the method writes.
extension StringKey {
  static let methodIs = StringKey("method-is")

  /// All of them.
  static let methodTexts: [StringKey] = [
    .methodIs
  ]
}
