/// Halves of UTF-16 characters that JSON can write and no text can hold.
///
/// Editors that work with UTF-16 send one when a character is inserted in two steps. It becomes U+FFFD, which counts as one
/// unit, too, so that the places after it stay the same.
enum LoneSurrogates {
  /// The JSON with `\ufffd` in their place.
  static func replaced(in json: [UInt8]) -> [UInt8] {
    var result = json
    var index = 0
    while let escape = nextEscape(in: json, from: index) {
      index = escape + 6
      guard let unit = unit(in: json, at: escape), 0xD800...0xDFFF ~= unit else { continue }
      if unit < 0xDC00, let second = self.unit(in: json, at: index), 0xDC00...0xDFFF ~= second {
        index += 6
      } else {
        result.replaceSubrange(escape + 2..<escape + 6, with: Array("fffd".utf8))
      }
    }
    return result
  }

  /// The offset of the next escape of four digits; nil: there is none.
  private static func nextEscape(in json: [UInt8], from start: Int) -> Int? {
    var index = start
    while let backslash = json[min(index, json.count)...].firstIndex(of: UInt8(ascii: "\\")) {
      if backslash + 1 < json.count, json[backslash + 1] == UInt8(ascii: "u") { return backslash }
      index = backslash + 2
    }
    return nil
  }

  /// The unit that the escape at an offset stands for; nil: there is none.
  private static func unit(in json: [UInt8], at offset: Int) -> Int? {
    guard offset + 6 <= json.count, json[offset] == UInt8(ascii: "\\"), json[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    return Int(String(decoding: json[(offset + 2)..<(offset + 6)], as: UTF8.self), radix: 16)
  }
}
