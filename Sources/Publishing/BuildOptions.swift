import Content
import Graph

/// What a build is asked for besides its folders.
public struct BuildOptions: Sendable, Hashable {
  /// Drafts are part of the site.
  public var includesDrafts = false
  /// The day that decides what is future or expired; nil: today, in the site's time zone.
  public var today: PartialDate?
  /// Takes the place of `base-url:` in site.yml; with a slash at its end.
  public var baseURL: String?
  /// Warnings count as errors.
  public var isStrict = false
  /// What is missing or due that becomes complaints.
  public var concerns: Set<Coverage.Concern> = []

  /// Where layouts of maps are kept for the next time; nil: nowhere.
  public var layoutCache: DiskPath?
  /// The program of Graphviz that lays out the map of issues, looked for in `PATH`.
  public var mapProgram = "neato"
  /// The site is shown on this machine: without fingerprints, and without rules for a host.
  public var isPreview = false

  public init() {}
}
