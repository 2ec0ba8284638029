/// The short list of HTML tags that pass, without attributes, from authors who are not trusted with HTML.
package enum HarmlessHTML {
  /// The names of the tags, in lower case.
  package static let names = ["br", "sub", "sup", "kbd", "mark", "details", "summary"]

  /// The tag as it is passed on when `html` is nothing but one tag of the list; nil else.
  package static func tag(_ html: ArraySlice<UInt8>) -> String? {
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

  /// `html` is a comment and nothing else but white space.
  package static func isComment(_ html: ArraySlice<UInt8>) -> Bool {
    let trimmed = html.trimmingSpace
    guard trimmed.starts(with: "<!--".utf8), trimmed.count >= 7, trimmed.suffix(3).elementsEqual("-->".utf8)
    else { return false }
    return true
  }

  /// A run of HTML as it is filtered.
  enum Piece {
    /// A tag of the list, as it is passed on.
    case tag(String)
    case comment
    /// Anything else.
    case other(Range<Int>)
  }

  /// Cuts HTML into tags of the list, comments and the rest.
  static func pieces(_ html: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = html.startIndex
    var index = start
    var mayHoldComments = true
    func flush(to end: Int) { if start < end { pieces.append(.other(start..<end)) } }
    while index < html.endIndex {
      guard html[index] == ASCII.less, let (piece, end) = marked(html[index...], comments: mayHoldComments)
      else {
        // One comment without an end: no later one has an end either.
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

  /// The tag or comment that `html` starts with, and where it ends.
  private static func marked(_ html: ArraySlice<UInt8>, comments: Bool) -> (Piece, Int)? {
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

extension ArraySlice<UInt8> {
  /// Without white space at both ends.
  var trimmingSpace: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isSpace { slice = slice.dropFirst() }
    while let last = slice.last, last.isSpace { slice = slice.dropLast() }
    return slice
  }
}
