import Content
import Text

/// A line with pipes, split into cells.
struct PipeRow: Hashable {
  let cells: [String]
  let hasOpeningPipe: Bool
  let hasClosingPipe: Bool
  /// Whether this is the delimiter row below a header: every cell has dashes, with or without colons.
  let isDelimiter: Bool

  /// The row; nil if no pipe separates or encloses cells.
  init?(_ text: String) {
    guard text.contains("|") else { return nil }
    var cells = Self.split(text)
    hasOpeningPipe = cells.count > 1 && cells[0].isEmpty
    if hasOpeningPipe { cells.removeFirst() }
    hasClosingPipe = cells.count > 1 && cells[cells.count - 1].isEmpty
    if hasClosingPipe { cells.removeLast() }
    if cells.count < 2 && !(hasOpeningPipe && hasClosingPipe) { return nil }
    if cells.count == 1, hasOpeningPipe, !text.dropFirst().contains("|") { return nil }
    self.cells = cells
    isDelimiter = cells.allSatisfy(Self.isDelimiterCell)
  }

  /// Splits at pipes that are not escaped, and removes the backslashes of those that are.
  static func split(_ text: String) -> [String] {
    var cells = [""]
    var pending = false
    for character in text {
      if character == "|", !pending {
        cells.append("")
      } else {
        if pending, character != "|" { cells[cells.count - 1].append("\\") }
        if character != "\\" { cells[cells.count - 1].append(character) }
      }
      pending = character == "\\"
    }
    if pending { cells[cells.count - 1].append("\\") }
    return cells.map { String($0.trimmingWhitespace) }
  }

  private static func isDelimiterCell(_ cell: String) -> Bool {
    var rest = Substring(cell)
    if rest.first == ":" { rest = rest.dropFirst() }
    if rest.last == ":" { rest = rest.dropLast() }
    return !rest.isEmpty && rest.allSatisfy { "-–—=".contains($0) }
  }
}
