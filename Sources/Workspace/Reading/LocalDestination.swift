import Text

/// The destination of a link as the path of a file next to the document.
enum LocalDestination {
  /// The decoded path of `destination`, without query and fragment; nil for URLs with a scheme, absolute paths,
  /// dot-files and paths that leave the folder.
  static func path(_ destination: String) -> String? {
    let bare = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let bytes = PercentEncoding.decodedBytes(Substring(bare))
    guard let path = String(validating: bytes, as: UTF8.self), !path.isEmpty else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).filter { $0 != "." }
    let isPlain = parts.allSatisfy {
      !$0.isEmpty && $0.utf8.first != UInt8(ascii: ".") && !$0.utf8.contains(0)
    }
    guard isPlain, parts.first?.contains(":") == false else { return nil }
    return parts.joined(separator: "/")
  }
}
