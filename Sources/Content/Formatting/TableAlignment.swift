import Diagnostics
import Markdown
import Text

/// Aligns the columns of the tables of a document by the width of their text. Nothing outside of tables changes.
package enum TableAlignment {
  /// A text to put in the place of some bytes of the file.
  package struct Edit: Sendable, Hashable {
    package let range: Range<Int>
    package let text: String
  }

  /// The changes, in the order of the file; empty if all tables are aligned.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - document: the parsed text of these bytes.
  package static func edits(in bytes: [UInt8], _ document: Document) -> [Edit] {
    var lines = LineIndex(bytes)
    return document.nodes.indices.filter { document.nodes[$0].kind == .table }
      .compactMap { edit(of: $0, in: document, &lines) }
  }

  private static func edit(of table: Int, in document: Document, _ lines: inout LineIndex) -> Edit? {
    let rows = document.children(of: table).filter { document.nodes[$0].kind == .tableRow }
    let places = rows.map { lines.line(at: document.nodes[$0].source.range.lowerBound) }
    guard let head = places.first, head.upperBound < lines.bytes.count else { return nil }
    let delimiters = lines.line(at: next(after: head, in: lines.bytes))
    let all = [head, delimiters] + places.dropFirst()
    // Comparisons in lists, or in sheets, have no such lines.
    guard areConsecutive(all, lines.bytes) else { return nil }
    let texts = all.map { String(decoding: lines.bytes[$0], as: UTF8.self) }
    let prefix = String(texts[0].prefix { " >\t".contains($0) })
    guard texts.allSatisfy({ $0.hasPrefix(prefix) }) else { return nil }
    let cells = texts.map { TableLine.cells(of: $0.dropFirst(prefix.count)) }
    guard TableLine.isDelimiter(cells[1]) else { return nil }
    let aligned = PipeTable(
      header: cells[0], rows: Array(cells.dropFirst(2)),
      alignments: document.tables[Int(document.nodes[table].detail)].alignments.map(alignment))
    let newline = head.upperBound + 1 < delimiters.lowerBound ? "\r\n" : "\n"
    let text = aligned.lines.map { prefix + $0 }.joined(separator: newline)
    let range = head.lowerBound..<(all.last?.upperBound ?? head.upperBound)
    return Array(text.utf8) == Array(lines.bytes[range]) ? nil : Edit(range: range, text: text)
  }

  /// The first byte of the line after a line.
  private static func next(after line: Range<Int>, in bytes: [UInt8]) -> Int {
    let isPair =
      bytes[line.upperBound] == 13 && line.upperBound + 1 < bytes.count && bytes[line.upperBound + 1] == 10
    return line.upperBound + (isPair ? 2 : 1)
  }

  private static func areConsecutive(_ lines: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    zip(lines, lines.dropFirst()).allSatisfy { one, other in
      one.upperBound < bytes.count && next(after: one, in: bytes) == other.lowerBound
    }
  }

  private static func alignment(_ alignment: ColumnAlignment) -> PipeTable.Alignment {
    switch alignment {
    case .none: .none
    case .left: .left
    case .center: .center
    case .right: .right
    }
  }
}

/// The cells of a line of a table as Markdown.
package enum TableLine {
  /// The text between the bars, without white space around it; a bar after a backslash ends no cell.
  package static func cells(of line: some StringProtocol) -> [String] {
    var text = Substring(line.trimmingWhitespace)
    if text.first == "|" { text = text.dropFirst() }
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    var isOpen = true
    for character in text {
      isOpen = true
      if character == "|", !isEscaped {
        cells.append(String(cell.trimmingWhitespace))
        cell = ""
        isOpen = false
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if isOpen { cells.append(String(cell.trimmingWhitespace)) }
    return cells
  }

  /// Whether these are the cells of the line below the header.
  package static func isDelimiter(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
        return !dashes.isEmpty && cell.allSatisfy { $0 == "-" || $0 == ":" }
      }
  }
}
