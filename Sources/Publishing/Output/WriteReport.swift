/// The result of writing a site.
package struct WriteReport: Sendable, Hashable {
  /// The number of HTML files in the site.
  package let pages: Int
  /// The number of new or changed files.
  package let written: Int
  /// The number of files that were already there with the same bytes.
  package let unchanged: Int
  /// The number of files of an earlier build that are no longer part of the site.
  package let removed: Int

  /// The number of files in the site.
  package var total: Int { written + unchanged }
}
