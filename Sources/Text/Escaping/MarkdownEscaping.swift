/// Text as Markdown (GFM): nothing in it is read as a mark, by CommonMark, by GitHub or by Standpoint.
enum MarkdownEscaping {
  /// Appends text inside a line. Line ends and other control characters become spaces.
  ///
  /// A web address stays one, and GitHub links it to itself, unless escapes would become part of it.
  ///
  /// - Parameters:
  ///   - backslash: what stands for a backslash; in a cell of a table, none may be before a bar.
  ///   - isInLink: whether it is the text of a link, in which addresses are only text.
  static func append(_ text: String, to output: inout [UInt8], backslash: StaticString, isInLink: Bool) {
    var words = Words()
    var before = output.last ?? UInt8(ascii: " ")
    for (index, byte) in text.utf8.enumerated() {
      words.read(byte, at: index, isInLink ? nil : text.utf8)
      switch byte {
      case UInt8(ascii: "\\"): backslash.withUTF8Buffer { output.append(contentsOf: $0) }
      case ..<UInt8(ascii: " "): output.append(UInt8(ascii: " "))
      default:
        if isMark(byte, after: before) || words.needsBackslash(byte, at: index) {
          output.append(UInt8(ascii: "\\"))
        }
        output.append(byte)
      }
      before = byte
    }
  }

  private static func isMark(_ byte: UInt8, after before: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "|"),
      UInt8(ascii: "&"), UInt8(ascii: "{"):
      true
    // Standpoint and others read these in pairs.
    case UInt8(ascii: "="), UInt8(ascii: "%"): before == byte
    // An identifier of a block.
    case UInt8(ascii: "^"): before <= UInt8(ascii: " ")
    default: false
    }
  }

  /// What depends on the words of a text: names of emoji, and web addresses.
  private struct Words {
    /// The length of what may be the name of an emoji, which stands between two colons.
    private var name: Int?
    /// Where the next word begins or has begun.
    private var start = 0
    private var isInWord = false
    /// Whether the word holds an address and characters that get a backslash, which would become part of the address.
    private var isGuarded = false

    mutating func read(_ byte: UInt8, at index: Int, _ text: String.UTF8View?) {
      if byte <= UInt8(ascii: " ") {
        isInWord = false
        isGuarded = false
      } else if !isInWord {
        isInWord = true
        if let text { isGuarded = Self.needsGuard(text.dropFirst(index).prefix { $0 > UInt8(ascii: " ") }) }
      }
    }

    mutating func needsBackslash(_ byte: UInt8, at index: Int) -> Bool {
      guard byte == UInt8(ascii: ":") else {
        name = byte > UInt8(ascii: " ") ? name.map { $0 + 1 } : nil
        return isGuarded && byte == UInt8(ascii: ".")
      }
      defer { name = 0 }
      return name ?? 0 > 0 || isGuarded
    }

    private static func needsGuard(_ word: Substring.UTF8View) -> Bool {
      guard word.contains(where: { isMark($0, after: 0) || $0 == UInt8(ascii: "\\") }) else { return false }
      let word = Substring(word)
      return word.contains("://") || word.contains("www.")
    }
  }

  /// The start of a line, with a backslash where it would begin a heading, a list, a rule or a caption.
  static func lineStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "#+-=".contains(first) { return "\\" + line }
    for caption in [":", "Table:", "table:"] where line.hasPrefix(caption) {
      let rest = line.dropFirst(caption.count)
      if rest.first?.isWhitespace ?? true { return caption.dropLast() + "\\:" + rest }
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 10, let next = line[digits.endIndex...].first, ".)".contains(next)
    else {
      return line
    }
    return digits + "\\" + line[digits.endIndex...]
  }

  /// The end of a heading, with a backslash before signs that would close it.
  static func headingEnd(_ line: String) -> String {
    let rest = line.utf8.reversed().drop { $0 == UInt8(ascii: "#") }
    let count = line.utf8.count - rest.count
    guard count > 0, rest.first == UInt8(ascii: " ") || rest.isEmpty else { return line }
    return line.dropLast(count) + "\\" + line.suffix(count)
  }

  /// An address that ends neither a link nor a cell.
  static func address(_ address: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(address.utf8.count)
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7f..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "\""):
        PercentEncoding.appendEscape(of: byte, to: &output)
      default: output.append(byte)
      }
    }
    let text = String(decoding: output, as: UTF8.self)
    // Only what looks like a character reference is read as one.
    let mayBeReference = output.contains(UInt8(ascii: "&")) && output.contains(UInt8(ascii: ";"))
    return mayBeReference ? text.replacing("&", with: "&amp;") : text
  }
}
