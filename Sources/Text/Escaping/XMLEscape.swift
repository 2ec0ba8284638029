/// Escapes text for XML 1.0.
package enum XMLEscape {
  /// Appends `text` with `& < > "` as entities, which suits text and quoted attributes. Characters that XML 1.0
  /// cannot hold become U+FFFD.
  package static func append(_ text: String, to output: inout [UInt8]) {
    let isPlain = !text.utf8.contains { $0 < 0x20 || $0 == 0xEF }
    HTMLEscape.append(isPlain ? text : replacingForbidden(in: text), to: &output)
  }

  private static func replacingForbidden(in text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: result.append(scalar)
      default: result.append("\u{FFFD}")
      }
    }
    return String(result)
  }
}
