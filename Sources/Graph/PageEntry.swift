import Content

/// A page of `pages/`, or the home page's introduction, as part of the graph.
package struct PageEntry: Sendable {
  package let id: ID<PageEntry>
  package let page: PageFile
  /// `about` for `pages/about.md`; empty for the home page.
  package let address: String
  package let links: DocumentLinks
}
