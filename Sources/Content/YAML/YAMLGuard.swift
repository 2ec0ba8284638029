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
    /// The quotation mark of the scalar that has not ended; nil outside of one.
    private var quote: UInt8?
    private var isEscaped = false
    /// The offset after a scalar in single quotes, which goes on if another quote follows.
    private var quoteEnd = -1

    mutating func read(_ bytes: [UInt8], _ offset: Int, _ text: Range<Int>) {
      let byte = bytes[offset]
      if byte == 10 || byte == 13 { return startLine() }
      if let quote { return readQuoted(byte, offset, quote) }
      if offset == quoteEnd, byte == UInt8(ascii: "'") {
        quote = byte
        return
      }
      switch byte {
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
      default: readOther(byte)
      }
    }

    /// A scalar that goes on is read as if it had ended, so that brackets on its next lines count.
    private mutating func startLine() {
      (isLead, lead, mayStart, isProperty, quote, isEscaped) = (true, 0, true, false, nil, false)
    }

    private mutating func readQuoted(_ byte: UInt8, _ offset: Int, _ quote: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == quote {
        self.quote = nil
        if byte == UInt8(ascii: "'") { quoteEnd = offset + 1 }
      } else {
        isEscaped = byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
      }
    }

    private mutating func readOther(_ byte: UInt8) {
      isLead = false
      guard mayStart, depth == 0 else { return }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): (quote, mayStart) = (byte, false)
      // An anchor or a tag comes before its value.
      case UInt8(ascii: "&"), UInt8(ascii: "!"): isProperty = true
      default: if !isProperty { mayStart = false }
      }
    }
  }

  /// Whether the sign at `offset` may start an anchor or an alias: it starts a word, and a letter or digit
  /// follows.
  private static func startsToken(_ bytes: [UInt8], _ offset: Int, _ text: Range<Int>) -> Bool {
    guard offset + 1 < text.upperBound, !" \t\r\n*&,]}".utf8.contains(bytes[offset + 1]) else { return false }
    return offset == text.lowerBound || " \t\r\n[{,".utf8.contains(bytes[offset - 1])
  }
}
