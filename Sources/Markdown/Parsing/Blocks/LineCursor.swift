/// A place in a line, in bytes and columns, that skips white space and the prefixes of containers as libcmark does.
struct LineCursor {
  let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// The columns of a tab that remain after some of them were skipped.
  private var restOfTab = 0

  init(_ bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The offset of the first byte that is not a space or tab, and the columns of white space before it.
  var content: (offset: Int, indent: Int) {
    var index = offset
    var at = column
    if restOfTab > 0, index < end {
      at += restOfTab
      index += 1
    }
    while index < end {
      if bytes[index] == ASCII.space {
        at += 1
      } else if bytes[index] == ASCII.tab {
        at += 4 - at % 4
      } else {
        break
      }
      index += 1
    }
    return (index, at - column)
  }

  /// Skips up to `columns` columns of white space.
  mutating func skip(columns: Int) {
    var columns = columns
    while columns > 0, offset < end, bytes[offset] == ASCII.space || bytes[offset] == ASCII.tab {
      let width = bytes[offset] == ASCII.space ? 1 : (restOfTab > 0 ? restOfTab : 4 - column % 4)
      let step = min(width, columns)
      column += step
      columns -= step
      restOfTab = width - step
      if restOfTab == 0 { offset += 1 }
    }
  }

  /// Skips bytes that are one column wide each.
  mutating func skip(bytes count: Int) {
    offset += count
    column += count
    restOfTab = 0
  }

  /// Skips a block quote marker and one column after it; false if there is none.
  mutating func skipQuoteMarker() -> Bool {
    let content = content
    guard content.indent < 4, content.offset < end, bytes[content.offset] == ASCII.greater else {
      return false
    }
    skip(columns: content.indent)
    skip(bytes: 1)
    skip(columns: 1)
    return true
  }
}
