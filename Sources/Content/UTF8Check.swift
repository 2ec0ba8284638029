import Diagnostics

/// Finds bytes that are no UTF-8.
enum UTF8Check {
  /// `invalid-utf8` at the first byte of `range` that belongs to no character; nil if there is none.
  static func diagnostic(_ source: SourceText, in range: Range<Int>) -> Diagnostic? {
    guard let offset = firstInvalid(source.bytes[range]) else { return nil }
    return Diagnostic(
      .invalidUTF8, at: Place(path: source.path, range: offset..<(offset + 1)),
      "this byte is no UTF-8, so it and others like it are shown as “\u{FFFD}”",
      suggestion: Suggestion("save the file as UTF-8"))
  }

  /// The offset of the first byte that starts no well-formed character (Unicode Standard, table 3-7).
  static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        // Eight ASCII bytes at a time: most text is.
        if offset + 8 <= buffer.count,
          buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          offset += 8
          continue
        }
        let length = length(of: buffer[offset...].prefix(4))
        if length == 0 { return bytes.startIndex + offset }
        offset += length
      }
      return nil
    }
  }

  /// How many bytes the character at the start has; 0 if none starts there.
  private static func length(of bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let start = bytes.startIndex
    let first = bytes[start]
    if first < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard bytes.count >= length, second.contains(bytes[start + 1]) else { return 0 }
    return bytes[(start + 2)..<(start + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
