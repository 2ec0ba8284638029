/// Makes text from files safe to print on a terminal, so that it cannot move the cursor, or hide or reverse other text.
package enum TerminalText {
  /// The displayed form of a scalar and its width in columns. The caller handles tabs.
  static func shown(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    switch scalar.value {
    case 0x20...0x7E: return (String(scalar), 1)
    case 0...0x1F: return (picture(0x2400 + scalar.value), 1)
    case 0x7F: return (picture(0x2421), 1)
    case 0x200D, 0xFE00...0xFE0F: return (String(scalar), 0)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
      let name = "<U+" + hex(scalar.value) + ">"
      return (name, name.utf8.count)
    case .nonspacingMark, .enclosingMark: return (String(scalar), 0)
    default: return (String(scalar), isWide(scalar.value) ? 2 : 1)
    }
  }

  /// A text on one line: line ends and tabs become spaces; all other characters are displayed as by `shown`.
  package static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 13: result += " "
      default: result += shown(scalar).text
      }
    }
    return result
  }

  /// The number of columns that a text on one line takes.
  package static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + shown($1).width }
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? "?"
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a scalar takes two columns: East Asian wide and full-width characters, and emoji (Unicode Standard Annex
  /// #11, by block).
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
