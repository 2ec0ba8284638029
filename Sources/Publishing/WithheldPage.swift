import Content

/// A file that is left out of the site, and why.
public struct WithheldPage: Sendable, Hashable {
  /// As messages print it.
  public let sourcePath: String
  public let reason: Withholding
}
