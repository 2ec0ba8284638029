import Content

/// A file that is left out of the site, with the reason.
package struct WithheldPage: Sendable, Hashable {
  /// The path as shown in messages.
  package let sourcePath: String
  /// Why the file is left out.
  package let reason: Withholding
}
