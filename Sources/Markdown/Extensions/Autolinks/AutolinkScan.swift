import Text

/// Finds the bare addresses that need placeholders, in a text that libcmark has not parsed yet.
///
/// Only addresses with characters of emphasis or quotation marks need one, because libcmark would read those
/// as markup; `InlineScan` finds all other addresses in the parsed text.
struct AutolinkScan {
  private var brackets = OpenBrackets()
  /// The end of the last word that was read, so that a long word is read only once.
  private var wordEnd = 0
  /// The end of the last address that was found.
  private var addressEnd = 0

  /// The address whose `://` is at `colon`, if it needs a placeholder. Call it for colons in ascending order.
  ///
  /// An address inside brackets may be part of a link and is left alone. `start` is the end of the last
  /// placeholder.
  mutating func find(
    _ bytes: [UInt8], at colon: Int, after start: Int, smartPunctuation: Bool
  ) -> Autolink? {
    guard colon >= addressEnd else { return nil }
    guard let found = bytes.withUnsafeBufferPointer({ address($0, at: colon, after: start) }) else {
      return nil
    }
    addressEnd = found.range.upperBound
    guard Self.needsPlaceholder(bytes[found.range], smartPunctuation: smartPunctuation),
      brackets.depth(at: found.range.lowerBound, in: bytes) == 0
    else { return nil }
    return found
  }

  private mutating func address(
    _ bytes: UnsafeBufferPointer<UInt8>, at colon: Int, after limit: Int
  ) -> Autolink? {
    var start = colon
    while start > limit, bytes[start - 1].isLetter { start -= 1 }
    guard start == 0 || bytes[start - 1].isSpace || "*_~(".utf8.contains(bytes[start - 1]) else {
      return nil
    }
    if start > 1, bytes[start - 1] == ASCII.openParenthesis, bytes[start - 2] == ASCII.closeBracket {
      return nil
    }
    if wordEnd <= colon {
      wordEnd = colon
      while wordEnd < bytes.count, !bytes[wordEnd].isSpace, bytes[wordEnd] != ASCII.less { wordEnd += 1 }
    }
    return Autolink.find(bytes, start..<wordEnd, at: colon, after: start, mayStart: true)
  }

  private static func needsPlaceholder(_ address: ArraySlice<UInt8>, smartPunctuation: Bool) -> Bool {
    guard !address.contains(ASCII.backtick) else { return false }
    return address.contains {
      "*_~\\".utf8.contains($0) || smartPunctuation && "-.'".utf8.contains($0)
    }
  }
}

/// Counts the square brackets that are open at an offset in a paragraph.
struct OpenBrackets {
  private var offset = 0
  private var depth = 0

  /// The number of brackets that are open at `end`. Call it for offsets in ascending order.
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

extension InlineRewriter {
  /// Adds a link for an address that was replaced by a placeholder, or its text if it is inside a link.
  mutating func write(address text: ByteRange, _ scheme: Autolink.Scheme, source: ByteRange) {
    if isInLink { return list.addText(text, source: source) }
    let prefix = scheme.prefix
    let destination = prefix.isEmpty ? text : list.store(Array(prefix) + list.text[text.range])
    list.open(Node(.link, text: destination, source: source))
    list.add(Node(.text, text: text, source: source))
    list.close()
  }
}
