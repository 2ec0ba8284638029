import Content

/// A report as an edition keeps it.
public struct FrozenReport: Sendable, Hashable {
  public let slug: String
  /// Path below the content folder.
  public let path: String
  public let title: String
  /// nil: undated.
  public let date: PartialDate?

  public init(slug: String, path: String, title: String, date: PartialDate?) {
    self.slug = slug
    self.path = path
    self.title = title
    self.date = date
  }
}
