import Text

/// The line of a place with the place underlined, shortened and safe to print on a terminal.
struct Excerpt {
  /// The largest number of columns of the line that are shown.
  static let width = 100
  /// The number of characters before the place that are kept when a line is shortened.
  static let lead = 30
  private static let tabWidth = 4

  /// 1-based.
  let lineNumber: Int
  /// The line as it is shown.
  private(set) var line = ""
  /// Spaces, then `^`, then `~` for the rest of the place.
  private(set) var underline = ""

  private var column = 0
  private var markStart = 0
  private var markEnd = 0

  /// The excerpt for a range; only the first line of a range that spans several.
  init(_ range: Range<Int>, in lines: LineIndex) {
    let first = lines.clamped(range.lowerBound)
    let full = lines.line(at: first)
    lineNumber = lines.lineNumber(of: first)
    // A range may start within the line end, which is not shown.
    let start = min(first, full.upperBound)
    let place = start..<max(start, min(lines.clamped(range.upperBound), full.upperBound))
    let from = Self.windowStart(place.lowerBound, in: full, of: lines)
    if from > full.lowerBound { append("…", width: 1) }
    append(lines.bytes[from..<place.lowerBound])
    markStart = column
    append(lines.bytes[place.lowerBound..<min(place.upperBound, place.lowerBound + 4 * Self.width)])
    markEnd = column
    append(lines.bytes[place.upperBound..<full.upperBound].prefix(4 * Self.width))
    drawUnderline()
  }

  /// The start of the shown part of the line: the start of the line, or `lead` characters before the place.
  private static func windowStart(_ place: Int, in full: Range<Int>, of lines: LineIndex) -> Int {
    var start = place
    var characters = 0
    while start > full.lowerBound, characters < width - lead {
      start -= 1
      if lines.bytes[start] & 0xC0 != 0x80 { characters += 1 }
    }
    if start == full.lowerBound { return start }
    start = place
    characters = 0
    while characters < lead {
      start -= 1
      if lines.bytes[start] & 0xC0 != 0x80 { characters += 1 }
    }
    return start
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        let spaces = Self.tabWidth - column % Self.tabWidth
        append(String(repeating: " ", count: spaces), width: spaces)
      } else {
        let shown = TerminalText.shown(scalar)
        append(shown.text, width: shown.width)
      }
    }
  }

  private mutating func append(_ text: String, width: Int) {
    guard column < Self.width else { return }
    if column + width < Self.width || width == 0 {
      line += text
      column += width
    } else {
      line += "…"
      column = Self.width
    }
  }

  private mutating func drawUnderline() {
    while line.last == " " { line.removeLast() }
    let tail = max(0, min(markEnd, Self.width) - markStart - 1)
    underline = String(repeating: " ", count: markStart) + "^" + String(repeating: "~", count: tail)
  }
}
