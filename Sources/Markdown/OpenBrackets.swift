/// Counts the square brackets that are open at a place of a paragraph.
struct OpenBrackets {
  private var offset = 0
  private var depth = 0

  /// The brackets that are open at `end`; asked in ascending order.
  mutating func depth(at end: Int, in bytes: [UInt8]) -> Int {
    while offset < end {
      switch bytes[offset] {
      case ASCII.backslash: offset += 1
      case ASCII.openBracket: depth += 1
      case ASCII.closeBracket: depth = max(0, depth - 1)
      case ASCII.newline where offset + 1 < bytes.count && bytes[offset + 1] == ASCII.newline: depth = 0
      default: break
      }
      offset += 1
    }
    return depth
  }
}
