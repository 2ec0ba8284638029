import Diagnostics
import Text

/// Finds invalid UTF-8.
enum UTF8Check {
  /// `invalid-utf8` at the first invalid byte in `range`; nil if there is none.
  static func diagnostic(_ source: SourceText, in range: Range<Int>) -> Diagnostic? {
    guard let offset = UTF8Validation.firstInvalid(in: source.bytes[range]) else { return nil }
    return Diagnostic(
      .invalidUTF8, at: Place(path: source.path, range: offset..<(offset + 1)),
      "invalid UTF-8 byte; it and others like it are shown as “\u{FFFD}”",
      suggestion: Suggestion("save the file as UTF-8"))
  }
}
