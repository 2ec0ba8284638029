import Diagnostics

/// One sheet of a table file, as comma-separated values.
package struct ImportedSheet: Sendable, Hashable {
  /// The sheet's name; nil when the file has but one.
  package let name: String?
  package let source: SourceText

  package init(name: String?, source: SourceText) {
    self.name = name
    self.source = source
  }
}
