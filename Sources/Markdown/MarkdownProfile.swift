/// Which constructs beyond CommonMark are read, and how.
package struct MarkdownProfile: Sendable, Hashable {
  /// Tables, strikethrough, task lists, bare-URL links and footnotes, as GitHub reads them.
  package var gitHubExtensions: Bool
  /// Wikilinks, callouts, captions, figures, stance marks and cell attributes.
  package var siteExtensions: Bool
  /// Curly quotes, dashes and ellipses from straight ones.
  package var smartPunctuation: Bool

  package init(gitHubExtensions: Bool, siteExtensions: Bool, smartPunctuation: Bool) {
    self.gitHubExtensions = gitHubExtensions
    self.siteExtensions = siteExtensions
    self.smartPunctuation = smartPunctuation
  }

  /// What `standpoint render` reads: GitHub's Markdown and nothing of ours.
  package static let plain = MarkdownProfile(
    gitHubExtensions: true, siteExtensions: false, smartPunctuation: false)
  /// What reports and pages of a site are read with.
  package static let site = MarkdownProfile(
    gitHubExtensions: true, siteExtensions: true, smartPunctuation: false)
}
