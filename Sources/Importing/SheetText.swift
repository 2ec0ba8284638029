import Diagnostics

/// The text of a sheet as UTF-8, whatever program wrote it, and the way back to the places of its file.
struct SheetText {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// `invalid-utf8`, when the file had to be decoded.
  let diagnostics: [Diagnostic]
  private let path: String
  /// The file's lines, in order; nil when `bytes` are the file's own.
  private let lines: [PastedTextDecoder.Line]?

  init(_ source: SourceText) {
    path = source.path
    if String(validating: source.bytes, as: UTF8.self) != nil {
      (bytes, diagnostics, lines) = (source.bytes, [], nil)
      return
    }
    let decoded = PastedTextDecoder.lines(of: source)
    bytes = Array(decoded.lines.map(\.text).joined(separator: "\n").utf8)
    (diagnostics, lines) = (decoded.diagnostics, decoded.lines)
  }

  /// The place in the file of a range of `bytes`: of a decoded text, the whole line on which the range starts.
  func place(of range: Range<Int>) -> Place {
    guard let lines else { return Place(path: path, range: range) }
    let line = bytes.prefix(range.lowerBound).count { $0 == UInt8(ascii: "\n") }
    return Place(path: path, range: lines.indices.contains(line) ? lines[line].range : nil)
  }
}
