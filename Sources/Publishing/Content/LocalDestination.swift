import Text

/// The destination of a link as the path of a file beside the document.
enum LocalDestination {
  /// The path in `destination`, percent-decoded, without query and fragment; nil for full URLs,
  /// absolute paths, hidden files and paths that lead out of the folder.
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
