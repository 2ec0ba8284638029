import Content
import Diagnostics
import Editions
import Graph
import Site

/// What a build loads first: settings, templates, editions and the list of files to read.
package struct LoadedSite: Sendable {
  let settings: SiteSettings
  let today: PartialDate
  /// The site's own templates by path.
  let templates: [String: SourceText]
  /// Oldest first.
  let editions: [Edition]
  let sources: [ContentListing.Source]
  /// Paths below the content folder of files that are copied unchanged.
  let assets: [String]
  /// Whether some of the files are reached through symbolic links.
  let followsLinks: Bool
  let diagnostics: [Diagnostic]

  /// The built-in theme with the site's own templates in place of built-in ones. Slow, because it parses all templates.
  func theme() -> Theme {
    Theme(overrides: templates, language: settings.language, fingerprints: settings.pageKinds[.fingerprints])
  }
}
