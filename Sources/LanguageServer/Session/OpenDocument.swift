import Text

/// A text that the client has open, saved or not.
struct OpenDocument: Sendable {
  /// As the client writes it.
  let uri: String
  /// Counts the changes, by the client.
  private(set) var version: Int
  private(set) var lines: LineIndex

  init(_ item: DocumentItem) {
    uri = item.uri
    version = item.version
    lines = LineIndex(Array(item.text.utf8))
  }

  var bytes: [UInt8] { lines.bytes }

  /// Applies changes, one after the other.
  mutating func apply(_ params: DidChangeParams, _ unit: ColumnUnit) {
    version = params.textDocument.version ?? version + 1
    for change in params.contentChanges {
      guard let range = change.range else {
        lines = LineIndex(Array(change.text.utf8))
        continue
      }
      var bytes = lines.bytes
      bytes.replaceSubrange(lines.offsets(of: range, unit), with: change.text.utf8)
      lines = LineIndex(bytes)
    }
  }
}

extension LineIndex {
  /// The byte offset of a place; a place outside the text gives its nearest end.
  func offset(of position: TextPosition, _ unit: ColumnUnit) -> Int {
    let line = min(max(position.line, -1), Int.max - 1)
    let column = min(max(position.character, 0), Int.max - 1)
    return offset(of: SourceLocation(line: line + 1, column: column + 1), in: unit)
  }

  /// The byte offsets of a range; the end is never before the start.
  func offsets(of range: TextRange, _ unit: ColumnUnit) -> Range<Int> {
    let start = offset(of: range.start, unit)
    return start..<max(start, offset(of: range.end, unit))
  }

  /// The place of a byte offset.
  func position(of offset: Int, _ unit: ColumnUnit) -> TextPosition {
    var lines = self
    return lines.nextPosition(of: offset, unit)
  }

  func range(of range: Range<Int>, _ unit: ColumnUnit) -> TextRange {
    var lines = self
    return lines.nextRange(of: range, unit)
  }

  /// The same, for many ranges in ascending order: a long line is read once.
  mutating func nextRange(of range: Range<Int>, _ unit: ColumnUnit) -> TextRange {
    TextRange(start: nextPosition(of: range.lowerBound, unit), end: nextPosition(of: range.upperBound, unit))
  }

  private mutating func nextPosition(of offset: Int, _ unit: ColumnUnit) -> TextPosition {
    let location = location(of: offset, in: unit)
    return TextPosition(line: location.line - 1, character: location.column - 1)
  }
}
