/// A name divided into lines that fit a label. Widths are counted in letters, so the font does not matter.
struct LabelLines: Sendable, Hashable {
  /// At least one, unless the name is empty.
  let lines: [String]

  /// - Parameters:
  ///   - width: the number of letters in a line; letters of East Asian scripts count twice.
  ///   - most: the largest number of lines; the rest is cut off, with “…”.
  init(_ name: String, width: Int, most: Int) {
    var lines: [String] = []
    var line = ""
    func end() {
      if !line.isEmpty { lines.append(line) }
      line = ""
    }
    // Text far beyond the last line is not measured.
    for word in name.prefix(width * (most + 1) * 2).split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, Self.width(of: line) + 1 + Self.width(of: word) > width { end() }
      if !line.isEmpty { line += " " }
      for letter in word {
        if Self.width(of: line) + Self.width(of: letter) > width { end() }
        line.append(letter)
      }
    }
    end()
    if lines.count > most {
      var last = lines[most - 1]
      while !last.isEmpty, Self.width(of: last) >= width { last.removeLast() }
      lines[most - 1] = last + "…"
    }
    self.lines = Array(lines.prefix(most))
  }

  /// The number of letters in the longest line.
  var width: Int { lines.map(Self.width).max() ?? 0 }

  private static func width(of text: some StringProtocol) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  private static func width(of letter: Character) -> Int {
    switch letter.unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
