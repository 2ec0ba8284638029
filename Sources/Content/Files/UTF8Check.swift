import Diagnostics
import Text

/// Finds text that is not UTF-8.
package enum UTF8Check {
  /// `invalid-utf8` at the first invalid byte in `range`; nil if there is none.
  static func diagnostic(_ source: SourceText, in range: Range<Int>) -> Diagnostic? {
    guard let offset = UTF8Validation.firstInvalid(in: source.bytes[range]) else { return nil }
    return diagnostic(source, at: offset)
  }

  /// `invalid-utf8` for a file in another encoding, including UTF-16 whose bytes happen to be valid; nil for UTF-8.
  package static func diagnostic(ofWhole source: SourceText) -> Diagnostic? {
    if let offset = UTF8Validation.firstInvalid(in: source.bytes[...]) {
      return diagnostic(source, at: offset)
    }
    guard source.bytes.prefix(64).contains(0), TextEncoding(of: source.bytes) != .utf8 else { return nil }
    return diagnostic(source, at: 0)
  }

  private static func diagnostic(_ source: SourceText, at offset: Int) -> Diagnostic {
    let place = Place(path: source.path, range: offset..<min(offset + 1, source.bytes.count))
    if isMostlyUTF8(source.bytes) {
      return Diagnostic(
        .invalidUTF8, at: place, "invalid UTF-8 byte in a file that is otherwise UTF-8",
        suggestion: Suggestion("type the character again, and save the file as UTF-8"))
    }
    let encoding = TextEncoding(of: source.bytes)
    return Diagnostic(
      .invalidUTF8, at: place, "the file is not UTF-8; its encoding is probably \(encoding.name)",
      suggestion: Suggestion("save the file as UTF-8, or convert it: \(encoding.conversion(of: source.path))")
    )
  }

  /// Whether most characters outside ASCII are valid.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    var (valid, invalid) = (0, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { invalid += 1 } else { valid += 1 }
    }
    return valid > invalid
  }
}
