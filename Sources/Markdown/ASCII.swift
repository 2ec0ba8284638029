/// Bytes that Markdown gives a meaning, by name.
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
  static let underscore = UInt8(ascii: "_")
  static let dot = UInt8(ascii: ".")
  static let semicolon = UInt8(ascii: ";")
  static let equals = UInt8(ascii: "=")
}

extension UInt8 {
  /// Space, tab, vertical tab or form feed: what may stand around a table's cell.
  var isCellSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
  /// Any of ASCII's white space, line ends included.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// One of the 32 punctuation characters of ASCII.
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
  /// The lower-case letter of an upper-case one; every other byte unchanged.
  var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
