import Content

/// A page of `pages/`, or the home page's introduction, as part of the graph.
public struct PageEntry: Sendable {
  public let id: ID<PageEntry>
  public let page: PageFile
  /// `about` for `pages/about.md`; empty for the home page.
  public let address: String
  public let links: DocumentLinks
}
