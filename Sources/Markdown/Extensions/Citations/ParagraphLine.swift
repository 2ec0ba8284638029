import Text

/// A line of a paragraph, which says of the lines after it whether they belong to the same paragraph, judged by the lines alone.
struct ParagraphLine {
  private let bytes: [UInt8]
  /// The number of block quotes that the line is in.
  private let quotes: Int
  /// Whether it could be a row of a table.
  private let hasBar: Bool

  /// The line with a place.
  init(_ bytes: [UInt8], containing place: Int) {
    let start = (bytes[..<place].lastIndex(where: Self.isLineEnd) ?? -1) + 1
    let end = Self.end(bytes, from: place)
    var line = LineCursor(bytes, line: start..<end)
    var quotes = 0
    while line.skipQuoteMarker() { quotes += 1 }
    self.bytes = bytes
    self.quotes = quotes
    hasBar = bytes[start..<end].contains(ASCII.pipe)
  }

  /// Whether the line after a line end surely continues the paragraph, if the lines up to there do: it is neither blank nor a row
  /// of a table nor the underline of a heading, and starts no block.
  ///
  /// - Parameter lineEnd: the place of the line end, or of the first of its two characters.
  func mayContinue(afterLineEnd lineEnd: Int) -> Bool {
    var start = lineEnd + 1
    if bytes[lineEnd] == ASCII.carriageReturn, start < bytes.count, bytes[start] == ASCII.newline {
      start += 1
    }
    let end = Self.end(bytes, from: start)
    var line = LineCursor(bytes, line: start..<end)
    for _ in 0..<quotes { _ = line.skipQuoteMarker() }
    let content = line.content.offset..<end
    return !hasBar && !content.isEmpty && !BlockStart.begins(bytes, content, indent: 0)
      && !"-=".utf8.contains(bytes[content.lowerBound]) && !bytes[content].contains(ASCII.pipe)
  }

  private static func end(_ bytes: [UInt8], from place: Int) -> Int {
    bytes[place...].firstIndex(where: isLineEnd) ?? bytes.count
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == ASCII.newline || byte == ASCII.carriageReturn
  }
}
