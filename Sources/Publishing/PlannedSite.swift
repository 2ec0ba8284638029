import Content
import Diagnostics
import Graph
import Site

/// A whole site, ready to be rendered page by page: what building, checking and previewing have in common.
public struct PlannedSite: Sendable {
  public let plan: SitePlan
  public let graph: IssueGraph
  public let settings: SiteSettings
  public let counts: SiteCounts
  /// Files that are copied as they are.
  public let assets: [Asset]
  /// By path.
  public let withheld: [WithheldPage]
  /// Everything there is to complain about, as `quiet:` and `--strict` weigh it.
  public let diagnostics: DiagnosticList
  /// What makes the search index; nil: the site has none.
  let pagefind: Pagefind?
  /// How long the steps up to the plan took.
  public let times: PhaseTimes
}

/// How much a site holds; withheld files do not count.
public struct SiteCounts: Sendable, Hashable {
  public let reports: Int
  public let issues: Int
  public let parties: Int
  public let positions: Int
}

/// A file that is copied into the site as it is.
public struct Asset: Sendable, Hashable {
  /// Path below the content folder and below the output folder alike.
  public let path: String
  /// Where it lies.
  public let source: DiskPath

  /// All of its bytes, as they are now.
  public func read() throws(EnvironmentFault) -> [UInt8] { try SourceReader.readAll(source) }
}
