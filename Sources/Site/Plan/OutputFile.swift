/// A file of the site that may be too long to be in memory as a whole.
package struct LongFile: Sendable {
  /// Passes the file to `body`, piece by piece.
  package let write: @Sendable (_ body: (ArraySlice<UInt8>) -> Void) -> Void

  package init(write: @escaping @Sendable (_ body: (ArraySlice<UInt8>) -> Void) -> Void) {
    self.write = write
  }
}

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
