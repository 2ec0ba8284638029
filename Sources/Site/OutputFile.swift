/// One file of the site, ready to be written.
public struct OutputFile: Sendable, Hashable {
  /// Path below the output folder, such as `reports/march/index.html`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
