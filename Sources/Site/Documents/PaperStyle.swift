import Foundation

/// The style sheet of documents, so that it loads nothing.
enum PaperStyle {
  /// The style sheet without what loads files, except `data:` addresses, and without what ends the element around it.
  static func withoutFiles(_ style: String) -> HTML {
    var result = ""
    var rest = style.replacing("<", with: "\\3C ")[...]
    while let mark = rest.firstRange(of: #/(?i)url\(|@import/#) {
      result += rest[..<mark.lowerBound]
      let isImport = rest[mark.lowerBound] == "@"
      let isData = rest[mark.upperBound...].drop { " \t\n\"'".contains($0) }.prefix(5).lowercased() == "data:"
      result += isImport ? "@none" : isData ? rest[mark] : "none("
      rest = rest[mark.upperBound...]
    }
    return HTML(trusted: Array((result + rest).utf8))
  }

  /// A text as a string of CSS, which cannot end the element around it.
  static func string(_ text: String) -> HTML {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "\u{0}"..."\u{1F}":
        result += "\\" + String(scalar.value, radix: 16, uppercase: true) + " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return HTML(trusted: Array((result + "\"").utf8))
  }
}

/// Pictures inside documents.
enum PaperPicture {
  /// The `data:` address of a picture; nil: it is in no format that documents show, or it refers to other files.
  static func address(of bytes: [UInt8]) -> String? {
    guard let type = type(of: bytes) else { return nil }
    if type == "image/svg+xml", !isSelfContained(bytes) { return nil }
    return "data:\(type);base64," + Data(bytes).base64EncodedString()
  }

  /// Whether a `data:` address holds pixels, which cannot refer to files.
  static func isSafe(_ address: String) -> Bool {
    ["png", "jpeg", "gif", "webp"].contains { address.hasPrefix("data:image/\($0);base64,") }
  }

  private static func type(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: "GIF8".utf8) { return "image/gif" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return "image/webp" }
    return String(decoding: bytes.prefix(1_000), as: UTF8.self).contains("<svg") ? "image/svg+xml" : nil
  }

  /// Whether an SVG picture has no entities, style sheets and references to anything but its own parts.
  private static func isSelfContained(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let parts = ["<!entity", "<!doctype", "@import", "<?xml-stylesheet", "foreignobject", "<script"]
    if parts.contains(where: text.contains) { return false }
    return !text.contains(#/(?:href\s*=\s*["']?\s*|src\s*=\s*["']?\s*|url\(\s*["']?\s*)[^#\s"']/#)
  }
}
