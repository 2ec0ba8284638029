import Diagnostics

/// Finds the image brackets that would make libcmark slow, so that they can be read as text.
///
/// libcmark visits every open `![` each time a link is closed, so many open ones cost more than linear time. In each
/// paragraph, this rejects all but the first 200 that no `]` closes, and those inside 400 others.
enum ImageBracketLimit {
  /// The number of image brackets that may stay open without harm.
  static let maximumOpen = Limit.openImages.value

  /// The offsets of the `!` of brackets that must be read as text.
  static func harmful(_ bytes: [UInt8]) -> Set<Int> {
    var unclosed: Set<Int> = []
    walk(bytes, open: { _, _ in true }, atEnd: { unclosed.formUnion($0.dropFirst(maximumOpen)) })
    var tooDeep: Set<Int> = []
    let countsWithin: (Int, Int) -> Bool = { offset, depth in
      if unclosed.contains(offset) { return false }
      if depth >= 2 * maximumOpen { tooDeep.insert(offset) }
      return true
    }
    walk(bytes, open: countsWithin, atEnd: { _ in })
    return unclosed.union(tooDeep)
  }

  /// Iterates over the brackets of each paragraph.
  ///
  /// `open` is called with the offset of each `![` and the number of those open around it, and returns whether it
  /// counts. `atEnd` is called with the offsets of those that are open at the end of a paragraph.
  private static func walk(_ bytes: [UInt8], open: (Int, Int) -> Bool, atEnd: ([Int]) -> Void) {
    /// The offsets of the open image brackets; nil for other brackets.
    var stack: [Int?] = []
    var images = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.backslash: index += 1
      case ASCII.openBracket:
        let isImage = index > 0 && bytes[index - 1] == ASCII.exclamation
        if isImage, !open(index - 1, images) { break }
        stack.append(isImage ? index - 1 : nil)
        images += isImage ? 1 : 0
      case ASCII.closeBracket: if let last = stack.popLast(), last != nil { images -= 1 }
      case ASCII.newline where !stack.isEmpty && isBlank(bytes, after: index):
        atEnd(stack.compactMap { $0 })
        stack = []
        images = 0
      default: break
      }
      index += 1
    }
    atEnd(stack.compactMap { $0 })
  }

  private static func isBlank(_ bytes: [UInt8], after newline: Int) -> Bool {
    var index = newline + 1
    while index < bytes.count, bytes[index] != ASCII.newline {
      guard bytes[index].isSpace || bytes[index] == ASCII.greater else { return false }
      index += 1
    }
    return true
  }
}
