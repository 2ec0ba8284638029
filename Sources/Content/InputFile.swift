import Diagnostics

/// A Markdown or YAML file of the site, read from disk and not yet understood.
public struct InputFile: Sendable, Hashable {
  /// What the file's place in the content folder makes it.
  public enum Role: Sendable, Hashable {
    case settings, home, report, issue, party, page
  }

  /// Path below the content folder, `/` between folders, such as `reports/2025/march.md`.
  public let path: String
  /// What it is by its place.
  public let role: Role
  /// The bytes, and the path as messages print it.
  public let source: SourceText

  public init(path: String, role: Role, source: SourceText) {
    self.path = path
    self.role = role
    self.source = source
  }
}
