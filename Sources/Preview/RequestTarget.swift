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
    guard let raw = Self.unescape(escaped), raw.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
      let path = String(validating: raw, as: UTF8.self)
    else { return nil }
    self.path = path
    query = String(Substring(bytes[escaped.endIndex...].prefix { $0 != UInt8(ascii: "#") }))
  }

  /// The address with a slash at its end, for a redirect.
  var withSlash: String { Self.address(of: path + "/") + query }

  /// The target that leads to a path, with its escapes.
  static func address(of path: String) -> String { "/" + escape(path) }

  private static func unescape(_ bytes: Substring.UTF8View) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
        return nil
      }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func escape(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
      result +=
        isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return result
  }
}
