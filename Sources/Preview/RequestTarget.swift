import Text

/// The target of an HTTP request in origin form (RFC 9112, section 3.2.1): a path, and perhaps a query.
struct RequestTarget: Sendable, Hashable {
  /// The path, escapes resolved, without the slash at its start.
  let path: String
  /// With its question mark; empty without one.
  let query: String

  /// Longer targets are refused, in bytes.
  static let limit = 8_192

  /// Nil for whatever is not a path: full URLs, `*`, broken escapes, bytes that are not UTF-8, control characters.
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

  /// The address with a slash at its end, for a redirect.
  var withSlash: String { Self.address(of: path + "/") + query }

  /// The target that leads to a path, with its escapes.
  static func address(of path: String) -> String { "/" + PercentEncoding.encoded(path) }
}
