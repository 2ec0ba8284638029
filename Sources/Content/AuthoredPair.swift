import Diagnostics

/// Two parties that an author wants to be compared, as `pairs:` in `site.yml` names them.
public struct AuthoredPair: Sendable, Hashable {
  public let first: AuthoredName
  public let second: AuthoredName
  /// The settings file as messages print it.
  public let sourcePath: String

  public init(_ first: AuthoredName, _ second: AuthoredName, sourcePath: String) {
    self.first = first
    self.second = second
    self.sourcePath = sourcePath
  }
}
