import Diagnostics
import Markdown

/// Maps the lines of a fenced code block to their places in the file, where they are indented in quotes and
/// lists.
struct CodePlaces {
  /// The start of each line, in the code and in the file.
  private var lines: [(code: Int, source: Int)] = []
  private let block: Range<Int>

  init(_ node: Node, of document: Document, source: [UInt8]) {
    block = node.source.range.clamped(to: 0..<source.count)
    var line = Self.next(after: block.lowerBound, in: source)
    let code = document.text[node.text.range]
    var start = code.startIndex
    while start < code.endIndex {
      let end = code[start...].firstIndex(of: 10) ?? code.endIndex
      let following = Self.next(after: line, in: source)
      var lineEnd = following
      while lineEnd > line, source[lineEnd - 1] == 10 || source[lineEnd - 1] == 13 { lineEnd -= 1 }
      lines.append((start - code.startIndex, max(line, lineEnd - (end - start))))
      line = following
      start = end + 1
    }
  }

  /// The start of the line after the one that contains `offset`.
  private static func next(after offset: Int, in source: [UInt8]) -> Int {
    source[offset...].firstIndex(of: 10).map { $0 + 1 } ?? source.count
  }

  /// The range in the file of a range of the code; the first line of the block for an empty range at the
  /// start of the code.
  func range(of range: Range<Int>) -> Range<Int> {
    if range == 0..<0 { return block.lowerBound..<block.lowerBound }
    let start = offset(of: range.lowerBound)
    return start..<max(start, offset(of: range.upperBound))
  }

  private func offset(of offset: Int) -> Int {
    guard let line = lines.last(where: { $0.code <= offset }) else { return block.lowerBound }
    return min(line.source + offset - line.code, block.upperBound)
  }

  /// The same diagnostic, at its place in the file.
  func moved(_ diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.movingPlaces(moved)
  }

  private func moved(_ place: Place) -> Place {
    Place(path: place.path, range: place.range.map(range))
  }
}
