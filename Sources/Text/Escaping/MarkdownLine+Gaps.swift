extension MarkdownLine {
  /// A character that no text has after it was escaped.
  private static let mark: UInt8 = 1

  /// Marks a place that becomes a space if a word follows, and nothing before punctuation; see `closed`.
  package mutating func gap() {
    written.append(Self.mark)
    cell?.append(Self.mark)
  }

  package var holdsSpace: Bool { written.contains(UInt8(ascii: " ")) }

  /// Removes spaces and gaps at the end.
  package mutating func removeTrailingSpace() {
    func isSpace(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == Self.mark }
    while isSpace(written.last) { written.removeLast() }
    while isSpace(cell?.last) { cell?.removeLast() }
  }

  /// Removes literal text from the end, if it is there.
  package mutating func removeSuffix(_ text: StaticString) {
    guard hasSuffix(text) else { return }
    written.removeLast(text.utf8CodeUnitCount)
    cell?.removeLast(text.utf8CodeUnitCount)
  }

  /// What is before and after the first of some literal marks; nil: the line has none.
  package func cut(at marks: StaticString) -> (before: MarkdownLine, after: MarkdownLine)? {
    func cut(_ bytes: [UInt8]) -> (before: [UInt8], after: [UInt8])? {
      guard let first = Self.split(bytes, marks, limit: 1).first, first.count < bytes.count else {
        return nil
      }
      return (Array(first), Array(bytes[(first.count + marks.utf8CodeUnitCount)...]))
    }
    guard let parts = cut(written) else { return nil }
    var (before, after) = (MarkdownLine(), MarkdownLine())
    (before.written, after.written) = parts
    if let cell = cell.flatMap(cut) { (before.cell, after.cell) = cell }
    return (before, after)
  }

  /// Whether literal marks are somewhere in the line; texts have a backslash before them.
  package func contains(_ marks: StaticString) -> Bool { Self.split(written, marks).count > 1 }

  /// The parts between literal marks, without empty ones.
  package func split(at marks: StaticString) -> [MarkdownLine] {
    let parts = Self.split(written, marks)
    let cells = cell.map { Self.split($0, marks) }
    return parts.enumerated().compactMap { index, part in
      if part.isEmpty { return nil }
      var line = MarkdownLine()
      line.written = Array(part)
      if let cells, index < cells.count { line.cell = Array(cells[index]) }
      return line
    }
  }

  private static func split(_ bytes: [UInt8], _ marks: StaticString, limit: Int = .max) -> [ArraySlice<UInt8>]
  {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count, parts.count < limit {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if marks.withUTF8Buffer({ bytes[index...].starts(with: $0) }) {
        parts.append(bytes[start..<index])
        index += marks.utf8CodeUnitCount
        start = index
      } else {
        index += 1
      }
    }
    return parts + [bytes[start...]]
  }

  /// Removes literal text from the start, if it is there.
  package mutating func removePrefix(_ text: StaticString) {
    guard hasPrefix(text) else { return }
    written.removeFirst(text.utf8CodeUnitCount)
    cell?.removeFirst(text.utf8CodeUnitCount)
  }

  /// The line with its gaps filled, and without white space at the ends of its lines and breaks at its own end.
  package var closed: MarkdownLine {
    var line = MarkdownLine()
    line.written = Self.closed(written)
    line.cell = cell.map(Self.closed)
    return line
  }

  private static func closed(_ bytes: [UInt8]) -> [UInt8] {
    // Most lines have neither gaps nor breaks.
    guard bytes.contains(where: { $0 == mark || $0 == UInt8(ascii: "\n") }) else {
      return Array(String(decoding: bytes, as: UTF8.self).trimmingWhitespace.utf8)
    }
    var output = ""
    var hasGap = false
    for character in String(decoding: bytes, as: UTF8.self) {
      if character == "\u{1}" {
        hasGap = true
        continue
      }
      if hasGap, character.isLetter || character.isNumber || "[*(".contains(character) { output += " " }
      hasGap = false
      output.append(character)
    }
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    var text = lines.map { $0.trimmingWhitespace }.joined(separator: "\n")
    while text.hasSuffix("\\\n") { text = String(text.dropLast(2)) }
    return Array(text.trimmingWhitespace.utf8)
  }
}
