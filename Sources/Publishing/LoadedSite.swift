import Content
import Diagnostics
import Graph
import Site

/// What the disk gave: settings, templates, and the list of files to read.
public struct LoadedSite: Sendable {
  let settings: SiteSettings
  let today: PartialDate
  let theme: Theme
  /// The oldest first.
  let editions: [Edition]
  let sources: [ContentListing.Source]
  /// Paths below the content folder of the files that are copied as they are.
  let assets: [String]
  /// Some of the files are reached by symbolic links.
  let followsLinks: Bool
  let diagnostics: [Diagnostic]
}
