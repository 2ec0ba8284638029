import Diagnostics

/// Cleans the lines of a pasted text: drops invisible characters and replaces every kind of space by a space.
struct PastedTextCleaner {
  private(set) var lines: [PastedLine] = []
  private var followsBlank = true
  /// The changes, in order of first appearance: the kind, the first line, and the number of characters.
  private var changes: [(kind: Change, line: Int, count: Int)] = []
  private var keepsDirections = false

  private enum Change: String {
    case softHyphen = "soft hyphens removed"
    case invisible = "invisible characters removed"
    case control = "control characters removed"
    case space = "special spaces replaced with ordinary spaces"
  }

  init(_ decoded: [PastedTextDecoder.Line]) {
    keepsDirections = decoded.contains { $0.text.unicodeScalars.contains(where: Self.isRightToLeft) }
    for (index, line) in decoded.enumerated() {
      for part in line.text.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine) {
        append(part, number: index + 1, range: line.range)
      }
    }
  }

  /// Cleans a piece of text in the same way; leading and trailing white space becomes spaces.
  static func line(_ text: String) -> String {
    var cleaner = PastedTextCleaner([])
    cleaner.keepsDirections = text.unicodeScalars.contains(where: isRightToLeft)
    return cleaner.cleaned(text[...], number: 0)
  }

  /// One decision per kind of change.
  var decisions: [ImportDecision] {
    changes.map { change in
      let count = change.count == 1 ? "one on this line" : "\(change.count) in total, the first on this line"
      return ImportDecision(line: change.line, "\(change.kind.rawValue): \(count)")
    }
  }

  private mutating func append(_ text: Substring, number: Int, range: Range<Int>?) {
    let cleaned = cleaned(text, number: number)
    let inner = cleaned.drop { $0.isWhitespace }
    guard !inner.isEmpty else {
      followsBlank = true
      return
    }
    let indent = cleaned[..<inner.startIndex]
    lines.append(
      PastedLine(
        number: number, range: range, indent: indent.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) },
        text: Self.singleSpaced(inner),
        cells: inner.contains("  ") || !indent.isEmpty ? SpacedCell.cells(of: cleaned) : nil,
        leadingTabs: indent.count { $0 == "\t" },
        endsInTab: inner.last == "\t", followsBlank: followsBlank))
    followsBlank = false
  }

  private mutating func cleaned(_ text: Substring, number: Int) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch kind(of: scalar, at: index, in: scalars) {
      case nil: result.append(scalar)
      case .space:
        note(.space, number)
        result.append(" ")
      case let change?: note(change, number)
      }
    }
    return String(result)
  }

  private func kind(of scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> Change? {
    switch scalar.value {
    case 9, 0x20...0x7E: nil
    case 0xAD: .softHyphen
    case 0x200B, 0x2060...0x2064, 0xFEFF, 0x180E: .invisible
    case 0x200C, 0x200D: joins(index, in: scalars) ? nil : .invisible
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: keepsDirections ? nil : .invisible
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0...0x1F, 0x7F...0x9F: .control
    default: nil
    }
  }

  /// Whether the joiner is between two emoji, or between two characters of a script that needs it.
  private func joins(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return scalars[index - 1].value >= 0x250 && scalars[index + 1].value >= 0x250
  }

  private mutating func note(_ kind: Change, _ number: Int) {
    if let index = changes.firstIndex(where: { $0.kind == kind }) {
      changes[index].count += 1
    } else {
      changes.append((kind, number, 1))
    }
  }

  /// The text without white space at its end and with single spaces; tabs remain.
  private static func singleSpaced(_ text: Substring) -> String {
    var result = ""
    for character in text {
      if character == "\t" {
        while result.last == " " { result.removeLast() }
        result.append(character)
      } else if !character.isWhitespace {
        result.append(character)
      } else if result.last != " ", result.last != "\t" {
        result.append(" ")
      }
    }
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }

  /// Whether the character is a line end that most editors do not count as one.
  private static func endsLine(_ character: Character) -> Bool {
    ["\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(character)
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    0x590...0x8FF ~= scalar.value || 0xFB1D...0xFDFF ~= scalar.value || 0xFE70...0xFEFC ~= scalar.value
  }
}

/// A line of pasted text after cleaning. Blank lines are dropped; the next line records them in `followsBlank`.
struct PastedLine: Hashable {
  /// The 1-based number of the line in the input.
  let number: Int
  /// The bytes in the input; nil if the input was converted from UTF-16.
  let range: Range<Int>?
  /// The columns of white space before the text; tabs count four.
  let indent: Int
  /// The text without leading and trailing white space, with single spaces and with its tabs.
  let text: String
  /// The pieces of the line between runs of two or more spaces, with their columns.
  let cells: [SpacedCell]
  /// The number of tabs before the text: empty cells of a pasted table.
  let leadingTabs: Int
  /// Whether the line ends with a tab.
  let endsInTab: Bool
  /// Whether the line above is blank, or this is the first line.
  let followsBlank: Bool

  /// - Parameter cells: nil: the text is a single one at the start of the line.
  init(
    number: Int, range: Range<Int>?, indent: Int, text: String, cells: [SpacedCell]?, leadingTabs: Int,
    endsInTab: Bool, followsBlank: Bool
  ) {
    self.number = number
    self.range = range
    self.indent = indent
    self.text = text
    self.cells = cells ?? [SpacedCell(text: text, columns: 0..<text.count)]
    self.leadingTabs = leadingTabs
    self.endsInTab = endsInTab
    self.followsBlank = followsBlank
  }
}
