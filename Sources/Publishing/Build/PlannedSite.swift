import Content
import Diagnostics
import FileSystem
import Graph
import Site
import Workspace

/// A whole site, ready to be rendered page by page: what building, checking and previewing have in common.
package struct PlannedSite: Sendable {
  package let plan: SitePlan
  package let graph: IssueGraph
  package let settings: SiteSettings
  package let counts: SiteCounts
  /// Files that are copied as they are.
  package let assets: [Asset]
  /// By path.
  package let withheld: [WithheldPage]
  /// All diagnostics, as `quiet:` and `--strict` weigh them.
  package let diagnostics: DiagnosticList
  /// What makes the search index; nil: the site has none.
  let pagefind: Pagefind?
  /// How long the steps up to the plan took.
  package let times: PhaseTimes
}

/// How much a site holds; withheld files do not count.
package struct SiteCounts: Sendable, Hashable {
  package let reports: Int
  package let issues: Int
  package let parties: Int
  package let positions: Int
}

/// A file that is copied into the site as it is.
package struct Asset: Sendable, Hashable {
  /// Path below the content folder and below the output folder alike.
  package let path: String
  /// Where it lies.
  package let source: DiskPath

  /// All of its bytes, as they are now.
  package func read() throws(EnvironmentError) -> [UInt8] { try FileReader.readAll(source) }
}
