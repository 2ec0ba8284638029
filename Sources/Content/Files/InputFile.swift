import Diagnostics

/// A Markdown or YAML file of the site, read from disk and not yet understood.
package struct InputFile: Sendable, Hashable {
  /// What the file's place in the content folder makes it.
  package enum Role: Sendable, Hashable {
    case settings, home, report, issue, party, page
  }

  /// Path below the content folder, `/` between folders, such as `reports/2025/march.md`.
  package let path: String
  /// What it is by its place.
  package let role: Role
  /// The bytes, and the path as messages print it.
  package let source: SourceText

  package init(path: String, role: Role, source: SourceText) {
    self.path = path
    self.role = role
    self.source = source
  }
}
