import Content
import Diagnostics
import Editions
import Graph
import Site

/// What the disk gave: settings, templates, and the list of files to read.
package struct LoadedSite: Sendable {
  let settings: SiteSettings
  let today: PartialDate
  /// The site's own templates, by path.
  let templates: [String: SourceText]
  /// The oldest first.
  let editions: [Edition]
  let sources: [ContentListing.Source]
  /// Paths below the content folder of the files that are copied as they are.
  let assets: [String]
  /// Some of the files are reached by symbolic links.
  let followsLinks: Bool
  let diagnostics: [Diagnostic]

  /// The templates, the site's own in the place of built-in ones; reading them takes a while.
  func theme() -> Theme {
    Theme(overrides: templates, language: settings.language, fingerprints: settings.pageKinds[.fingerprints])
  }
}
