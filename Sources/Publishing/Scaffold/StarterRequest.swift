import Content
import FileSystem

/// What a new site is to be.
package struct StarterRequest: Sendable, Hashable {
  /// The folder to fill; made where it is not there.
  package var folder: DiskPath
  package var title: String
  package var host: StarterHost
  /// The site's own host name, such as `briefing.example.org`; nil: it has none.
  package var domain: String?
  /// The date of the first report; nil: today, in UTC.
  package var today: PartialDate?
  /// The folder may hold something already; what is there is kept.
  package var addsToFolder: Bool

  package init(
    folder: DiskPath, title: String, host: StarterHost = .none, domain: String? = nil,
    today: PartialDate? = nil,
    addsToFolder: Bool = false
  ) {
    self.folder = folder
    self.title = title
    self.host = host
    self.domain = domain
    self.today = today
    self.addsToFolder = addsToFolder
  }
}

/// What was done to make a new site.
package struct StarterOutcome: Sendable, Hashable {
  /// In the order in which they were written.
  package let written: [DiskPath]
  /// Files of the same names that were there.
  package let kept: [DiskPath]
}
