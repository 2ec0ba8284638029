import FileSystem
import Text

/// Addresses of files, as clients write them.
enum FileURI {
  /// The path of a `file:` address; nil for other addresses.
  static func path(_ uri: String) -> DiskPath? {
    guard uri.hasPrefix("file://") else { return nil }
    let rest = uri.dropFirst("file://".count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    return DiskPath(PercentEncoding.decoded(rest[slash...]))
  }

  static func of(_ path: DiskPath) -> String { "file://" + PercentEncoding.encoded(path.text) }
}
