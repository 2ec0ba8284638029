/// Writes text as a YAML scalar on one line (YAML 1.2, chapter 7).
package enum YAMLScalar {
  /// The style of a scalar.
  package enum Style: Sendable, Hashable {
    case plain, single, double

    /// The style of a scalar that starts with `byte`.
    package init(startingWith byte: UInt8?) {
      switch byte {
      case UInt8(ascii: "\""): self = .double
      case UInt8(ascii: "'"): self = .single
      default: self = .plain
      }
    }
  }

  /// The text in a style, or in double quotes if a YAML reader could misread it in that style.
  ///
  /// - Parameter isInList: whether the text may be in a list with brackets, where plain scalars allow fewer
  ///   characters.
  package static func text(_ text: String, style: Style = .plain, isInList: Bool = true) -> String {
    let hasControls = text.unicodeScalars.contains(where: needsEscape)
    switch style {
    case .plain where isPlain(text, isInList: isInList): return text
    case .single where !hasControls: return "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    default: return doubleQuoted(text)
    }
  }

  /// Whether YAML does not allow the character as it is, or readers of YAML 1.1 take it for a line end (YAML 1.2, section 5.1).
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value < 0x100 ? 2 : 4
        result += (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether every YAML reader reads the plain scalar as this text.
  private static func isPlain(_ text: String, isInList: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.last != " " else {
      return false
    }
    let marks = isInList ? " -.'’/()" : " -.'’/(),“”–—?!&;%"
    let isHarmless = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || marks.unicodeScalars.contains($0)
    }
    return isHarmless
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
  }
}
