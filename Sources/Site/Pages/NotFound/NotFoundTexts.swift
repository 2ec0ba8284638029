/// What the “page not found” page writes.
extension StringKey {
  static let pageNotFound = StringKey("page-not-found")

  /// All of them.
  static let notFoundTexts: [StringKey] = [
    .pageNotFound
  ]
}
