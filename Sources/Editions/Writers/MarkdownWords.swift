import Text

/// Words of positions in GitHub's Markdown.
enum MarkdownWords {
  /// Marks are next to the words, with white space outside, because `**` before a space would be plain text.
  static func marked(_ run: WordRun) -> String {
    let text = run.text.unicodeScalars
    guard run.kind != .equal, let first = text.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = text.lastIndex(where: { !$0.properties.isWhitespace })
    else { return escaped(run.text) }
    let mark = run.kind == .removed ? "~~" : "**"
    let words = String(text[first...last])
    return escaped(String(text[..<first])) + mark + escaped(words) + mark
      + escaped(String(text[text.index(after: last)...]))
  }

  /// The same for a comment on a code host, which would tell people whose names follow `@`, and link numbers after `#` to
  /// issues. An empty comment of HTML between the two prevents it and is not seen.
  static func quiet(_ text: some StringProtocol) -> String {
    var result = ""
    var last: Character = " "
    for character in escaped(text) {
      if last == "@" || last == "#", character.isLetter || character.isNumber { result += "<!-- -->" }
      result.append(character)
      last = character
    }
    return result
  }

  /// The text on one line, with every character escaped that Markdown could read as markup.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>()#+!|~&".unicodeScalars.contains(scalar) { result += "\\" }
      if scalar.properties.isWhitespace { result += " " } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
