import Content

/// Writes the front matter of a report.
package enum FrontMatterText {
  /// The block with both its `---` lines, a line end at the end.
  static func text(title: String, date: PartialDate?) -> String {
    var lines = ["---", "title: " + scalar(title)]
    if let date { lines.append("date: \(date)") }
    return (lines + ["---"]).joined(separator: "\n") + "\n"
  }

  /// A YAML scalar (1.2, section 7.3): plain where nothing in it can be misread, else in double quotes.
  package static func scalar(_ text: String) -> String {
    isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    let isHarmless = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " ,.'’“”–—-()/?!&;%".unicodeScalars.contains(scalar)
    }
    return isHarmless && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(scalar)
    }
  }
}
