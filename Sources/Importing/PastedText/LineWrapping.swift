/// Detects the column at which a program, such as a mail program, wrapped the lines of a text.
struct LineWrapping {
  /// The column; nil if the lines are not wrapped.
  let column: Int?
  private let lines: [PastedLine]

  init(_ lines: [PastedLine]) {
    self.lines = lines
    let lengths = lines.lazy.filter { !$0.text.contains("|") && $0.cells.count < 3 }.map(\.text.count)
      .sorted()
    guard lengths.count >= 4 else {
      column = nil
      return
    }
    let candidate = lengths[lengths.count - 1 - lengths.count / 20]
    guard (50...100).contains(candidate) else {
      column = nil
      return
    }
    let pairs = lines.indices.dropLast().filter { !lines[$0 + 1].followsBlank }
    let wraps = pairs.count {
      Self.isBreak($0, in: lines, width: candidate) && !LineShape(lines[$0].text).endsSentence
    }
    column = wraps >= 3 && wraps * 3 >= pairs.count ? candidate : nil
  }

  /// Whether line `index` was wrapped: the first word of the next line would not have fitted.
  func isBroken(after index: Int) -> Bool {
    guard let column, index + 1 < lines.count, !lines[index + 1].followsBlank else { return false }
    return Self.isBreak(index, in: lines, width: column)
  }

  private static func isBreak(_ index: Int, in lines: [PastedLine], width: Int) -> Bool {
    let next = lines[index + 1].text.prefix { !$0.isWhitespace }.count
    return lines[index].text.count + 1 + next > width
  }

  /// Appends the next line to a wrapped one: with a space, or without one after a hyphen inside a word.
  static func join(_ second: String, to first: inout String) {
    let isHyphenated =
      first.last == "-" && first.dropLast().last?.isLetter == true && second.first?.isLetter == true
    if !isHyphenated { first += " " }
    first += second
  }
}
