import Text

/// Reads the YAML that most front matter and the files of languages consist of: lines such as `key: value`, with plain or quoted
/// texts, lists of them, and maps of them below a key.
///
/// It gives the same entries as the parser, several times faster, and leaves all else to the parser: anything that is nested
/// deeper, escaped, continued on another line, or a mistake.
struct PlainYAML {
  private static let longestKey = 64

  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private var entries: [YAMLEntry] = []

  /// The entries of the map in the bytes `text`; nil: the parser must read it.
  static func entries(_ bytes: [UInt8], _ text: Range<Int>) -> [YAMLEntry]? {
    guard isPrintable(bytes[text]) else { return nil }
    var reader = PlainYAML(bytes: bytes, end: text.upperBound, offset: text.lowerBound)
    while reader.offset < reader.end { guard reader.readLine() else { return nil } }
    return Set(reader.entries.map(\.key)).count == reader.entries.count ? reader.entries : nil
  }

  private init(bytes: [UInt8], end: Int, offset: Int) {
    (self.bytes, self.end, self.offset) = (bytes, end, offset)
  }

  /// Whether all characters are allowed in YAML, and only LF ends a line. Some that are allowed are left to the parser, too.
  private static func isPrintable(_ text: ArraySlice<UInt8>) -> Bool {
    if text.withUnsafeBytes(isPlainASCII) { return true }
    for offset in text.indices {
      switch text[offset] {
      case 0x0A, 0x20...0x7E, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEC, 0xEE, 0xF0...0xF4: continue
      case 0xC2: if offset + 1 < text.endIndex, text[offset + 1] >= 0xA0 { continue }
      case 0xE2:
        // U+2028 and U+2029 end lines.
        if offset + 2 < text.endIndex, text[offset + 1] != 0x80 || text[offset + 2] & 0xFE != 0xA8 {
          continue
        }
      case 0xEF:
        // U+FEFF is a mark, and U+FFFE and U+FFFF are no characters.
        if offset + 2 < text.endIndex, (text[offset + 1], text[offset + 2]) != (0xBB, 0xBF),
          text[offset + 1] != 0xBF || text[offset + 2] < 0xBE
        {
          continue
        }
      default: break
      }
      return false
    }
    return true
  }

