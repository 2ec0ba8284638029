/// Checks bytes against the well-formed UTF-8 sequences of the Unicode Standard (table 3-7).
package enum UTF8Validation {
  /// The index of the first byte that is not part of a well-formed sequence; nil if all bytes are valid.
  package static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        // Many ASCII bytes at a time, because most text is ASCII.
        offset = buffer.firstBesidesASCII(from: offset)
        if offset == buffer.count { break }
        let length = sequenceLength(in: buffer, at: offset)
        if length == 0 { return bytes.startIndex + offset }
        offset += length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence that starts at `offset`, 1 to 4 bytes; 0 if none starts there.
  package static func sequenceLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    let found = prefixLength(in: bytes, at: offset)
    return found == length(fromLead: bytes[offset]) ? found : 0
  }

  /// The bytes that a decoder reads as one character at `offset`: a well-formed sequence, or the ill-formed bytes
  /// that become one U+FFFD (Unicode Standard, section 3.9, “maximal subpart”). At least 1, at most 4.
  static func characterLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    max(1, prefixLength(in: bytes, at: offset))
  }

  /// The number of bytes from `offset` on that begin a well-formed sequence; 0 if not even the first does.
  private static func prefixLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    let lead = bytes[offset]
    let length = Self.length(fromLead: lead)
    if length < 2 { return length }
    guard offset + 1 < bytes.count, isSecond(bytes[offset + 1], after: lead) else { return 1 }
    var found = 2
    while found < length, offset + found < bytes.count, bytes[offset + found] & 0xC0 == 0x80 { found += 1 }
    return found
  }

  /// The length of a sequence by its first byte; 0 for a byte that does not start a sequence.
  private static func length(fromLead lead: UInt8) -> Int {
    switch lead {
    case 0...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0 && byte <= 0xBF
    case 0xED: byte >= 0x80 && byte <= 0x9F
    case 0xF0: byte >= 0x90 && byte <= 0xBF
    case 0xF4: byte >= 0x80 && byte <= 0x8F
    default: byte & 0xC0 == 0x80
    }
  }
}
