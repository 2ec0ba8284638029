import Content
import Diagnostics
import FileSystem
import Graph
import Site
import Workspace

/// A complete site, ready to be rendered page by page. Building, checking and previewing all use it.
package struct PlannedSite: Sendable {
  /// The pages of the site, and how to render them.
  package let plan: SitePlan
  /// The issue graph that the pages show.
  package let graph: IssueGraph
  /// The settings of site.yml, with the build's options applied.
  package let settings: SiteSettings
  /// The numbers for summaries.
  package let counts: SiteCounts
  /// Files that are copied unchanged.
  package let assets: [Asset]
  /// The pictures of links, which are copied from where they are kept.
  package let pictures: [Asset]
  /// Everything that is copied.
  package var copies: [Asset] { assets + pictures }
  /// The day of the build, which decides what is future, expired or due.
  package let today: PartialDate
  /// Sorted by path.
  package let withheld: [WithheldPage]
  /// All diagnostics, after `quiet:` and `--strict` are applied.
  package private(set) var diagnostics: DiagnosticList
  /// Where reports describe a source differently; part of the diagnostics.
  let differences: SourceDifferences
  /// See `Manifest.previewOptions`.
  let previewOptions: String?
  /// The program that creates the search index; nil if the site has none.
  let pagefind: Pagefind?
  /// The durations of the steps up to the plan.
  package let times: PhaseTimes

  /// The same site with what is only known once it is written.
  func adding(_ found: [Diagnostic], _ options: BuildOptions) -> PlannedSite {
    if found.isEmpty { return self }
    var site = self
    site.diagnostics = options.policy(settings).apply(to: diagnostics.entries.map(\.diagnostic) + found)
    return site
  }
}

/// The numbers of reports, issues, parties and positions in a site, without withheld files.
package struct SiteCounts: Sendable, Hashable {
  package let reports: Int
  package let issues: Int
  package let parties: Int
  package let positions: Int
}

/// A file that is copied to the site unchanged.
package struct Asset: Sendable, Hashable {
  /// The path below the content folder, and also below the output folder.
  package let path: String
  /// The file to copy.
  package let source: DiskPath
  /// Where the file must be when it is read; nil: anywhere.
  package var enclosure: Enclosure?

  /// Reads the whole file.
  package func read() throws(EnvironmentError) -> [UInt8] {
    try FileReader.readAll(source, within: enclosure)
  }
}
