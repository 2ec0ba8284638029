/// The words of a text as a reader sees them: runs of letters and digits, ignoring invisible characters.
enum WordSequence {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = .init()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The words of a report: its title, then everything below the front matter except directives.
  static func ofReport(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(of: "---") else { return of(text) }
    let title = lines[1].dropFirst("title: ".count)
    let body = lines[(end + 1)...].filter { !$0.hasPrefix("<!-- standpoint:") }
    return of(String(title)) + of(body.joined(separator: "\n"))
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
