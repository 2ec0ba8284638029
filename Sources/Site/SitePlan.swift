import Content
import Diagnostics
import Graph

/// All pages of a site, each known by its output path; the pages themselves are rendered one at a time.
public struct SitePlan: Sendable {
  /// A page to be rendered, or a file of the theme to be written.
  public struct Page: Sendable, Hashable {
    /// Path below the output folder.
    public let path: String
  }

  /// In a stable order, every path once.
  public let pages: [Page]
  public let diagnostics: [Diagnostic]

  public init(graph: IssueGraph, theme: Theme) {
    pages = []
    diagnostics = []
  }

  /// Renders one page; calls for different pages may run at once.
  public func render(_ page: Page) -> OutputFile {
    OutputFile(path: page.path, bytes: [])
  }
}
