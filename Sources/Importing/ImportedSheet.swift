import Diagnostics

/// One sheet of a table file, as comma-separated values.
public struct ImportedSheet: Sendable, Hashable {
  /// The sheet's name; nil when the file has but one.
  public let name: String?
  public let source: SourceText

  public init(name: String?, source: SourceText) {
    self.name = name
    self.source = source
  }
}
