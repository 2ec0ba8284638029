/// Finds the image brackets that would make libcmark slow, and lets them be read as text.
///
/// libcmark walks over every open `![` each time a link is closed, so many that stay open cost more than linear time.
/// Beyond the first 200 that no `]` closes in a paragraph, and beyond 200 that are open at one time, a `![` can only be
/// text: a stretch in place of its `!` and `[` says so.
struct BracketGuard {
  static let mostOpen = 200

  /// The offsets of the `!` of brackets to be read as text, ascending.
  static func harmful(_ bytes: [UInt8]) -> Set<Int> {
    var harmful: Set<Int> = []
    var open: [(offset: Int, isImage: Bool)] = []
    var images = 0
    var index = 0
    func closeParagraph() {
      harmful.formUnion(open.lazy.filter(\.isImage).map(\.offset).dropFirst(mostOpen))
      open = []
      images = 0
    }
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.backslash: index += 1
      case ASCII.openBracket:
        let isImage = index > 0 && bytes[index - 1] == ASCII.exclamation
        if isImage, images >= 2 * mostOpen { harmful.insert(index - 1) }
        open.append((index - 1, isImage))
        images += isImage ? 1 : 0
      case ASCII.closeBracket: if let last = open.popLast(), last.isImage { images -= 1 }
      case ASCII.newline where isBlank(bytes, after: index): closeParagraph()
      default: break
      }
      index += 1
    }
    closeParagraph()
    return harmful
  }

  private static func isBlank(_ bytes: [UInt8], after newline: Int) -> Bool {
    var index = newline + 1
    while index < bytes.count,
      bytes[index] == ASCII.space || bytes[index] == ASCII.tab || bytes[index] == ASCII.carriageReturn
        || bytes[index] == ASCII.greater
    { index += 1 }
    return index == bytes.count || bytes[index] == ASCII.newline
  }
}
