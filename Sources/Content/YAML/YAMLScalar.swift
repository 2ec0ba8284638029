/// Names as YAML scalars.
enum YAMLScalar {
  /// How a scalar is written.
  enum Style: Sendable, Hashable {
    case plain, single, double

    /// The style of a scalar that starts with `byte`.
    init(startingWith byte: UInt8?) {
      switch byte {
      case UInt8(ascii: "\""): self = .double
      case UInt8(ascii: "'"): self = .single
      default: self = .plain
      }
    }
  }

  /// The name in a style; plain gives way to double quotes where plain would be misread.
  static func text(_ name: String, style: Style = .plain) -> String {
    let hasControls = name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    switch style {
    case .plain where isPlain(name): return name
    case .single where !hasControls: return "'" + name.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    default: return doubleQuoted(name)
    }
  }

  private static func doubleQuoted(_ name: String) -> String {
    var result = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// No reader of YAML takes it for anything but this text, in a list with brackets neither.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic, name.last != " " else {
      return false
    }
    let harmless = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || " -.'’/()".unicodeScalars.contains($0)
    }
    return harmless
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(name.lowercased())
  }
}
