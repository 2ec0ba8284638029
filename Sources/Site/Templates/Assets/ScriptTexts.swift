import Text

/// The interface texts of a script, which are the same on all pages: the script holds them, so that pages do not repeat them.
struct ScriptTexts: Sendable {
  /// The path of the script below Templates/.
  let script: String
  let labels: [StringKey]
  /// Texts with placeholders, and the number of these. `{0}` stands for the first value.
  var patterns: [(key: StringKey, count: Int)] = []

  /// What the script has in place of the texts.
  private static let mark = Array("{ /* The texts of the site. */ }".utf8)

  /// Writes the texts into the script, as a JSON object; a script of a site’s own theme without the mark stays as it is.
  func fill(_ assets: inout [String: [UInt8]], _ words: LocalizedStrings) {
    guard let bytes = assets[script], let mark = bytes.firstRange(of: Self.mark) else { return }
    assets[script] = bytes[..<mark.lowerBound] + object(words) + bytes[mark.upperBound...]
  }

  private func object(_ words: LocalizedStrings) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for key in labels { writer.member(key.rawValue, words.text(key)) }
    for (key, count) in patterns {
      writer.member(key.rawValue, words.text(key, values: (0..<count).map { "{\($0)}" }))
    }
    writer.endObject()
    return writer.bytes
  }
}
