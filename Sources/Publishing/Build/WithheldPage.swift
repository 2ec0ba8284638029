import Content

/// A file that is left out of the site, and why.
package struct WithheldPage: Sendable, Hashable {
  /// As messages print it.
  package let sourcePath: String
  package let reason: Withholding
}
