import Diagnostics

/// Decodes the lines of a text file in UTF-8, UTF-16 with a byte order mark, or Windows-1252.
enum PastedTextDecoder {
  /// A line without its line end.
  struct Line {
    let text: String
    /// The bytes in the file; nil for UTF-16.
    let range: Range<Int>?
  }

  static func lines(of source: SourceText) -> (lines: [Line], diagnostics: [Diagnostic]) {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (utf16Lines(of: bytes), [])
    }
    let ranges = ranges(of: bytes)
    if String(validating: bytes, as: UTF8.self) != nil {
      return (ranges.map { Line(text: String(decoding: bytes[$0], as: UTF8.self), range: $0) }, [])
    }
    let first = ranges.first { String(validating: bytes[$0], as: UTF8.self) == nil }
    let diagnostic = Diagnostic(
      .invalidUTF8, at: Place(path: source.path, range: first),
      "the text is not UTF-8; it is read as Windows-1252",
      suggestion: Suggestion("save it as UTF-8 if letters are wrong"))
    return (ranges.map { Line(text: windowsText(bytes[$0]), range: $0) }, [diagnostic])
  }

  private static func ranges(of bytes: [UInt8]) -> [Range<Int>] {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var result: [Range<Int>] = []
    for (offset, byte) in bytes.enumerated() where byte == 10 || byte == 13 {
      if byte == 10, offset > 0, bytes[offset - 1] == 13 {
        start = offset + 1
        continue
      }
      result.append(start..<offset)
      start = offset + 1
    }
    if start < bytes.count { result.append(start..<bytes.count) }
    return result
  }

  private static func utf16Lines(of bytes: [UInt8]) -> [Line] {
    let isBigEndian = bytes[0] == 0xFE
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    ).map { Line(text: String($0), range: nil) }
  }

  private static func windowsText(_ bytes: ArraySlice<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    for byte in bytes {
      let value = 0x80...0x9F ~= byte ? upper[Int(byte) - 0x80] : UInt32(byte)
      result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(result)
  }

  /// The bytes 0x80 to 0x9F of Windows-1252, as browsers read them (WHATWG Encoding Standard, index windows-1252).
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
