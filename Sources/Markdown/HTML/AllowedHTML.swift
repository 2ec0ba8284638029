import Text

/// The few HTML tags that are passed through, without attributes, when authors are not trusted with HTML.
enum AllowedHTML {
  /// The names of the tags, in lower case.
  static let names = ["br", "sub", "sup", "kbd", "mark", "details", "summary"]

  /// The tag as it is passed through, if `html` is exactly one allowed tag; otherwise nil.
  static func tag(_ html: ArraySlice<UInt8>) -> HTML? {
    guard html.first == ASCII.less, html.last == ASCII.greater else { return nil }
    var inside = html.dropFirst().dropLast()
    let isClosing = inside.first == UInt8(ascii: "/")
    if isClosing { inside = inside.dropFirst() }
    let name = String(decoding: inside.prefix { $0.isAlphanumeric }.map(\.lowered), as: UTF8.self)
    let rest = inside.drop { $0.isAlphanumeric }
    guard names.contains(name), rest.first.map({ $0.isSpace || $0 == UInt8(ascii: "/") }) ?? true else {
      return nil
    }
    guard !inside.contains(ASCII.less) else { return nil }
    if name == "br" { return isClosing ? nil : "<br />" }
    return isClosing ? "</\(name)>" : "<\(name)>"
  }

  /// Whether `html` is one comment, apart from white space around it.
  static func isComment(_ html: ArraySlice<UInt8>) -> Bool {
    let trimmed = html.trimmingSpace
    guard trimmed.starts(with: "<!--".utf8), trimmed.count >= 7, trimmed.suffix(3).elementsEqual("-->".utf8)
    else { return false }
    return true
  }

  /// A piece of HTML that the filter handles as a whole.
  enum Piece {
    /// An allowed tag, as it is passed through.
    case tag(HTML)
    case comment
    /// Anything else.
    case other(Range<Int>)
  }

  /// Splits HTML into allowed tags, comments and the rest.
  static func pieces(_ html: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = html.startIndex
    var index = start
    var mayHoldComments = true
    func flush(to end: Int) { if start < end { pieces.append(.other(start..<end)) } }
    while index < html.endIndex {
      guard html[index] == ASCII.less,
        let (piece, end) = tagOrComment(html[index...], comments: mayHoldComments)
      else {
        // If this comment has no end, no later comment has one.
        if html[index...].starts(with: "<!--".utf8) { mayHoldComments = false }
        index += 1
        continue
      }
      flush(to: index)
      pieces.append(piece)
      start = end
      index = end
    }
    flush(to: html.endIndex)
    return pieces
  }

  /// The allowed tag or comment at the start of `html`, and its end; nil if there is none.
  private static func tagOrComment(_ html: ArraySlice<UInt8>, comments: Bool) -> (Piece, Int)? {
    if html.starts(with: "<!--".utf8) {
      guard comments else { return nil }
      var index = html.startIndex + 4
      while index + 2 < html.endIndex {
        if html[index] == ASCII.hyphen, html[index + 1] == ASCII.hyphen, html[index + 2] == ASCII.greater {
          return (.comment, index + 3)
        }
        index += 1
      }
      return nil
    }
    guard let end = html.prefix(64).firstIndex(of: ASCII.greater) else { return nil }
    return tag(html[html.startIndex...end]).map { (.tag($0), end + 1) }
  }
}

extension Node {
  /// Whether it is a `<br>` that is passed through.
  func isBreakTag(in text: [UInt8]) -> Bool {
    kind == .htmlInline && AllowedHTML.tag(text[self.text.range]) == "<br />"
  }
}
