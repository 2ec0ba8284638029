import Diagnostics

/// Rejects YAML that could take a parser very long or be nested very deeply, before it is parsed. Front
/// matter never needs it.
struct YAMLGuard {
  private static let sizeLimit = Limit.frontMatterSize.value
  private static let depthLimit = 64
  /// With so few uses of anchors, the values that they share cannot multiply beyond about ten thousand.
  private static let aliasLimit = 24

  /// The reason for a rejection, and its offset; nil: the text is accepted.
  static func refusal(_ bytes: [UInt8], _ text: Range<Int>) -> (message: String, offset: Int)? {
    if text.count > sizeLimit {
      return ("front matter and site.yml can be at most 256 kB, but this is larger", text.lowerBound)
    }
    var nesting = Nesting()
    var aliases = 0
    var hasAnchor = false
    for offset in text {
      nesting.read(bytes, offset, text)
      let byte = bytes[offset]
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), startsToken(bytes, offset, text) {
        if byte == UInt8(ascii: "&") { hasAnchor = true } else { aliases += 1 }
      }
      if nesting.depth > depthLimit || nesting.lead > 2 * depthLimit {
        return ("this is nested more than 64 levels deep", offset)
      }
      if hasAnchor, aliases > aliasLimit {
        return ("this uses anchors (“&name”, “*name”) more than 24 times", offset)
      }
    }
    return nil
  }

  /// How deep the brackets at a place are nested. Those inside a scalar do not count if it starts on the same line.
  private struct Nesting {
    private(set) var depth = 0
    /// The number of indicators and of white space at the start of the line.
    private(set) var lead = 0
    private var isLead = true
    /// Whether a value may start here, so that a bracket or a quotation mark is not a part of one.
    private var mayStart = true
    /// Whether this is a part of an anchor or a tag, before a value.
    private var isProperty = false
    /// The offset after the quoted scalar that was read last; it may go on to the end of its line.
    private var scalarEnd = 0

    mutating func read(_ bytes: [UInt8], _ offset: Int, _ text: Range<Int>) {
      if offset < scalarEnd { return }
      switch bytes[offset] {
      // A scalar that goes on is read as if it had ended, so that brackets on its next lines count.
      case 10, 13: (isLead, lead, mayStart, isProperty) = (true, 0, true, false)
      case 0x20, 9:
        if isLead { lead += 1 }
        isProperty = false
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if isLead { lead += 1 }
        mayStart = offset + 1 >= text.upperBound || " \t\r\n".utf8.contains(bytes[offset + 1])
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if mayStart || depth > 0 { depth += 1 }
        isLead = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (depth, isLead) = (max(0, depth - 1), false)
      case let byte:
        isLead = false
        if mayStart, depth == 0 { startValue(byte, bytes[offset..<text.upperBound]) }
      }
    }

    /// Reads the first byte of a value, or of an anchor or a tag, which come before it.
    private mutating func startValue(_ byte: UInt8, _ rest: ArraySlice<UInt8>) {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "!"): isProperty = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"): (mayStart, scalarEnd) = (false, Self.endOfQuoted(rest))
      default: if !isProperty { mayStart = false }
      }
    }

    /// The offset after the quoted scalar at the start of `text`, or of the end of its line.
    private static func endOfQuoted(_ text: ArraySlice<UInt8>) -> Int {
      let quote = text[text.startIndex]
      var offset = text.startIndex + 1
      while offset < text.endIndex, text[offset] != 10, text[offset] != 13 {
        let next = offset + 1 < text.endIndex ? text[offset + 1] : 10
        let isEscape =
          quote == UInt8(ascii: "'")
          ? text[offset] == quote && next == quote
          : text[offset] == UInt8(ascii: "\\") && next != 10 && next != 13
        if text[offset] == quote, !isEscape { return offset + 1 }
        offset += isEscape ? 2 : 1
      }
      return offset
    }
  }

  /// Whether the sign at `offset` may start an anchor or an alias: it starts a word, and a letter or digit
  /// follows.
  private static func startsToken(_ bytes: [UInt8], _ offset: Int, _ text: Range<Int>) -> Bool {
    guard offset + 1 < text.upperBound, !" \t\r\n*&,]}".utf8.contains(bytes[offset + 1]) else { return false }
    return offset == text.lowerBound || " \t\r\n[{,".utf8.contains(bytes[offset - 1])
  }
}
