import Content
import FileSystem

/// Options for a new site.
package struct StarterRequest: Sendable, Hashable {
  /// The site's folder; created if it does not exist.
  package var folder: DiskPath
  /// The site's title.
  package var title: String
  /// Where the site will be published.
  package var host: StarterHost
  /// Where proposed changes are reviewed; nil: as the host does.
  package var pipeline: StarterPipeline?
  /// The site's own domain, such as `briefing.example.org`; nil if it has none.
  package var domain: String?
  /// The date of the first report; nil: today, in UTC.
  package var today: PartialDate?
  /// Whether the folder may already contain files, which are kept.
  package var addsToFolder: Bool

  package init(
    folder: DiskPath, title: String, host: StarterHost = .none, pipeline: StarterPipeline? = nil,
    domain: String? = nil,
    today: PartialDate? = nil,
    addsToFolder: Bool = false
  ) {
    self.folder = folder
    self.title = title
    self.host = host
    self.pipeline = pipeline
    self.domain = domain
    self.today = today
    self.addsToFolder = addsToFolder
  }
}

/// The result of creating a new site.
package struct StarterOutcome: Sendable, Hashable {
  /// The new files, in the order in which they were written.
  package let written: [DiskPath]
  /// Files that already existed and were not changed.
  package let kept: [DiskPath]
}
