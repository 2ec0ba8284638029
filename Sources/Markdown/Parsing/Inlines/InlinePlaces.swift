/// Finds the places of inlines in the text.
///
/// libcmark returns byte columns as if each line of a paragraph started in the column of the first one. It
/// counts neither the lines of link definitions at the start of the paragraph, nor line ends inside the
/// destination and title of a link, nor the line end of a hard break with a backslash: what follows on the
/// next line has the line of the break, and its columns go on. This type corrects all of these.
struct InlinePlaces {
  private var firstLine = 0
  private var lastLine = 0
  private var firstColumn = 0
  /// The number of lines that libcmark has not counted so far.
  private var shift = 0
  /// The line of libcmark in which the inline that was read last ends.
  private(set) var current = 0
  /// The line of libcmark that was asked for last, and the offset of its column 0.
  private var known = (line: -1, base: 0)
  /// The line of libcmark with the last line end that it has not counted, and the offset of the column 0 after that
  /// line end; the line is -1 if there is none.
  private var joined = (line: -1, base: 0)

  /// Whether libcmark has not counted a line end since the start of the paragraph.
  var hasJoinedLines: Bool { joined.line >= 0 }

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
    current = firstLine
    known.line = -1
    joined.line = -1
  }

  /// Goes on after a line end, to the line whose content starts at `content` in the text.
  ///
  /// - Parameters:
  ///   - end: the offset in the text after the line end.
  ///   - isCounted: whether libcmark counts it.
  mutating func passLineEnd(
    _ end: Int, content: Int, isCounted: Bool, in text: MarkdownText, _ containers: ContainerStack
  ) {
    if isCounted {
      current += 1
    } else {
      let column = end - offset(line: current, column: 0, in: text, containers)
      joined = (current, content - column)
      known = joined
      shift += 1
    }
  }

  /// Notes that an inline was read that ends in a line of libcmark.
  mutating func readInline(endingInLine line: Int) { current = line }

  /// The offset in `text` of a 1-based line and byte column of libcmark.
  mutating func offset(line: Int, column: Int, in text: MarkdownText, _ containers: ContainerStack) -> Int {
    if line != known.line {
      known = line == joined.line ? joined : (line, base(ofLine: line, in: text, containers))
    }
    return known.base + column
  }

  private func base(ofLine line: Int, in text: MarkdownText, _ containers: ContainerStack) -> Int {
    let line = min(line + shift, lastLine)
    guard line > firstLine, line <= text.lines.count else {
      return Int(text.lines[max(0, min(firstLine, text.lines.count) - 1)]) - 1
    }
    return containers.content(ofLine: line - 1, in: text).offset - firstColumn
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
