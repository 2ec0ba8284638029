/// A place in a line, in bytes and in columns, that steps over white space and containers' prefixes as libcmark does.
struct LineCursor {
  let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// Columns of a tab that are left over after a part of it was taken.
  private var leftOfTab = 0

  init(_ bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The first byte that is not space or tab, and the columns of white space before it.
  var content: (offset: Int, indent: Int) {
    var index = offset
    var at = column
    if leftOfTab > 0, index < end {
      at += leftOfTab
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

  /// Steps over `columns` columns of white space.
  mutating func skip(columns: Int) {
    var columns = columns
    while columns > 0, offset < end, bytes[offset] == ASCII.space || bytes[offset] == ASCII.tab {
      let width = bytes[offset] == ASCII.space ? 1 : (leftOfTab > 0 ? leftOfTab : 4 - column % 4)
      let step = min(width, columns)
      column += step
      columns -= step
      leftOfTab = width - step
      if leftOfTab == 0 { offset += 1 }
    }
  }

  /// Steps over bytes that are one column wide each.
  mutating func skip(bytes count: Int) {
    offset += count
    column += count
    leftOfTab = 0
  }

  /// Steps over a block quote's mark and one column after it; false when there is none.
  mutating func skipQuoteMark() -> Bool {
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
