/// Finds whole words in a text.
enum WholeWords {
  /// Whether `words` occur in `text` with no letter or digit next to them; scripts without spaces have no such border.
  static func contains(_ words: String, in text: String) -> Bool {
    var rest = text[...]
    while let found = rest.range(of: words) {
      let before = text[..<found.lowerBound].last
      let after = text[found.upperBound...].first
      if isBorder(before, words.first) && isBorder(after, words.last) { return true }
      rest = rest[rest.index(after: found.lowerBound)...]
    }
    return false
  }

  private static func isBorder(_ outer: Character?, _ inner: Character?) -> Bool {
    guard let outer, outer.isLetter || outer.isNumber else { return true }
    return inner?.unicodeScalars.first?.properties.isIdeographic ?? false
  }
}
