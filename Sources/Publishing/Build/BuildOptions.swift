import Content
import FileSystem
import Graph

/// What a build is asked for besides its folders.
package struct BuildOptions: Sendable, Hashable {
  /// Drafts are part of the site.
  package var includesDrafts = false
  /// The day that decides what is future or expired; nil: today, in the site's time zone.
  package var today: PartialDate?
  /// Takes the place of `base-url:` in site.yml; with a slash at its end.
  package var baseURL: String?
  /// Warnings count as errors.
  package var isStrict = false
  /// Gaps and due reviews that become diagnostics.
  package var concerns: Set<Coverage.Concern> = []

  /// Where layouts of maps are kept for the next time; nil: nowhere.
  package var layoutCache: DiskPath?
  /// The program of Graphviz that lays out the map of issues, looked for in `PATH`.
  package var mapProgram = "neato"
  /// The site is shown on this machine: without fingerprints, and without rules for a host.
  package var isPreview = false

  package init() {}
}
