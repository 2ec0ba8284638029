import Text

/// The ASCII characters with a meaning in Markdown.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let pipe = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let hyphen = UInt8(ascii: "-")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let exclamation = UInt8(ascii: "!")
  static let caret = UInt8(ascii: "^")
  static let hash = UInt8(ascii: "#")
  static let ampersand = UInt8(ascii: "&")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let at = UInt8(ascii: "@")
  static let asterisk = UInt8(ascii: "*")
  static let underscore = UInt8(ascii: "_")
  static let dot = UInt8(ascii: ".")
  static let semicolon = UInt8(ascii: ";")
  static let equals = UInt8(ascii: "=")
}

extension UInt8 {
  /// Space, tab, vertical tab or form feed: the white space around a table cell.
  var isCellSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
  /// ASCII white space, including line ends.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// One of the 32 ASCII punctuation characters.
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
}

extension ArraySlice<UInt8> {
  /// The slice without leading and trailing white space.
  var trimmingSpace: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isSpace { slice = slice.dropFirst() }
    while let last = slice.last, last.isSpace { slice = slice.dropLast() }
    return slice
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Whether an odd number of backslashes directly precedes `index`, looking back no further than `start`.
  func isEscaped(_ index: Int, from start: Int) -> Bool {
    var first = index
    while first > start, self[first - 1] == ASCII.backslash { first -= 1 }
    return (index - first) % 2 == 1
  }
}
