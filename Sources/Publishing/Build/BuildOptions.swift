import Content
import Diagnostics
import FileSystem
import Graph

/// Options for a build, besides its folders.
package struct BuildOptions: Sendable, Hashable {
  /// Whether drafts are part of the site.
  package var includesDrafts = false
  /// The date used as today's date; nil for the current date in the site's time zone.
  package var today: PartialDate?
  /// The day whose record the site shows; a month or a year means its last day, which is also `today` unless that is set.
  /// nil: the record as it is now.
  package var recordDay: PartialDate?
  /// The name of the preview that the site is for colleagues, such as `PR 12`; nil: the site is for readers.
  package var previewName: String?
  /// Overrides `base-url:` in site.yml; nil: no override.
  package var baseURL: BaseURL?
  /// Whether warnings count as errors.
  package var isStrict = false
  /// Whether all diagnostics of the reports and pages are listed, however many they are, so that those of two builds can be
  /// compared.
  var listsAllDiagnostics = false
  /// Which coverage problems (gaps, due reviews) are reported as diagnostics.
  package var concerns: Set<Coverage.Concern> = []

  /// The folder for cached map layouts and pictures of links; nil for no cache, and no pictures.
  package var layoutCache: DiskPath?
  /// The Graphviz program that lays out the map of issues, found on the `PATH`.
  package var mapProgram = "neato"
  /// The program that draws the pictures of links, found on the `PATH`.
  package var pictureProgram = "rsvg-convert"
  /// Whether the build is for the local preview: without fingerprints and without rules for a host.
  package var isPreview = false

  package init() {}

  /// The options by which the site differs from what readers should see today; nil: there are none.
  ///
  /// - Parameter today: by the calendar.
  func previewOptions(today day: PartialDate) -> String? {
    var names = previewName.map { ["--preview \"\($0)\""] } ?? (includesDrafts ? ["--drafts"] : [])
    if let recordDay { names.append("--as-of \(recordDay)") }
    if let today, today != day { names.append("--now \(today)") }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// How the diagnostics of a site with these settings are shown.
  func policy(_ settings: SiteSettings) -> DiagnosticPolicy {
    DiagnosticPolicy(
      isStrict: isStrict, quiet: settings.quiet, lenient: settings.unresolvedLinks.lenient,
      limits: settings.limits)
  }
}
