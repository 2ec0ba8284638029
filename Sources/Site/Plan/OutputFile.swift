/// One file of the site, ready to be written.
package struct OutputFile: Sendable, Hashable {
  /// Path below the output folder, such as `reports/march/index.html`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
