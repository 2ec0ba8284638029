import Diagnostics
import Markdown

/// Reads one file of the content folder: front matter, Markdown, tables, directives, tensions.
public struct ContentReader: Sendable {
  public let settings: SiteSettings
  /// The build's day in the site's time zone; decides which files are future or expired.
  public let today: PartialDate
  /// Drafts are part of the site.
  public let includesDrafts: Bool

  public init(settings: SiteSettings, today: PartialDate, includesDrafts: Bool) {
    self.settings = settings
    self.today = today
    self.includesDrafts = includesDrafts
  }

  /// Reads `file`, whose role is not `.settings`. Never fails: what is wrong becomes diagnostics.
  public func read(_ file: InputFile) -> (authored: Authored, diagnostics: [Diagnostic]) {
    fatalError("unfinished")
  }

  /// Reads `site.yml`; a file with faults gives the settings that could be read.
  public static func readSettings(_ file: InputFile) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    (SiteSettings(), [])
  }
}
