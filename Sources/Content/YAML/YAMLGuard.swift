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
    var depth = 0
    var lead = 0
    var isLead = true
    var aliases = 0
    var hasAnchor = false
    for offset in text {
      switch bytes[offset] {
      case 10, 13: (isLead, lead) = (true, 0)
      case 0x20, 9, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): if isLead { lead += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, isLead) = (depth + 1, false)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (depth, isLead) = (max(0, depth - 1), false)
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        isLead = false
        guard startsToken(bytes, offset, text) else { break }
        if bytes[offset] == UInt8(ascii: "&") { hasAnchor = true } else { aliases += 1 }
      default: isLead = false
      }
      if depth > depthLimit || lead > 2 * depthLimit {
        return ("this is nested more than 64 levels deep", offset)
      }
      if hasAnchor, aliases > aliasLimit {
        return ("this uses anchors (“&name”, “*name”) more than 24 times", offset)
      }
    }
    return nil
  }

  /// Whether the sign at `offset` may start an anchor or an alias: it starts a word, and a letter or digit
  /// follows.
  private static func startsToken(_ bytes: [UInt8], _ offset: Int, _ text: Range<Int>) -> Bool {
    guard offset + 1 < text.upperBound, !" \t\r\n*&,]}".utf8.contains(bytes[offset + 1]) else { return false }
    return offset == text.lowerBound || " \t\r\n[{,".utf8.contains(bytes[offset - 1])
  }
}
