import Text

/// Text of a page as Markdown (GFM): nothing in it is read as a mark.
enum MarkdownEscaping {
  /// Text inside a line.
  ///
  /// - Parameter isInCell: whether it is in a cell of a table, which a pipe or a line break would end.
  static func escaped(_ text: String, isInCell: Bool = false) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    // The length of what may be the name of an emoji, which stands between two colons.
    var name: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): output += (isInCell ? "&#92;" : "\\\\").utf8
      case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "|"),
        UInt8(ascii: "&"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"): output.append(UInt8(ascii: " "))
      default:
        if byte == UInt8(ascii: ":") {
          if name ?? 0 > 0 { output.append(UInt8(ascii: "\\")) }
          name = 0
        } else {
          name = byte > UInt8(ascii: " ") ? name.map { $0 + 1 } : nil
        }
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A line that does not begin a heading, a list, a quotation or a rule.
  static func lineStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "#+-=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 10, let next = line[digits.endIndex...].first, ".)".contains(next)
    else {
      return line
    }
    return digits + "\\" + line[digits.endIndex...]
  }

  /// An address that ends neither a link nor a cell.
  static func address(_ address: String) -> String {
    var output = ""
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7f..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "\""):
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (digits.count == 1 ? "0" : "") + digits
      default: output.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return output
  }
}
