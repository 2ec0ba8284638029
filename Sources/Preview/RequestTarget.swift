import Text

/// The target of an HTTP request in origin form (RFC 9112, section 3.2.1): a path and an optional query.
struct RequestTarget: Sendable, Hashable {
  /// The path, percent-decoded, without the leading slash.
  let path: String
  /// The query with its question mark; empty without a query.
  let query: String

  /// The maximum length of a target, in bytes.
  static let limit = 8_192

  /// Nil if the target is not a path: full URLs, `*`, invalid percent-encoding, invalid UTF-8, control characters.
  init?(_ target: String) {
    let bytes = target.utf8
    guard bytes.first == UInt8(ascii: "/"), bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let escaped = bytes.dropFirst().prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let path = PercentEncoding.strictlyDecoded(Substring(escaped)),
      path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    self.path = path
    query = String(Substring(bytes[escaped.endIndex...].prefix { $0 != UInt8(ascii: "#") }))
  }

  /// The target with a trailing slash, for a redirect.
  var withSlash: String { Self.address(of: path + "/") + query }

  /// The percent-encoded target for a path.
  static func address(of path: String) -> String { "/" + PercentEncoding.encoded(path) }
}
