import Diagnostics
import Text

/// Decodes the lines of a text file in UTF-8, UTF-16 or a code page.
enum PastedTextDecoder {
  /// A line without its line end.
  struct Line {
    let text: String
    /// The bytes in the file; nil for UTF-16.
    let range: Range<Int>?
  }

  /// Diagnostics: `import-guess` for a text that is not UTF-8.
  static func lines(of source: SourceText) -> (lines: [Line], diagnostics: [Diagnostic]) {
    let bytes = source.bytes
    let encoding = TextEncoding(of: bytes)
    switch encoding {
    case .utf8:
      return (ranges(of: bytes).map { Line(text: String(decoding: bytes[$0], as: UTF8.self), range: $0) }, [])
    case .utf16LittleEndian, .utf16BigEndian:
      let lines = encoding.decoded(bytes[...]).split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
      return (
        lines.map { Line(text: String($0), range: nil) }, [note(encoding, at: Place(path: source.path))]
      )
    default:
      let ranges = ranges(of: bytes)
      let first = ranges.first { String(validating: bytes[$0], as: UTF8.self) == nil }
      let lines = ranges.map { Line(text: encoding.decoded(bytes[$0]), range: $0) }
      return (lines, [note(encoding, at: Place(path: source.path, range: first))])
    }
  }

  /// The note about a text in an encoding other than UTF-8.
  static func note(_ encoding: TextEncoding, at place: Place) -> Diagnostic {
    Diagnostic(
      .importGuess, at: place, "the text is not UTF-8; it is read as \(encoding.name)",
      suggestion: Suggestion("save it as UTF-8 if letters are wrong"))
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
}

extension SourceText {
  /// The same text in UTF-8, with a note about its encoding; nil if it is UTF-8 already. Places in it are those of the
  /// decoded text.
  package func decodedToUTF8() -> (source: SourceText, note: Diagnostic)? {
    let encoding = TextEncoding(of: bytes)
    guard encoding != .utf8 else { return nil }
    let decoded = SourceText(path: path, text: encoding.decoded(bytes[...]))
    return (decoded, PastedTextDecoder.note(encoding, at: Place(path: path)))
  }
}
