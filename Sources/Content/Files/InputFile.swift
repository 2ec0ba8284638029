import Diagnostics

/// A Markdown or YAML file of the site, read from disk but not yet parsed.
package struct InputFile: Sendable, Hashable {
  /// The role of a file, which follows from its place in the content folder.
  package enum Role: Sendable, Hashable {
    case settings, home, report, issue, party, page
  }

  /// The path below the content folder, with `/` between folders, such as `reports/2025/march.md`.
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
