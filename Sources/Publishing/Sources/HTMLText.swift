import Text

/// The text of an HTML page, as readers see it.
///
/// Scripts, styles and comments are left out, blocks are separate lines, and superscript numbers, which are mostly references to
/// notes, are left out.
struct HTMLText {
  private let html: [UInt8]
  private var index = 0
  private var output: [UInt8] = []
  /// Where the text of the innermost `sup` starts in `output`; nil outside.
  private var raised: Int?

  /// - Parameter html: UTF-8.
  static func text(of html: String) -> String {
    var reader = HTMLText(html: Array(html.utf8))
    reader.read()
    return String(decoding: reader.output, as: UTF8.self)
  }

  private init(html: [UInt8]) { self.html = html }

  private mutating func read() {
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readEntity()
      default:
        output.append(html[index])
        index += 1
      }
    }
  }

  private mutating func readMarkup() {
    if starts("<!--") {
      index = end(of: "-->", from: index + 4) ?? html.count
    } else if starts("<![CDATA[") {
      index += 9
    } else if starts("<!") || starts("<?") {
      index = end(of: ">", from: index) ?? html.count
    } else {
      let isEnd = index + 1 < html.count && html[index + 1] == UInt8(ascii: "/")
      let start = index + (isEnd ? 2 : 1)
      let name = html[min(start, html.count)...].prefix { Self.isOfName($0) }
      guard let first = name.first, first.isLetter else {
        output.append(html[index])
        index += 1
        return
      }
      readTag(String(decoding: name, as: UTF8.self).lowercased(), isEnd: isEnd, from: name.endIndex)
    }
  }

  private mutating func readTag(_ name: String, isEnd: Bool, from start: Int) {
    index = start
    skipAttributes()
    if !isEnd, Self.unread.contains(name) {
      index = end(of: "</" + name, from: index) ?? html.count
      index = end(of: ">", from: index) ?? html.count
    }
    if name == "sup" {
      if isEnd { lower() } else { raised = output.count }
    }
    if !Self.inline.contains(name) { output.append(UInt8(ascii: "\n")) }
  }

  /// Leaves out what was raised if it is a reference to a note.
  private mutating func lower() {
    guard let start = raised, start <= output.count else { return }
    raised = nil
    let text = output[start...]
    let isReference = text.allSatisfy { $0.isDigit || "[]()*, \n".utf8.contains($0) }
    if isReference, text.count <= 12 { output.removeSubrange(start...) }
  }

  private mutating func skipAttributes() {
    var quote: UInt8?
    while index < html.count {
      let byte = html[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // A quotation mark elsewhere than after “=” belongs to broken markup.
        if html[index - 2] == UInt8(ascii: "=") || html[index - 2] == UInt8(ascii: " ") { quote = byte }
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  private mutating func readEntity() {
    let body = html[(index + 1)...].prefix(32).prefix { Self.isOfName($0) || $0 == UInt8(ascii: "#") }
    let name = String(decoding: body, as: UTF8.self)
    let isClosed = body.endIndex < html.count && html[body.endIndex] == UInt8(ascii: ";")
    guard let text = HTMLEntity.text(of: name), isClosed || name.hasPrefix("#") || name == "amp" else {
      output.append(html[index])
      index += 1
      return
    }
    output += Array(text.utf8)
    index = body.endIndex + (isClosed ? 1 : 0)
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { html[index...].starts(with: $0) }
  }

  /// The end of the next occurrence of an ASCII text in lower case, whatever its case in the page.
  private func end(of text: String, from start: Int) -> Int? {
    let bytes = Array(text.utf8)
    var place = start
    while place + bytes.count <= html.count {
      if (0..<bytes.count).allSatisfy({ html[place + $0].lowered == bytes[$0] }) {
        return place + bytes.count
      }
      place += 1
    }
    return nil
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
  }

  /// Elements whose content is not shown as text.
  private static let unread: Set<String> = ["script", "style", "template", "svg", "math", "iframe", "object"]

  /// Elements that do not separate words.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
  ]
}

/// The character references that occur in running text; others are left as they are written.
enum HTMLEntity {
  /// The text of a character reference without `&` and `;`, such as `amp`, `#233` or `#xE9`; nil if it is not known.
  static func text(of name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name].map { String($0) } }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value > 0, let scalar = Unicode.Scalar(value) else {
      return value == nil ? nil : "\u{FFFD}"
    }
    // Pages in old encodings write the numbers of Windows-1252.
    if (0x80...0x9F).contains(value), let letter = windows[value] { return String(letter) }
    return String(scalar)
  }

  private static let windows: [UInt32: Character] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8A: "Š", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’",
    0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9A: "š", 0x9C: "œ", 0x9E: "ž",
  ]

  private static let named: [String: Character] = {
    var names: [String: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsaquo": "‹", "rsaquo": "›",
      "hellip": "…", "bull": "•", "euro": "€", "trade": "™", "minus": "−", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "prime": "′",
      "Prime": "″", "Scaron": "Š", "scaron": "š", "OElig": "Œ", "oelig": "œ", "Yuml": "Ÿ", "hyphen": "‐",
      "dash": "‐", "Zcaron": "Ž", "zcaron": "ž", "Ccaron": "Č", "ccaron": "č", "Cacute": "Ć", "cacute": "ć",
      "Lstrok": "Ł", "lstrok": "ł", "Aogon": "Ą", "aogon": "ą", "Eogon": "Ę", "eogon": "ę", "Sacute": "Ś",
      "sacute": "ś", "Zdot": "Ż", "zdot": "ż", "Zacute": "Ź", "zacute": "ź", "Nacute": "Ń", "nacute": "ń",
      "rcaron": "ř", "Rcaron": "Ř", "ecaron": "ě", "Ecaron": "Ě", "uring": "ů", "gbreve": "ğ", "Idot": "İ",
      "inodot": "ı", "scedil": "ş", "Scedil": "Ş", "abreve": "ă", "Abreve": "Ă", "NewLine": "\n", "Tab": "\t",
      "comma": ",", "period": ".", "colon": ":", "semi": ";", "excl": "!", "quest": "?", "lpar": "(",
      "rpar": ")", "lsqb": "[", "rsqb": "]", "num": "#", "percnt": "%", "sol": "/", "lowbar": "_",
    ]
    // Those of ISO 8859-1, from U+00A0 on.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
      micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
      Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
      Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
      ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      if let scalar = Unicode.Scalar(0xA0 + UInt32(offset)) { names[String(name)] = Character(scalar) }
    }
    return names
  }()
}
