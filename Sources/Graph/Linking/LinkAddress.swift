import Text

/// The parts of a link's destination within the site.
struct LinkAddress {
  /// Percent-decoded, without query and fragment; empty: the page itself.
  let path: String
  /// Percent-decoded; empty if there is none.
  let fragment: String
  /// Query and fragment as written, including `?` and `#`; empty if there are none.
  let suffix: String

  init(_ destination: String) {
    // By bytes: a mark that follows `#` or `?` does not make it another character.
    let bytes = destination.utf8
    let fragmentStart = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let path = destination[..<(bytes[..<fragmentStart].firstIndex(of: UInt8(ascii: "?")) ?? fragmentStart)]
    self.path = PercentEncoding.decoded(path)
    fragment = PercentEncoding.decoded(Substring(bytes[fragmentStart...].dropFirst()))
    suffix = String(destination[path.endIndex...])
  }

  /// Whether the destination names another site (`//host`) or has a scheme.
  static func leadsAway(_ destination: ArraySlice<UInt8>) -> Bool {
    if destination.starts(with: "//".utf8) { return true }
    for (offset, byte) in destination.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return offset > 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if offset == 0 { return false }
      default: return false
      }
    }
    return false
  }
}

/// Properties of a file that follow from its path.
package enum SitePath {
  /// Whether browsers show it as an image, judging by its suffix.
  package static func isImage(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"]
      .contains(path[path.index(after: dot)...].lowercased())
  }
}
