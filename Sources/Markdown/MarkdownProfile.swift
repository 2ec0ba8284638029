/// Which constructs beyond CommonMark are read, and how.
public struct MarkdownProfile: Sendable, Hashable {
  /// Tables, strikethrough, task lists, bare-URL links and footnotes, as GitHub reads them.
  public var gitHubExtensions: Bool
  /// Wikilinks, callouts, captions, figures, stance marks and cell attributes.
  public var siteExtensions: Bool
  /// Curly quotes, dashes and ellipses from straight ones.
  public var smartPunctuation: Bool

  public init(gitHubExtensions: Bool, siteExtensions: Bool, smartPunctuation: Bool) {
    self.gitHubExtensions = gitHubExtensions
    self.siteExtensions = siteExtensions
    self.smartPunctuation = smartPunctuation
  }

  /// What `standpoint render` reads: GitHub's Markdown and nothing of ours.
  public static let plain = MarkdownProfile(
    gitHubExtensions: true, siteExtensions: false, smartPunctuation: false)
  /// What reports and pages of a site are read with.
  public static let site = MarkdownProfile(
    gitHubExtensions: true, siteExtensions: true, smartPunctuation: false)
}
