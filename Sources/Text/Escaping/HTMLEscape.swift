/// Escapes text and addresses for HTML.
package enum HTMLEscape {
  /// Appends `text` with `& < > "` as entities, which suits text and quoted attributes. NUL becomes U+FFFD.
  package static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &output) }
  }

  /// Appends UTF-8 `bytes`, escaped as `append(_: String, to:)` does.
  package static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    bytes.withUnsafeBytes { append($0, to: &output) }
  }

  private static func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    forEachPart(of: bytes) { output.append(contentsOf: $0) }
  }

  /// Calls `write` with each part of `bytes` between those that must be escaped, and with the entities for these.
  @inline(__always)
  static func forEachPart(of bytes: UnsafeRawBufferPointer, _ write: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    var index = nextSpecial(in: bytes, from: 0)
    while index < bytes.count {
      write(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      entity(for: bytes[index]).withUTF8Buffer { write(UnsafeRawBufferPointer($0)) }
      start = index + 1
      index = nextSpecial(in: bytes, from: start)
    }
    write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends the destination of a link as CommonMark does: percent-encodes bytes that an address cannot hold, and
  /// escapes `&` and `'`.
  package static func appendAddress(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let allowed = PercentEncoding.Allowed.destination
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
      case _ where allowed.contains(byte): output.append(byte)
      default: PercentEncoding.appendEscape(of: byte, to: &output)
      }
    }
  }

  /// The next byte that must be escaped, or the end; sixteen bytes a step, or eight.
  private static func nextSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 16 <= bytes.count {
      let part = SixteenBytes(bytes, at: index)
      guard (part.markup .| part.equal(0)).isEmpty else { break }
      index += 16
    }
    while index + 8 <= bytes.count {
      let found = specials(of: bytes, at: index)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    // The last eight bytes at once, although some of them were seen before.
    if index > start, index < bytes.count {
      let found = specials(of: bytes, at: bytes.count - 8)
      return found == 0 ? bytes.count : bytes.count - 8 + found.trailingZeroBitCount / 8
    }
    while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
    return index
  }

  /// The top bits of those of the eight bytes at `index` that must be escaped, the first byte lowest; reliable up to the first one.
  @inline(__always)
  private static func specials(of bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    return ByteSearch.markup(word) | ByteSearch.zeros(word)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0: true
    default: false
    }
  }

  private static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "\u{FFFD}"
    }
  }
}
