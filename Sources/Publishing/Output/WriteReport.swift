/// What writing a site came to.
package struct WriteReport: Sendable, Hashable {
  /// HTML files among the files of the site.
  package let pages: Int
  /// Files that are new or differ from before.
  package let written: Int
  /// Files that were there already, byte for byte.
  package let unchanged: Int
  /// Files of an earlier build that are no part of the site any more.
  package let removed: Int

  /// All files of the site.
  package var total: Int { written + unchanged }
}
