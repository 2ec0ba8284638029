/// Which addresses a page may hold when its author is not trusted with every scheme.
package enum LinkSafety {
  /// The address is relative, or its scheme is http, https, mailto or tel.
  ///
  /// Control characters and white space are passed over as browsers do, so `java\nscript:` is seen for what it is.
  package static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in address {
      if byte <= 0x20 || byte == 0x7F { continue }
      switch byte {
      case ASCII.colon: return safeSchemes.contains { scheme.elementsEqual($0.utf8) }
      case UInt8(ascii: "/"), UInt8(ascii: "?"), ASCII.hash: return true
      default: scheme.append(byte.lowered)
      }
    }
    return true
  }

  private static let safeSchemes: [StaticString] = ["http", "https", "mailto", "tel"]
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
