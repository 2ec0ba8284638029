/// Finds the places of inlines in the text.
///
/// libcmark returns byte columns as if each line of a paragraph started in the column of the first one. It
/// counts neither the lines of link definitions at the start of the paragraph nor line ends inside the
/// destination and title of a link. This type corrects all three.
struct InlinePlaces {
  private var firstLine = 0
  private var lastLine = 0
  private var firstColumn = 0
  /// The number of lines that libcmark has not counted so far.
  private var shift = 0
  private var knownLine = -1
  private var knownStart = 0

  /// Starts a paragraph or heading.
  ///
  /// - Parameters:
  ///   - firstLine, lastLine: its 1-based lines.
  ///   - firstColumn: its 1-based byte column.
  ///   - uncounted: the number of lines at its start that libcmark does not count.
  mutating func begin(firstLine: Int, lastLine: Int, firstColumn: Int, uncounted: Int) {
    self.firstLine = firstLine
    self.lastLine = lastLine
    self.firstColumn = firstColumn
    shift = uncounted
    knownLine = -1
  }

  /// Skips line ends that libcmark does not count.
  mutating func skipLines(_ count: Int) { shift += count }

  /// The offset in `text` of a 1-based line and byte column of libcmark.
  mutating func offset(line: Int, column: Int, in text: MarkdownText, _ containers: ContainerStack) -> Int {
    let line = min(line + shift, lastLine)
    guard line > firstLine, line <= text.lines.count else {
      return Int(text.lines[max(0, min(firstLine, text.lines.count) - 1)]) + column - 1
    }
    if line != knownLine {
      knownLine = line
      knownStart = containers.content(ofLine: line - 1, in: text).offset
    }
    return knownStart + column - firstColumn
  }
}

/// The place of a text node in the text that libcmark read.
struct TextPlace {
  /// The index of the node when its block was read.
  let node: Int
  /// The bytes of the text that libcmark read.
  let written: Range<Int>
  /// Whether those bytes are the node's text. If not, they contain escapes or entities.
  let isExact: Bool

  /// The offset of the byte at `index` of `literal`, the node's text.
  func offset(of index: Int, in literal: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Int {
    if isExact { return written.lowerBound + index - literal.startIndex }
    var place = written.lowerBound
    var at = literal.startIndex
    while at < index, place < written.upperBound {
      (at, place, _) = step(at, place, literal, bytes)
    }
    return min(place, written.upperBound)
  }

  /// Calls `body` with the index of each byte of `literal` that comes from an escape or an entity.
  func forEachEscaped(in literal: ArraySlice<UInt8>, _ bytes: [UInt8], _ body: (Int) -> Void) {
    guard !isExact else { return }
    var place = written.lowerBound
    var at = literal.startIndex
    while at < literal.endIndex, place < written.upperBound {
      let next = step(at, place, literal, bytes)
      if next.isEscaped { body(at) }
      (at, place) = (next.at, next.place)
    }
  }

  /// Advances by one character, in the literal and in the text.
  private func step(
    _ at: Int, _ place: Int, _ literal: ArraySlice<UInt8>, _ bytes: [UInt8]
  ) -> (at: Int, place: Int, isEscaped: Bool) {
    let byte = bytes[place]
    if byte == ASCII.backslash, place + 1 < written.upperBound, bytes[place + 1].isPunctuation,
      bytes[place + 1] == literal[at]
    {
      return (at + 1, place + 2, true)
    }
    if byte == ASCII.ampersand, let end = entityEnd(place, bytes),
      // An unknown entity is text, so it is unchanged in the literal.
      !literal[at...].starts(with: bytes[place..<end])
    {
      var next = at + 1
      while next < literal.endIndex, literal[next] & 0xC0 == 0x80 { next += 1 }
      return (next, end, true)
    }
    return byte == literal[at] ? (at + 1, place + 1, false) : (at + 1, place, false)
  }

  /// The end of the entity that starts at `place`; nil if there is none.
  private func entityEnd(_ place: Int, _ bytes: [UInt8]) -> Int? {
    let limit = min(written.upperBound, place + 40)
    var index = place + 1
    while index < limit, bytes[index].isAlphanumeric || bytes[index] == ASCII.hash { index += 1 }
    return index < limit && index > place + 1 && bytes[index] == ASCII.semicolon ? index + 1 : nil
  }
}
