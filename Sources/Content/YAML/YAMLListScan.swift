/// Scans a list in brackets up to its end.
struct FlowScan {
  let bytes: [UInt8]
  let end: Int
  /// Starts after the opening bracket and ends at the closing one.
  private(set) var offset: Int
  /// The last byte before the closing bracket that is neither white space nor part of a comment; nil: there
  /// is none.
  private(set) var lastContent: Int?
  /// The start of the last entry.
  private(set) var lastItem: Int?

  init(bytes: [UInt8], end: Int, offset: Int) {
    self.bytes = bytes
    self.end = end
    self.offset = offset
  }

  /// Finds the closing bracket; false if there is none.
  mutating func run() -> Bool {
    var depth = 0
    var startsItem = true
    while offset < end {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "]") where depth == 0: return true
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "#") where isBlank(offset - 1):
        while offset < end, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if startsItem { (lastItem, startsItem) = (offset, false) }
        guard skipQuoted(byte) else { return false }
        lastContent = offset
        offset += 1
        continue
      default: break
      }
      if !isBlank(offset) {
        if byte == UInt8(ascii: ","), depth == 0 {
          startsItem = true
        } else if startsItem {
          (lastItem, startsItem) = (offset, false)
        }
        lastContent = offset
      }
      offset += 1
    }
    return false
  }

  private func isBlank(_ place: Int) -> Bool { bytes[place] == 0x20 || (9...13).contains(bytes[place]) }

  /// Skips a quoted scalar, from its opening to its closing quotation mark.
  private mutating func skipQuoted(_ quote: UInt8) -> Bool {
    let isStart = lastContent.map { !Self.isWord(bytes[$0]) || isBlank(offset - 1) } ?? true
    guard isStart else { return true }
    offset += 1
    while offset < end {
      if quote == UInt8(ascii: "\""), bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
      } else if bytes[offset] == quote {
        guard quote == UInt8(ascii: "'"), offset + 1 < end, bytes[offset + 1] == quote else { return true }
        offset += 1
      }
      offset += 1
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }
}

/// The lines of a list with a dash before each entry.
struct BlockListLines {
  /// The text before each entry: the indentation, the dash, and the space after it.
  let lead: String
  /// The start of the text of the last entry.
  private(set) var lastItem: Int
  /// The end of the last line of the last entry.
  private(set) var lastEnd: Int

  /// - Parameter firstDash: the offset of the dash of the first entry.
  init(bytes: [UInt8], end: Int, firstDash: Int) {
    var line = firstDash
    while line > 0, bytes[line - 1] != 10, bytes[line - 1] != 13 { line -= 1 }
    let indent = firstDash - line
    func lineEnd(_ start: Int) -> Int {
      bytes[start..<end].firstIndex { $0 == 10 || $0 == 13 } ?? end
    }
    func next(_ lineEnd: Int) -> Int {
      let isPair = lineEnd + 1 < end && bytes[lineEnd] == 13 && bytes[lineEnd + 1] == 10
      return min(end, lineEnd + (isPair ? 2 : 1))
    }
    func text(_ dash: Int) -> Int {
      bytes[(dash + 1)..<end].firstIndex { $0 != 0x20 } ?? end
    }
    var item = text(firstDash)
    lead = String(decoding: bytes[line..<item].map { $0 == 10 || $0 == 13 ? 0x20 : $0 }, as: UTF8.self)
    var last = lineEnd(line)
    var start = next(last)
    while start < end {
      let stop = lineEnd(start)
      let first = bytes[start..<stop].firstIndex { $0 != 0x20 && $0 != 9 } ?? stop
      let isSkipped = first == stop || bytes[first] == UInt8(ascii: "#")
      if !isSkipped {
        let isItem = first - start == indent && bytes[first] == UInt8(ascii: "-")
        guard isItem || first - start > indent else { break }
        if isItem { item = text(first) }
        last = stop
      }
      start = next(stop)
    }
    lastItem = min(item, last)
    lastEnd = last
  }
}
