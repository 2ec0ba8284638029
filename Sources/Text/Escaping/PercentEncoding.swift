/// Percent-encoding of addresses (RFC 3986, section 2.1).
package enum PercentEncoding {
  /// The ASCII bytes that stay unchanged in one part of an address; every other byte is written as `%XX`.
  package struct Allowed: Sendable {
    /// The path of a file: the unreserved characters and `/`.
    package static let path = Allowed("-_.~/")
    /// A value in a query: the unreserved characters alone.
    package static let value = Allowed("-_.~")
    /// The destination of a link as written (CommonMark): reserved characters without brackets, and `%`.
    static let destination = Allowed("-_.~/+!*(),%#@?=;:$&'")
    /// A query or fragment as written: all printable characters that are allowed in an address.
    package static let suffix = Allowed("-_.~/+!*(),%#@?=;:$&'[]")

    private let low: UInt64
    private let high: UInt64

    /// Letters, digits and the ASCII characters of `marks`.
    private init(_ marks: String) {
      var low: UInt64 = 0
      var high: UInt64 = 0
      let digits: ClosedRange<UInt8> = 0x30...0x39
      let letters = [UInt8](0x41...0x5A) + [UInt8](0x61...0x7A)
      for byte in Array(digits) + letters + Array(marks.utf8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
      }
      self.low = low
      self.high = high
    }

    /// Whether `byte` stays unchanged.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 0x80 && (byte < 64 ? low : high) & (1 << UInt64(byte & 63)) != 0
    }
  }

  /// Appends `text` with every byte outside `allowed` as `%XX`.
  package static func append(_ text: String, keeping allowed: Allowed = .path, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where !allowed.contains(byte) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        appendEscape(of: byte, to: &output)
        start = index + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Returns `text` with every byte outside `allowed` as `%XX`.
  package static func encoded(_ text: String, keeping allowed: Allowed = .path) -> String {
    var bytes: [UInt8] = []
    append(text, keeping: allowed, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `%XX`, in upper case.
  package static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 15))
  }

  /// The decoded bytes of `text`. A `%` that is not followed by two hexadecimal digits stays unchanged.
  package static func decodedBytes(_ text: some StringProtocol) -> [UInt8] {
    decode(text) { $0 } ?? []
  }

  /// The decoded text of `text`; bytes that are not valid UTF-8 become U+FFFD.
  package static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return String(decoding: decodedBytes(text), as: UTF8.self)
  }

  /// The decoded text of `text`; nil if a `%` is not followed by two hexadecimal digits, or if the bytes are
  /// not valid UTF-8.
  package static func strictlyDecoded(_ text: some StringProtocol) -> String? {
    decode(text) { _ in nil }.flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// - Parameter malformed: the byte to write for a `%` that does not start an escape; nil: give up.
  private static func decode(_ text: some StringProtocol, malformed: (UInt8) -> UInt8?) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte != UInt8(ascii: "%") {
        result.append(byte)
      } else if index + 1 < bytes.count, let high = bytes[index].hexValue, let low = bytes[index + 1].hexValue
      {
        result.append(high << 4 | low)
        index += 2
      } else if let substitute = malformed(byte) {
        result.append(substitute)
      } else {
        return nil
      }
    }
    return result
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, in either case; nil for other bytes.
  fileprivate var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
