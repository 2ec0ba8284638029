import Diagnostics
import Markdown
import Text

/// Finds text that its author sees as a table but that is none.
struct TableLookalikes {
  private let document: Document
  private let source: SourceText
  private var found: [Diagnostic] = []

  /// `not-a-table` for rows without a row of dashes below the first, for a row of dashes that comes first, for columns that
  /// are aligned by spaces, and for rows in code that is indented or never closed.
  static func diagnostics(in document: Document, source: SourceText) -> [Diagnostic] {
    var lookalikes = TableLookalikes(document: document, source: source)
    for node in document.nodes {
      // A pattern, because comparing with == in another module is a call for every node.
      switch node.kind {
      case .paragraph: lookalikes.checkParagraph(node)
      case .codeBlock: lookalikes.checkCode(node)
      default: break
      }
    }
    return lookalikes.found
  }

  private init(document: Document, source: SourceText) {
    self.document = document
    self.source = source
  }

  private mutating func checkParagraph(_ node: Node) {
    let lines = lines(of: node)
    guard lines.count >= 2 else { return }
    let bars = lines.map(Self.bars)
    if Self.isGridRule(lines[0]), bars[1] > 0 {
      report(
        node, "this is a Pandoc grid table, which is not read as a table",
        "convert the file: pandoc --from=markdown --to=gfm --wrap=none \(source.path)")
    } else if Self.isDelimiter(lines[0]), bars.dropFirst().allSatisfy({ $0 > 0 }) {
      report(
        node, "this looks like a table, but its row of dashes comes first",
        "put the row with the headers above it")
    } else if bars[0] >= 2, bars.allSatisfy({ $0 == bars[0] }), !lines.contains(where: Self.isDelimiter) {
      let dashes = "|" + String(repeating: "---|", count: max(1, Self.cells(lines[0])))
      report(
        node, "this looks like a table, but its first line is not followed by a row of dashes",
        "write \(dashes) below the line with the headers")
    } else if lines.count >= 3, bars.allSatisfy({ $0 == 0 }) {
      let gaps = lines.map(Self.gaps)
      if gaps[0] >= 2, gaps.allSatisfy({ $0 == gaps[0] }) {
        report(
          node, "this looks like a table, but only spaces separate its columns",
          "write pipes between the cells and a row of dashes below the first line, or use “standpoint import”"
        )
      }
    }
  }

  private mutating func checkCode(_ node: Node) {
    let lines = lines(of: node)
    guard lines.count >= 3, let first = lines.first, let last = lines.last else { return }
    let rows = lines.filter { Self.bars($0) >= 2 }.count
    guard rows >= 2 else { return }
    let isFenced = first.starts(with: "```".utf8) || first.starts(with: "~~~".utf8)
    if !isFenced {
      if lines.contains(where: Self.isDelimiter) {
        report(
          node, "this looks like a table, but lines indented by four spaces are read as code",
          "remove the spaces before the pipes")
      }
    } else if !last.starts(with: first.prefix(3)), isAtEnd(node) {
      report(
        node, "this code block is never closed, so the table in it is code",
        "close it with a line of \(String(decoding: first.prefix(3), as: UTF8.self)) above the table")
    }
  }

  /// Whether nothing but white space follows a node.
  private func isAtEnd(_ node: Node) -> Bool {
    let end = min(max(0, node.source.range.upperBound), source.bytes.count)
    return source.bytes[end...].allSatisfy { $0 <= 0x20 }
  }

  /// The lines of a node without white space around them; none for a node of one line, and
  /// for one without a bar and without a wide gap.
  private func lines(of node: Node) -> [ArraySlice<UInt8>] {
    let range = node.source.range.clamped(to: 0..<source.bytes.count)
    guard source.bytes.contains(anyOf: ByteSearch(10, 13, 10), in: range),
      source.bytes.contains(UInt8(ascii: "|"), in: range) || source.hasGap(in: range)
    else { return [] }
    return source.bytes[range].split { $0 == 10 || $0 == 13 }.map(Self.trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 <= 0x20 }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    return line
  }

  /// The number of bars that are not escaped.
  private static func bars(_ line: ArraySlice<UInt8>) -> Int {
    line.indices.count {
      line[$0] == UInt8(ascii: "|") && ($0 == line.startIndex || line[$0 - 1] != UInt8(ascii: "\\"))
    }
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> Int {
    bars(line) + 1 - (line.first == UInt8(ascii: "|") ? 1 : 0) - (line.last == UInt8(ascii: "|") ? 1 : 0)
  }

  private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == 9
      }
  }

  /// Whether a line is the rule of a grid table: `+----+====+`.
  private static func isGridRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && line.first == UInt8(ascii: "+") && line.last == UInt8(ascii: "+")
      && line.allSatisfy { "+-=:".utf8.contains($0) }
  }

  /// The number of tabs and of runs of two or more spaces inside a line.
  private static func gaps(_ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var run = 0
    for byte in line {
      if byte == 9 || byte == 0x20 {
        run += byte == 9 ? 2 : 1
      } else {
        if run >= 2 { count += 1 }
        run = 0
      }
    }
    return count
  }

  private mutating func report(_ node: Node, _ message: String, _ fix: String) {
    let start = node.source.range.lowerBound
    let end = source.bytes[min(start, source.bytes.count)...].firstIndex(of: 10) ?? source.bytes.count
    found.append(
      Diagnostic(
        .notATable, at: Place(path: source.path, range: start..<max(start, end)), message,
        suggestion: Suggestion(fix)))
  }
}

extension SourceText {
  /// Whether a tab or two spaces in a row occur in a range.
  fileprivate func hasGap(in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var isAfterSpace = false
      for index in range {
        let isSpace = bytes[index] == 0x20
        if bytes[index] == 9 || isSpace && isAfterSpace { return true }
        isAfterSpace = isSpace
      }
      return false
    }
  }
}
