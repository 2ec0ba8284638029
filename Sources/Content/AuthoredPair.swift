import Diagnostics

/// Two parties that an author wants to be compared, as `pairs:` in `site.yml` names them.
package struct AuthoredPair: Sendable, Hashable {
  package let first: AuthoredName
  package let second: AuthoredName
  /// The settings file as messages print it.
  package let sourcePath: String

  package init(_ first: AuthoredName, _ second: AuthoredName, sourcePath: String) {
    self.first = first
    self.second = second
    self.sourcePath = sourcePath
  }
}
