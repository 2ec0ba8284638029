import Content

/// What a new site is to be.
public struct StarterRequest: Sendable, Hashable {
  /// The folder to fill; made where it is not there.
  public var folder: DiskPath
  public var title: String
  public var host: StarterHost
  /// The site's own host name, such as `briefing.example.org`; nil: it has none.
  public var domain: String?
  /// The date of the first report; nil: today, in UTC.
  public var today: PartialDate?
  /// The folder may hold something already; what is there is kept.
  public var addsToFolder: Bool

  public init(
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
public struct StarterOutcome: Sendable, Hashable {
  /// In the order in which they were written.
  public let written: [DiskPath]
  /// Files of the same names that were there.
  public let kept: [DiskPath]
}
