import Content

/// A report as an edition keeps it.
package struct FrozenReport: Sendable, Hashable {
  package let slug: String
  /// Path below the content folder.
  package let path: String
  package let title: String
  /// nil: undated.
  package let date: PartialDate?

  package init(slug: String, path: String, title: String, date: PartialDate?) {
    self.slug = slug
    self.path = path
    self.title = title
    self.date = date
  }
}