  private static func isPlainASCII(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 16 <= text.count {
      let bytes = SixteenBytes(text, at: index)
      if !(bytes.within(0x20, 0x7E) .| bytes.equal(0x0A)).isFull { return false }
      index += 16
    }
    return text[index...].allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A }
  }

  /// Reads a line, or a key with the list below it; false: the parser must read it.
  private mutating func readLine() -> Bool {
    let line = nextLine()
    guard let first = bytes[line].first, first != UInt8(ascii: "#") else { return true }
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")), isKey(line.lowerBound..<colon) else {
      return line.isEmpty
    }
    let key = line.lowerBound..<colon
    let rest = trimmed(colon + 1..<line.upperBound)
    let value: YAMLValue?
    if rest.isEmpty {
      value = valueBelow(after: colon + 1)
    } else {
      guard bytes[colon + 1] == UInt8(ascii: " ") else { return false }
      switch bytes[rest.lowerBound] {
      case UInt8(ascii: "["): value = list(rest)
      case UInt8(ascii: ">"): value = folded(rest)
      default: value = scalar(rest)
      }
    }
    guard let value else { return false }
    entries.append(YAMLEntry(key: String(decoding: bytes[key], as: UTF8.self), keyRange: key, value: value))
    return true
  }

  /// The next line without its trailing spaces.
  private mutating func nextLine() -> Range<Int> {
    let start = offset
    let stop = bytes[start..<end].firstIndex(of: 0x0A) ?? end
    offset = min(end, stop + 1)
    var last = stop
    while last > start, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
    return start..<last
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = bytes[range].first, first == UInt8(ascii: " ") { range.removeFirst() }
    while let last = bytes[range].last, last == UInt8(ascii: " ") { range.removeLast() }
    return range
  }

  private func isKey(_ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first, first.isLetter, range.count <= Self.longestKey else {
      return false
    }
    return bytes[range].allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  // MARK: Values

  /// A plain text, or a quoted one without escapes.
  ///
  /// - Parameter isInList: whether brackets, braces and question marks would end a plain text early.
  private func scalar(_ range: Range<Int>, isInList: Bool = false) -> YAMLValue? {
    guard let first = bytes[range].first else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(range, first) }
    guard first.isLetter || first.isDigit || first == UInt8(ascii: "/") || first >= 0x80 else {
      return nil
    }
    for offset in range {
      switch bytes[offset] {
      case UInt8(ascii: ":"):
        let next = offset + 1 < range.upperBound ? bytes[offset + 1] : UInt8(ascii: " ")
        if next == UInt8(ascii: " ") || isInList { return nil }
      case UInt8(ascii: "#"): if bytes[offset - 1] == UInt8(ascii: " ") { return nil }
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "?"):
        if isInList { return nil }
      default: break
      }
    }
    return text(range, in: range)
  }

  private func quoted(_ range: Range<Int>, _ quote: UInt8) -> YAMLValue? {
    let inside = range.dropFirst().dropLast()
    guard range.count >= 2, bytes[range.upperBound - 1] == quote,
      !bytes[inside].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") })
    else { return nil }
    return text(inside, in: range, isPlain: false)
  }

  private func text(_ text: Range<Int>, in range: Range<Int>, isPlain: Bool = true) -> YAMLValue? {
    guard UTF8Validation.firstInvalid(in: bytes[text]) == nil else { return nil }
    let string = String(decoding: bytes[text], as: UTF8.self)
    return YAMLValue(content: isPlain && YAMLText.isNull(string) ? .empty : .text(string), range: range)
  }

  /// A list in brackets on one line.
  private func list(_ range: Range<Int>) -> YAMLValue? {
    guard range.count >= 2, bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
    let inside = trimmed(range.dropFirst().dropLast())
    if inside.isEmpty { return YAMLValue(content: .list([]), range: range) }
    var items: [YAMLValue] = []
    for part in bytes[inside].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let item = scalar(trimmed(part.startIndex..<part.endIndex), isInList: true) else {
        return nil
      }
      items.append(item)
    }
    return YAMLValue(content: .list(items), range: range)
  }

  /// The text below `>-`: indented lines, with a space between them; nil if one is blank, indented differently, or ends with
  /// a space.
  private mutating func folded(_ sign: Range<Int>) -> YAMLValue? {
    guard bytes[sign].elementsEqual(">-".utf8) else { return nil }
    var text: [UInt8] = []
    var indent = 0
    while offset < end {
      let start = offset
      let line = nextLine()
      guard let first = bytes[line].firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
      if first == start {
        offset = start
        break
      }
      let hasSpaceAtEnd = line.upperBound < end && bytes[line.upperBound] == UInt8(ascii: " ")
      if text.isEmpty { indent = first - start } else { text.append(UInt8(ascii: " ")) }
      guard first - start == indent, !hasSpaceAtEnd else { return nil }
      text += bytes[first..<line.upperBound]
    }
    // The parser gives a text that begins like the sign another place.
    guard let first = text.first, first != UInt8(ascii: ">"),
      let string = String(validating: text, as: UTF8.self)
    else { return nil }
    return YAMLValue(content: .text(string), range: sign)
  }

  /// The lines such as `- item` or `  key: value` below a key; an empty value if there are none.
  private mutating func valueBelow(after colon: Int) -> YAMLValue? {
    var items: [YAMLValue] = []
    var indent = 0
    var range = colon..<colon
    while offset < end {
      let start = offset
      let line = nextLine()
      let item = trimmed(line)
      if item.isEmpty || bytes[item.lowerBound] == UInt8(ascii: "#") { continue }
      guard bytes[item.lowerBound] == UInt8(ascii: "-") else {
        offset = start
        if item.lowerBound > start { return items.isEmpty ? mapBelow() : nil }
        break
      }
      if items.isEmpty { (indent, range) = (item.lowerBound - start, item) }
      guard item.lowerBound - start == indent, item.count > 2,
        bytes[item.lowerBound + 1] == UInt8(ascii: " "),
        let value = scalar(trimmed(item.dropFirst()))
      else { return nil }
      items.append(value)
    }
    return YAMLValue(content: items.isEmpty ? .empty : .list(items), range: range)
  }

  /// The indented lines such as `key: value` from the next one on.
  private mutating func mapBelow() -> YAMLValue? {
    var entries: [YAMLEntry] = []
    var (indent, range) = (0, offset..<offset)
    while offset < end {
      let start = offset
      let line = nextLine()
      let item = trimmed(line)
      if item.isEmpty || bytes[item.lowerBound] == UInt8(ascii: "#") { continue }
      guard item.lowerBound > start else {
        offset = start
        break
      }
      if entries.isEmpty { (indent, range) = (item.lowerBound - start, item) }
      guard item.lowerBound - start == indent, let entry = entry(item) else { return nil }
      entries.append(entry)
    }
    let isUnique = Set(entries.map(\.key)).count == entries.count
    return isUnique ? YAMLValue(content: .map(entries), range: range) : nil
  }

  /// A line such as `key: value`, without its indent.
  private func entry(_ line: Range<Int>) -> YAMLEntry? {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")), isKey(line.lowerBound..<colon),
      colon + 1 < line.upperBound, bytes[colon + 1] == UInt8(ascii: " "),
      let value = scalar(trimmed(colon + 1..<line.upperBound))
    else { return nil }
    let key = line.lowerBound..<colon
    return YAMLEntry(key: String(decoding: bytes[key], as: UTF8.self), keyRange: key, value: value)
  }
}
